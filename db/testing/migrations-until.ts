import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { MIGRATIONS } from "@/db/migrate";

/** The journal of drizzle-kit, as far as it is read here. */
interface Journal {
  entries: { idx: number; tag: string; when: number }[];
}

/** The names of all migrations, the oldest first. */
export async function listMigrations(): Promise<string[]> {
  const { entries } = await readJournal(MIGRATIONS);
  return entries.map(({ tag }) => tag);
}

/** A folder with the migrations up to one of them: the schema of a version of that time. */
export async function migrationsUntil(last: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "spokes-migrations-"));
  await cp(MIGRATIONS, folder, { recursive: true });
  const journal = await readJournal(MIGRATIONS);
  const until = journal.entries.findIndex(({ tag }) => tag === last);
  if (until < 0) throw new Error(`there is no migration ${last}`);
  const entries = journal.entries.slice(0, until + 1);
  await writeFile(path.join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  return folder;
}

async function readJournal(folder: string): Promise<Journal> {
  return JSON.parse(await readFile(path.join(folder, "meta/_journal.json"), "utf8")) as Journal;
}
