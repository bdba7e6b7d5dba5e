import { existsSync } from "node:fs";
import path from "node:path";
import { findNginx, startShippedNginx } from "@/e2e/shipped-nginx";
import { readUnderLoad } from "./load";
import { startPlainSite } from "./plain-site";
import { inTurn, type Line, middle, type Rounds, ratios } from "./rounds";
import { LARGE, type World } from "./world";

const bytesOf = async (url: string) =>
  (await (await fetch(url, { headers: { "accept-encoding": "identity" } })).arrayBuffer()).byteLength;

/** R1 and R2: the page of a large hub beside a static page of Next, straight and behind nginx. */
export async function measureSharedPage(world: World, how: Rounds): Promise<Line[]> {
  const plain = await startPlainSite(await bytesOf(`${world.site.url}${PAGE}`));
  try {
    return await besideStill(world, how, `${plain.url}/filled`);
  } finally {
    await plain.stop();
  }
}

const PAGE = `/hubs/${LARGE.slug}`;

async function besideStill(world: World, how: Rounds, filled: string): Promise<Line[]> {
  const command = findNginx();
  const nginx =
    command !== null && existsSync(command)
      ? await startShippedNginx(command, [world.site.url], path.join(world.folder, "nginx"))
      : null;
  const hub = `${world.site.url}${PAGE}`;
  const load = (url: string) => () => readUnderLoad({ url, seconds: how.seconds });
  try {
    const behindNginx = nginx === null ? async () => Number.NaN : load(`${nginx.url}${PAGE}`);
    const [straight, still, behind] = await inTurn(how, load(hub), load(filled), behindNginx);
    const answers = (side: readonly number[]) =>
      `${Math.round(middle(side))} and ${Math.round(middle(still))} answers/s`;
    return [
      {
        name: "R1",
        what: "page of a hub with 100,000 citers ÷ static Next page of the same bytes",
        target: { atLeast: 0.9 },
        ratios: ratios(straight, still),
        note: `${answers(straight)}; ${await bytesOf(hub)} and ${await bytesOf(filled)} bytes`,
      },
      {
        name: "R2",
        what: "the same page behind the shipped nginx ÷ static Next page",
        target: { atLeast: 10 },
        ratios: nginx === null ? [] : ratios(behind, still),
        note: nginx === null ? "nginx is not installed" : answers(behind),
      },
    ];
  } finally {
    await nginx?.stop();
  }
}

const SCRIPT = /<script[^>]*\bsrc="([^"]+)"/g;
const INLINE = /<script(?![^>]*\bsrc=)(?![^>]*ld\+json)[^>]*>([\s\S]*?)<\/script>/g;

/** R7: what a reader's browser loads as script, packed. */
export async function measureScriptBytes(world: World): Promise<Line[]> {
  const plain = await startPlainSite(0);
  try {
    const hub = await scriptBytes(world.site.url, `/hubs/${LARGE.slug}`);
    const empty = await scriptBytes(plain.url, "/");
    return [
      {
        name: "R7",
        what: "script bytes (gzip) of the hub page, signed out ÷ empty Next page",
        target: { atMost: 1.05 },
        ratios: [hub / empty],
        note: `${hub} and ${empty} bytes; the same every time, so measured once`,
      },
    ];
  } finally {
    await plain.stop();
  }
}

async function scriptBytes(site: string, page: string): Promise<number> {
  const { gzipSync } = await import("node:zlib");
  const html = await (await fetch(`${site}${page}`)).text();
  let bytes = [...html.matchAll(INLINE)].reduce((sum, [, text = ""]) => sum + gzipSync(text).byteLength, 0);
  for (const [, source = ""] of html.matchAll(SCRIPT)) {
    const file = await fetch(new URL(source.replaceAll("&amp;", "&"), site));
    bytes += gzipSync(Buffer.from(await file.arrayBuffer())).byteLength;
  }
  return bytes;
}
