import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { UserError } from "@/lib/errors";

/** One table as it was in the snapshot of a backup. */
const BackupTable = z.strictObject({
  /** With its schema. */
  name: z.string(),
  columns: z.array(z.string()),
  /** The file in the folder of the backup: COPY's text format, gzip. */
  file: z.string().regex(/^[\w.]+$/),
  rows: z.int().nonnegative(),
  /** Of the rows, whatever their order (`tableFacts`). */
  checksum: z.string(),
  bytes: z.int().nonnegative(),
  /** Of the file. */
  sha256: z.string(),
});

const Manifest = z.strictObject({
  type: z.literal("spokes-backup"),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** When the newest migration of its schema was written. */
  migration: z.int(),
  tables: z.array(BackupTable).min(1),
  /** The last number that each sequence gave, if it gave one. */
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().nullable() })),
});
export type Manifest = z.infer<typeof Manifest>;
export type BackupTable = Manifest["tables"][number];

const FILE = "manifest.json";

const digest = (manifest: unknown): string =>
  createHash("sha256").update(JSON.stringify(manifest)).digest("hex");

/** Writes the manifest, which makes a folder a backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = JSON.stringify({ manifest, sha256: digest(manifest) }, null, 2);
  await writeFile(path.join(folder, FILE), `${text}\n`, { mode: 0o600, flush: true });
}

/**
 * The manifest of a backup.
 *
 * @throws UserError when the folder holds none, or not as it was written.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, FILE), "utf8").catch(() => null);
  if (text === null)
    throw new UserError(`${folder} is no complete backup: it has no ${FILE}. Nothing was written.`);
  const damaged = new UserError(`The ${FILE} in ${folder} is damaged. Nothing was written.`);
  const Kept = z.object({ manifest: z.unknown(), sha256: z.string() });
  try {
    const kept = Kept.parse(JSON.parse(text));
    if (digest(kept.manifest) !== kept.sha256) throw damaged;
    return Manifest.parse(kept.manifest);
  } catch (error) {
    // What the parsers say means nothing to whoever has the folder in front of them.
    throw error === damaged ? error : new UserError(damaged.message, { cause: error });
  }
}
