import { spawn } from "node:child_process";
import { chmod, mkdir, readFile } from "node:fs/promises";
import { UserError } from "@/lib/errors";

/** The account that PostgreSQL runs as when we are root, which PostgreSQL refuses to be. */
export type Account = { uid: number; gid: number; name: string };

const PREFERRED_NAMES = ["postgres", "nobody"] as const;

// PostgreSQL outlives us and may run as another account: it gets none of our secrets, and no PG* setting.
const PASSED_ON = ["PATH", "TZ", "TMPDIR", "TEMP", "LD_LIBRARY_PATH", "SystemRoot"] as const;

function parseAccounts(passwd: string): Account[] {
  return passwd.split("\n").flatMap((line) => {
    const [name = "", , uid = "", gid = ""] = line.split(":");
    return /^\d+$/.test(uid) && /^\d+$/.test(gid) ? [{ uid: Number(uid), gid: Number(gid), name }] : [];
  });
}

const readPasswd = (): Promise<string> => readFile("/etc/passwd", "utf8").catch(() => "");

/** The account that the server of root should run as: `postgres`, or else `nobody`, or null without either. */
export function chooseAccount(passwd: string): Account | null {
  const accounts = parseAccounts(passwd).filter((account) => account.uid !== 0);
  const chosen = PREFERRED_NAMES.map((name) => accounts.find((account) => account.name === name));
  return chosen.find((account) => account !== undefined) ?? null;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * The account for a new database: our own, written null, unless we are root.
 *
 * @throws UserError when root finds no account that could run it.
 */
export async function accountForNewDatabase(): Promise<Account | null> {
  if (!isRoot()) return null;
  const account = chooseAccount(await readPasswd());
  if (account !== null) return account;
  throw new UserError(
    "PostgreSQL cannot run as root, and there is no user postgres or nobody: start as an ordinary user, or set DATABASE_URL.",
  );
}

/** The account for a database that exists already: root becomes its owner, anybody else stays who they are. */
export async function accountOfOwner({ uid, gid }: { uid: number; gid: number }): Promise<Account | null> {
  if (!isRoot()) return null;
  if (uid === 0) return accountForNewDatabase();
  const known = parseAccounts(await readPasswd()).find((account) => account.uid === uid);
  return known ?? { uid, gid, name: `number ${uid}` };
}

/**
 * Runs a program to its end as the given account and answers whether it ended well, with all it printed.
 * It never throws: a program that cannot be reached at all is one that did not end well.
 */
export function run(
  program: string,
  args: readonly string[],
  account: Account | null,
  input = "",
): Promise<{ ok: boolean; output: string }> {
  const inherited = Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]));
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      // The directory we stand in may be closed to the account.
      cwd: "/",
      env: { ...inherited, NODE_ENV: process.env.NODE_ENV, LC_ALL: "C" },
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => resolve({ ok: code === 0, output: output.trim() }));
    child.stdin.on("error", () => {
      // The program ended without reading: its exit code says what there is to say.
    });
    child.stdin.end(input);
  });
}

/** Whether the account may enter the directory. */
export async function canEnter(directory: string, account: Account | null): Promise<boolean> {
  if (account === null) return true;
  return (await run("/bin/sh", ["-c", 'cd "$1"', "sh", directory], account)).ok;
}

/** Makes a directory that every account may enter, whatever our umask is. */
export async function makeOpenDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await chmod(directory, 0o755);
}
