import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { UserError } from "@/lib/errors";
import { type BackupTable, type Manifest, writeManifest } from "./manifest";
import { columnList, listSequences, listTables, quoted, settleTexts, type Table, tableFacts } from "./tables";

/** What is being copied, and how many bytes of all tables were by now. */
export type BackupProgress = (step: { table: string; bytes: number }) => void;

/** A little of the speed of none, and most of what gzip can save. */
const COMPRESSION = { level: 3 } as const;

/**
 * Writes a backup of the whole database into a new folder: every table as it was at one moment, while others read and
 * write. The folder gets its name only when it is complete and on the disk; what is under way ends in `.partial`.
 *
 * @param url a connection string of PostgreSQL that does not go through a transaction pooler.
 * @param stop ends it early; then nothing is left of it.
 * @returns the manifest that was written.
 * @throws UserError when the folder is there already or cannot be made; whatever breaks off when it is stopped.
 */
export async function dumpDatabase(
  url: string,
  folder: string,
  onProgress: BackupProgress = () => undefined,
  stop?: AbortSignal,
): Promise<Manifest> {
  const partial = await makeRoom(folder);
  const client = new Client({ connectionString: url, application_name: "spokes backup" });
  // A connection that dies rejects what it was doing, which is thrown.
  client.on("error", () => undefined);
  // Whatever it waits for, it waits for the server: without a connection all of it ends.
  const breakOff = () => client.connection.stream.destroy();
  stop?.addEventListener("abort", breakOff);
  try {
    await client.connect();
    const manifest = await dumpInto(client, partial, onProgress);
    stop?.throwIfAborted();
    await writeManifest(partial, manifest);
    await syncFolder(partial);
    await rename(partial, folder);
    await syncFolder(path.dirname(folder));
    return manifest;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  } finally {
    stop?.removeEventListener("abort", breakOff);
    await client.end().catch(() => undefined);
  }
}

/** The folder that is written to until the backup is complete. */
async function makeRoom(folder: string): Promise<string> {
  if (await stat(folder).catch(() => null))
    throw new UserError(`${folder} is there already: name a folder that is not.`);
  const partial = `${folder}.partial`;
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { mode: 0o700 });
  } catch (error) {
    throw new UserError(`Nothing can be written to ${path.dirname(folder)}: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  return partial;
}

async function dumpInto(client: Client, folder: string, onProgress: BackupProgress): Promise<Manifest> {
  await client.query("begin transaction isolation level repeatable read read only");
  await settleTexts(client);
  const { rows } = await client.query<{ newest: string }>(
    "select max(created_at)::text as newest from drizzle.__drizzle_migrations",
  );
  const tables: BackupTable[] = [];
  let bytes = 0;
  for (const table of await listTables(client)) {
    const before = bytes;
    const dumped = await dumpTable(client, table, folder, (copied) => {
      bytes = before + copied;
      onProgress({ table: table.name, bytes });
    });
    tables.push(dumped);
  }
  // They are no part of the snapshot: read last, they are past every number in it.
  const sequences = await listSequences(client);
  await client.query("commit");
  return {
    type: "spokes-backup",
    version: 1,
    madeAt: new Date().toISOString(),
    migration: Number(rows[0]?.newest),
    tables,
    sequences,
  };
}

async function dumpTable(
  client: Client,
  table: Table,
  folder: string,
  onBytes: (bytes: number) => void,
): Promise<BackupTable> {
  const file = `${table.name}.copy.gz`;
  const hash = createHash("sha256");
  let [copied, written] = [0, 0];
  await pipeline(
    client.query(copyTo(`copy ${quoted(table.name)} (${columnList(table)}) to stdout`)),
    tap((piece) => {
      copied += piece.length;
      onBytes(copied);
    }),
    createGzip(COMPRESSION),
    tap((piece) => {
      written += piece.length;
      hash.update(piece);
    }),
    createWriteStream(path.join(folder, file), { mode: 0o600, flush: true }),
  );
  const facts = await tableFacts(client, table);
  return { ...table, file, ...facts, bytes: written, sha256: hash.digest("hex") };
}

/** Lets everything pass and looks at it. */
const tap = (look: (piece: Buffer) => void) =>
  new Transform({
    transform(piece: Buffer, _encoding, done) {
      look(piece);
      done(null, piece);
    },
  });

/** Makes names in a folder survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
