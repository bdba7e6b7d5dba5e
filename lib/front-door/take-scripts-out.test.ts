import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeScriptsOut } from "./take-scripts-out.mjs";

const SCRIPT = '<script src="/_next/a.js" async=""></script>';
const OURS = '<script src="/account-menu.js" async=""></script>';
const TEXT = `<p>Größe ${"viel gelesen ".repeat(50)}</p>`;

let answer: (asked: IncomingMessage, answer: ServerResponse) => void = () => undefined;
const server = createServer((asked, given) => {
  takeScriptsOut(asked, given);
  answer(asked, given);
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status?: number; headers: IncomingMessage["headers"]; body: Buffer }>(
    (resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, headers, method }, async (given) => {
        const body = Buffer.concat(await given.toArray());
        resolve({ status: given.statusCode, headers: given.headers, body });
      });
      asked.on("error", reject).end();
    },
  );
}

/** As Next sends a page: the head first, then pieces, of which one ends within a sign. */
function sendPage(_: IncomingMessage, given: ServerResponse) {
  const page = Buffer.from(`${SCRIPT}${TEXT}${OURS}`);
  const cut = page.indexOf("ö") + 1;
  given.statusCode = 200;
  given.setHeader("Content-Type", "text/html; charset=utf-8");
  given.setHeader("ETag", '"of the other text"');
  given.flushHeaders();
  given.write(page.subarray(0, cut), () => given.end(page.subarray(cut)));
}

test("a list comes without Next's scripts, with a length of its own, plain or packed", async () => {
  answer = sendPage;
  const plain = await ask("/hubs/fog/citers?q=role:method");
  expect(plain.body.toString()).toBe(`${TEXT}${OURS}`);
  expect(plain.headers["content-length"]).toBe(String(plain.body.byteLength));
  expect(plain.headers).not.toHaveProperty("etag");
  const packed = await ask("/search?q=fog", { "accept-encoding": "gzip, br" });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(packed.body).toString()).toBe(`${TEXT}${OURS}`);
});

test.each([
  "/api",
  "/hubs",
  "/hubs/fog/citers",
  "/hubs/fog/citers/17?q=a",
  "/hubs/fog/cocited",
  "/hubs/fog/sentences",
])("%s is such a list", async (path) => {
  answer = sendPage;
  expect((await ask(path)).body.toString()).toBe(`${TEXT}${OURS}`);
});

test.each(["/annotate", "/hubs/fog", "/api/v1/hubs", "/sign-in", "/admin/hubs", "/hubs/fog/citers/17/x"])(
  "%s keeps its scripts",
  async (path) => {
    answer = sendPage;
    expect((await ask(path)).body.toString()).toBe(`${SCRIPT}${TEXT}${OURS}`);
  },
);

/** The files below app/ that a page is made of. */
function partsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, from = ""] of readFileSync(file, "utf8").matchAll(
    /^(?:import|\} from|export)\b[^;]*?"([^"]+)";/gm,
  )) {
    const base = from.startsWith("@/app/")
      ? from.slice(2)
      : from.startsWith(".")
        ? path.join(path.dirname(file), from)
        : null;
    const part = base && [".tsx", ".ts"].map((end) => base + end).find((name) => existsSync(name));
    if (part) partsOf(part, seen);
  }
  return seen;
}

test.each([
  "api",
  "hubs",
  "search",
  "hubs/[slug]/citers",
  "hubs/[slug]/citers/[id]",
  "hubs/[slug]/cocited",
  "hubs/[slug]/sentences",
])("no part of /%s needs a script of Next's", (page) => {
  const parts = [...partsOf("app/layout.tsx"), ...partsOf(`app/${page}/page.tsx`)];
  expect(parts.length).toBeGreaterThan(10);
  expect(parts.filter((file) => readFileSync(file, "utf8").startsWith('"use client"'))).toEqual([]);
});

test("Next's client gets what it asked for, and a form its answer", async () => {
  answer = sendPage;
  expect((await ask("/search", { rsc: "1" })).body.toString()).toContain(SCRIPT);
  expect((await ask("/search", {}, "POST")).body.toString()).toContain(SCRIPT);
});

test("redirects, faults and other kinds of text go their way", async () => {
  answer = (_, given) => given.writeHead(308, { location: "/hubs/fog" }).end();
  expect(await ask("/hubs/smog/citers")).toMatchObject({ status: 308, headers: { location: "/hubs/fog" } });
  answer = (_, given) => {
    given.statusCode = 500;
    given.setHeader("Content-Type", "text/html");
    given.end(SCRIPT);
  };
  expect(await ask("/search")).toMatchObject({ status: 500, body: Buffer.from(SCRIPT) });
  answer = (_, given) => {
    given.setHeader("Content-Type", "text/plain");
    given.write(SCRIPT);
    given.end();
  };
  expect((await ask("/search")).body.toString()).toBe(SCRIPT);
});
