import { describe, expect, test } from "vitest";
import { chooseAccount, run } from "./embedded-account";

const ROOT = "root:x:0:0:root:/root:/bin/bash";
const NOBODY = "nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin";
const POSTGRES = "postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash";

describe("the server of root", () => {
  test("runs as postgres where there is such a user, wherever it stands in the list", () => {
    const account = { name: "postgres", uid: 101, gid: 104 };
    expect(chooseAccount([ROOT, NOBODY, POSTGRES, ""].join("\n"))).toEqual(account);
    expect(chooseAccount([POSTGRES, NOBODY, ROOT].join("\n"))).toEqual(account);
  });

  test("runs as nobody where there is no user postgres", () => {
    expect(chooseAccount([ROOT, NOBODY].join("\n"))).toEqual({ name: "nobody", uid: 65534, gid: 65533 });
  });

  test("runs as no user that is root under another name, nor as one without a number", () => {
    expect(chooseAccount([ROOT, "postgres:x:0:0::/:/bin/sh", "nobody:x::::"].join("\n"))).toBeNull();
    expect(chooseAccount("")).toBeNull();
  });
});

describe("a program that is run", () => {
  test("gets the line it reads, and hands back what it prints", async () => {
    expect(await run("/bin/cat", [], null, "a line\n")).toEqual({ ok: true, output: "a line" });
  });

  test("that fails, or does not exist, is one that did not end well", async () => {
    expect(await run("/bin/sh", ["-c", "echo no; exit 3"], null)).toEqual({ ok: false, output: "no" });
    expect(await run("/no/such/program", [], null)).toMatchObject({ ok: false });
  });

  test("sees neither our settings nor our secrets", async () => {
    process.env.PGPORT = "1";
    process.env.AUTH_SECRET = "hidden";
    const { output } = await run("/usr/bin/env", [], null);
    delete process.env.PGPORT;
    delete process.env.AUTH_SECRET;
    expect(output).toContain("PATH=");
    expect(output).not.toMatch(/PGPORT|AUTH_SECRET|hidden/);
  });
});
