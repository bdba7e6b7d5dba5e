import { createHash, randomBytes } from "node:crypto";
import { chown, mkdir, readdir, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "@/lib/errors";
import { type Account, accountForNewDatabase, canEnter, makeOpenDirectory, run } from "./embedded-account";
import { findHome, type Home, homeIn, homePath, writeConnectionFile } from "./embedded-home";
import { freePort } from "./embedded-port";
import type { Programs } from "./embedded-programs";

const USER = "spokes";
const DATABASE = "spokes";
const DRAFT_PREFIX = "postgres-new-";
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

// macOS has no C.UTF-8. The order of text is PostgreSQL's own C.UTF-8 on every platform.
const LOCALE = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";

export type SetupOptions = {
  dataDir: string;
  /** Where root keeps a database whose account cannot enter the data directory. */
  refuge: string;
  /** Without it nothing is waited for until it is safely on disk. */
  durable: boolean;
  programsFor: (account: Account | null) => Promise<Programs>;
  note: (line: string) => void;
};

/** Removes what an interrupted first start left behind. */
async function removeAbandonedDrafts(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(DRAFT_PREFIX)) continue;
    const draft = path.join(parent, name);
    const info = await stat(draft).catch(() => null);
    if (info && Date.now() - info.mtimeMs > ABANDONED_AFTER_MS)
      await rm(draft, { recursive: true, force: true });
  }
}

const lastLine = (output: string): string => output.split("\n").at(-1) ?? "";

/** Makes a complete database, with its password and port, in a directory that nobody looks at yet. */
async function fillDraft(draft: Home, programs: Programs, durable: boolean): Promise<void> {
  await mkdir(draft.directory, { mode: 0o700 });
  const password = randomBytes(24).toString("hex");
  const passwordFile = path.join(draft.directory, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (draft.account) {
    await chown(draft.directory, draft.account.uid, draft.account.gid);
    await chown(passwordFile, draft.account.uid, draft.account.gid);
  }
  const args = [
    `--pgdata=${draft.cluster}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    `--locale=${LOCALE}`,
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(durable ? [] : ["--no-sync"]),
  ];
  const made = await run(programs.initdb, args, draft.account);
  await rm(passwordFile);
  if (!made.ok) throw new UserError(`The built-in database cannot be made: ${lastLine(made.output)}`);
  const single = ["--single", "-D", draft.cluster, "postgres"];
  const created = await run(programs.postgres, single, draft.account, `create database ${DATABASE};\n`);
  if (!created.ok) throw new UserError(`The built-in database cannot be made: ${lastLine(created.output)}`);
  await writeConnectionFile(draft, { port: await freePort(), user: USER, password, database: DATABASE });
}

/**
 * Makes the database of a data directory that has none: in the data directory, or with a link to it in the
 * refuge. Several processes may do so at once: each makes its own aside, one puts it in place, the others
 * discard theirs.
 */
export async function createHome(options: SetupOptions): Promise<Home> {
  const account = await accountForNewDatabase();
  const link = homePath(options.dataDir);
  const inPlace = await canEnter(options.dataDir, account);
  const digest = createHash("sha256").update(options.dataDir).digest("hex").slice(0, 16);
  const parent = inPlace ? options.dataDir : path.join(options.refuge, digest);
  if (!inPlace) {
    await makeOpenDirectory(options.refuge);
    await makeOpenDirectory(parent);
  }
  await removeAbandonedDrafts(parent);

  const id = randomBytes(4).toString("hex");
  const draft = homeIn(path.join(parent, `${DRAFT_PREFIX}${id}`), account);
  const elsewhere = path.join(parent, `postgres-${id}`);
  try {
    await fillDraft(draft, await options.programsFor(account), options.durable);
    await rename(draft.directory, inPlace ? link : elsewhere);
    if (!inPlace) await symlink(elsewhere, link);
  } catch (error) {
    await rm(draft.directory, { recursive: true, force: true });
    if (!inPlace) await rm(elsewhere, { recursive: true, force: true });
    const winner = await findHome(options.dataDir);
    if (winner === null) throw error;
    return winner;
  }
  if (!inPlace) {
    options.note(
      `PostgreSQL runs as ${account?.name}, who cannot enter ${options.dataDir}: its files lie in ${elsewhere}.`,
    );
  }
  return homeIn(inPlace ? link : elsewhere, account);
}
