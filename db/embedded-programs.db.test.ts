import { chmod, cp, lstat, mkdtemp, readdir, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UserError } from "@/lib/errors";
import { accountForNewDatabase, isRoot, run } from "./embedded-account";
import { findPackage, mendLinks, readyPrograms } from "./embedded-programs";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "spokes-test-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const isLink = async (file: string): Promise<boolean> => (await lstat(file)).isSymbolicLink();
const runs = async (program: string): Promise<boolean> => (await run(program, ["--version"], null)).ok;

/** The package as npm unpacks it when it runs no install scripts: without the links between its libraries. */
async function unpackWithoutLinks(): Promise<string> {
  const home = path.join(directory, "package");
  await cp(findPackage(), home, { recursive: true, filter: async (file) => !(await isLink(file)) });
  return home;
}

describe("the programs of the built-in database", () => {
  test("run when the links between their libraries are mended, and not before", async () => {
    const home = await unpackWithoutLinks();
    const postgres = path.join(home, "native/bin/postgres");
    expect(await runs(postgres)).toBe(false);
    await Promise.all([mendLinks(home), mendLinks(home), mendLinks(home)]);
    expect(await runs(postgres)).toBe(true);
  });

  test("have the same links after mending as after the install script", async () => {
    const home = await unpackWithoutLinks();
    await mendLinks(home);
    await mendLinks(findPackage());
    const original = path.join(findPackage(), "native/lib");
    const links: string[] = [];
    for (const name of await readdir(original)) if (await isLink(path.join(original, name))) links.push(name);
    expect(links.length).toBeGreaterThan(10);
    for (const name of links) {
      expect(await readlink(path.join(home, "native/lib", name))).toBe(
        await readlink(path.join(original, name)),
      );
    }
  });

  test("say what to do when a link is missing and cannot be made", async () => {
    const home = await unpackWithoutLinks();
    await rm(path.join(home, "native/lib"), { recursive: true });
    await expect(mendLinks(home)).rejects.toThrow(UserError);
    await expect(mendLinks(home)).rejects.toThrow(/^The built-in PostgreSQL is incomplete and .*npm rebuild/);
  });

  test("say what to do when they do not run on this machine", async () => {
    const home = await unpackWithoutLinks();
    await writeFile(path.join(home, "native/bin/postgres"), "#!/bin/sh\necho no such library; exit 1\n");
    await chmod(directory, 0o755);
    const account = await accountForNewDatabase();
    await expect(
      readyPrograms(home, account, path.join(directory, "refuge"), () => undefined),
    ).rejects.toThrow("The built-in PostgreSQL does not run here (no such library): set DATABASE_URL.");
  });

  test.runIf(isRoot())("are copied, once, to where the account of the server reaches them", async () => {
    const home = await unpackWithoutLinks();
    await chmod(home, 0o700);
    await chmod(directory, 0o711);
    const refuge = path.join(directory, "refuge");
    const account = await accountForNewDatabase();
    const notes: string[] = [];
    const ready = () => readyPrograms(home, account, refuge, (line) => notes.push(line));

    const programs = await ready();
    expect(programs.postgres.startsWith(refuge)).toBe(true);
    expect((await run(programs.initdb, ["--version"], account)).ok).toBe(true);
    expect(await ready()).toEqual(programs);
    expect(notes).toEqual([expect.stringContaining("cannot reach")]);
    expect(await readdir(refuge)).toHaveLength(1);
  });
});
