import type { Pool } from "pg";
import { createDb } from "@/db/client";
import { keepUpload } from "@/db/commands/import/keep-upload";
import { askPreview, askRun } from "@/db/commands/import/steer-import";
import { getImport } from "@/db/queries/import-runs";
import { addPerson } from "./people";

/** An interchange file about one hub with so many citers, each with one sentence. */
export function interchangeFile(slug: string, citers: number): string {
  const hub = `doi:10.5555/${slug}`;
  return [
    { type: "spokes", version: 1, source: "test" },
    { type: "hub", slug, work: { title: `The keepers of ${slug} and their lamps`, identifiers: [hub] } },
    ...Array.from({ length: citers }, (_, i) => ({
      type: "citation",
      hub,
      work: {
        title: `Paper ${i} on the keepers of ${slug}`,
        identifiers: [`${hub}.${i}`],
        published: "2004",
      },
      contexts: [{ text: `Paper ${i} follows [1] in this.` }],
    })),
  ]
    .map((line) => JSON.stringify(line))
    .join("\n");
}

/** A text as it comes over the network; of ASCII characters alone. */
export async function* bytesOf(text: string) {
  for (let from = 0; from < text.length; from += 1000) yield Buffer.from(text.slice(from, from + 1000));
}

/** Sends a file as an admin would. */
export function sendFile(pool: Pool, text: string, fileName = "file.jsonl"): Promise<number> {
  return sendBytes(pool, bytesOf(text), fileName);
}

/** Sends bytes as an admin would. */
export async function sendBytes(
  pool: Pool,
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
): Promise<number> {
  const db = createDb(pool);
  const byUserId = await addPerson(db, { role: "admin" });
  return keepUpload(db, { fileName, bytes, maxMb: 10, byUserId, address: "" });
}

const steering = async (pool: Pool, importRunId: number) => ({
  importRunId,
  byUserId: await addPerson(createDb(pool), { role: "admin" }),
  address: "",
});

export const preview = async (pool: Pool, id: number) =>
  askPreview(createDb(pool), { ...(await steering(pool, id)), choices: {} });

export const run = async (pool: Pool, id: number) => askRun(createDb(pool), await steering(pool, id));

/** The import as its page shows it. */
export async function shown(pool: Pool, id: number) {
  const found = await getImport(createDb(pool), id);
  if (found === null) throw new Error(`there is no import ${id}`);
  return found;
}
