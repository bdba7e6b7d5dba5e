import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, inject, test } from "vitest";
import {
  copyName,
  copyTemplate,
  dropDatabasesOf,
  dropUnused,
  holdKey,
  keyOfMigrations,
  withClient,
} from "./test-databases";

const randomKey = (): string => randomBytes(4).toString("hex");

describe("databases for tests", () => {
  test("of dead runs are dropped, those of living ones and of the kept key stay", async () => {
    const { url, template } = inject("testServer");
    const [dead, living, kept] = [randomKey(), randomKey(), randomKey()];
    await withClient(url, (client) =>
      withClient(url, async (neighbour) => {
        await holdKey(neighbour, living);
        for (const key of [dead, living, kept]) await copyTemplate(client, template, copyName(key, "left"));
        await dropUnused(client, kept);
        const { rows } = await client.query(
          "select substr(datname, 13, 8) as key from pg_database where datname ~ '_left$' order by 1",
        );
        for (const key of [living, kept]) await dropDatabasesOf(client, key);
        expect(rows.map((row) => row.key)).toEqual([living, kept].sort());
      }),
    );
  });

  test("have another key as soon as a migration changes", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "spokes-test-"));
    const keys: string[] = [];
    for (const [file, content] of [
      ["0000.sql", "select 1"],
      ["0001.sql", "select 2"],
      ["0001.sql", "select 3"],
    ] as const) {
      await writeFile(path.join(folder, file), content);
      keys.push(await keyOfMigrations(folder));
    }
    expect(await keyOfMigrations(folder)).toBe(keys.at(-1));
    expect(new Set(keys).size).toBe(3);
    await rm(folder, { recursive: true });
  });
});
