import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { dropForeignKeys } from "@/db/backup/foreign-keys";
import {
  columnList,
  listSequences,
  listTables,
  quoted,
  settleTexts,
  type Table,
  tableFacts,
} from "@/db/backup/tables";
import { withClient } from "./test-databases";

/** Rows and checksum of tables, as they are or by the columns that are named. */
export function tableFactsOf(url: string, tables?: readonly Table[]) {
  return withClient(url, async (client) => {
    await client.query("begin");
    await settleTexts(client);
    const facts = [];
    for (const table of tables ?? (await listTables(client)))
      facts.push({ ...table, ...(await tableFacts(client, table)) });
    return facts;
  });
}

/** Everything in a database that a backup must bring back. */
export async function factsOf(url: string): Promise<unknown> {
  const tables = await tableFactsOf(url);
  return withClient(url, async (client) => {
    const constraints = await client.query(
      `select conrelid::regclass::text as on, conname, convalidated, pg_get_constraintdef(oid) as is from pg_constraint
      where connamespace in ('public'::regnamespace, 'drizzle'::regnamespace) order by 1, 2`,
    );
    const triggers = await client.query(
      "select tgrelid::regclass::text as on, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2",
    );
    const sequences = await listSequences(client);
    return { tables, sequences, constraints: constraints.rows, triggers: triggers.rows };
  });
}

/** Copies rows from a database of the newest schema into one of an older schema, as far as it has their columns. */
export async function fillOlder(from: string, older: string): Promise<void> {
  await withClient(from, (source) =>
    withClient(older, async (target) => {
      const known = new Map((await listTables(source)).map(({ name, columns }) => [name, columns]));
      await target.query("begin");
      const restoreForeignKeys = await dropForeignKeys(target);
      for (const { name, columns } of await listTables(target))
        if (name.startsWith("public."))
          await copyTable(source, target, {
            name,
            columns: columns.filter((column) => known.get(name)?.includes(column)),
          });
      await restoreForeignKeys();
      await target.query("commit");
    }),
  );
}

async function copyTable(source: Client, target: Client, table: Table): Promise<void> {
  if (table.columns.length === 0) return;
  const columns = `${quoted(table.name)} (${columnList(table)})`;
  await target.query(`alter table ${quoted(table.name)} disable trigger user`);
  await pipeline(
    source.query(copyTo(`copy ${columns} to stdout`)),
    target.query(copyFrom(`copy ${columns} from stdin`)),
  );
  await target.query(`alter table ${quoted(table.name)} enable trigger user`);
}
