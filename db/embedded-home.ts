import { chown, lstat, open, readFile, realpath, rename, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { UserError } from "@/lib/errors";
import { type Account, accountOfOwner, canEnter } from "./embedded-account";

/** How to reach the built-in database once it runs. */
export const ConnectionFile = z.strictObject({
  port: z.int().min(1).max(65_535),
  user: z.string(),
  password: z.string(),
  database: z.string(),
});
export type ConnectionFile = z.infer<typeof ConnectionFile>;

/** Where one built-in database lives, and the account that it runs as. */
export type Home = {
  directory: string;
  cluster: string;
  log: string;
  /** The server writes its process and port here while it runs. */
  pidFile: string;
  account: Account | null;
};

const CONNECTION_FILE = "connection.json";

/** The system's name for what went wrong with a file, such as EACCES. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;

/** The path under which a data directory has its database: a directory, or a link to one that lies elsewhere. */
export const homePath = (dataDir: string): string => path.join(dataDir, "postgres");

/**
 * Finds the database of a data directory that was made before, or answers null when there is none yet.
 *
 * @throws UserError when it is there but cannot be used.
 */
export async function findHome(dataDir: string): Promise<Home | null> {
  const link = homePath(dataDir);
  try {
    await lstat(link);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw new UserError(`The data directory ${dataDir} cannot be read (${codeOf(error)}).`, { cause: error });
  }
  try {
    const directory = await realpath(link);
    const account = await accountOfOwner(await stat(path.join(directory, "cluster")));
    const home = homeIn(directory, account);
    if (await canEnter(home.cluster, account)) return home;
    throw new UserError(
      `The user ${account?.name} owns ${home.cluster} and cannot reach it: open the directories above it to that user.`,
    );
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason =
      codeOf(error) === "ENOENT"
        ? `lacks its files: put them back, or remove ${link} to begin with an empty database`
        : `cannot be read (${codeOf(error)}): start as the user who made it, or set DATA_DIR`;
    throw new UserError(`The built-in database in ${link} ${reason}.`, { cause: error });
  }
}

export function homeIn(directory: string, account: Account | null): Home {
  const cluster = path.join(directory, "cluster");
  return {
    directory,
    cluster,
    log: path.join(directory, "server.log"),
    pidFile: path.join(cluster, "postmaster.pid"),
    account,
  };
}

/** @throws UserError when the file is missing, closed to us or damaged. */
export async function readConnectionFile(home: Home): Promise<ConnectionFile> {
  const file = path.join(home.directory, CONNECTION_FILE);
  try {
    return ConnectionFile.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    throw new UserError(`${file} cannot be read (${codeOf(error) ?? "it is damaged"}).`, { cause: error });
  }
}

/** Writes the file whole or not at all, for its owner alone. */
export async function writeConnectionFile(home: Home, connection: ConnectionFile): Promise<void> {
  const file = path.join(home.directory, CONNECTION_FILE);
  const draft = `${file}.${process.pid}`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(connection, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (home.account) await chown(draft, home.account.uid, home.account.gid);
  await rename(draft, file);
}
