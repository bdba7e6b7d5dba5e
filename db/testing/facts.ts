import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { dropForeignKeys } from "@/db/backup/foreign-keys";
import { columnList, listSequences, listTables, quoted, settleTexts, type Table } from "@/db/backup/tables";
import { withClient } from "./test-databases";

/** Every table of ours, by the server's own lists: what a backup forgets must not be forgotten here too. */
async function everyTable(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select table_schema || '.' || table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema in ('public', 'drizzle') and table_type = 'BASE TABLE' and is_generated = 'NEVER'
    group by 1 order by 1`,
  );
  return rows;
}

/** How many rows a table has, and a digest of all that they hold. */
async function factsOfTable(client: Client, table: Table) {
  const { rows } = await client.query<{ rows: number; digest: string | null }>(
    `select count(*)::integer as rows, md5(string_agg(line, chr(10) order by line collate "C")) as digest
    from (select row(${columnList(table)})::text as line from ${quoted(table.name)}) as lines`,
  );
  const [facts] = rows;
  if (!facts) throw new Error("a query without a condition gave no row");
  return { ...table, ...facts };
}

/** Rows and digests of tables, as they are or by the columns that are named. */
export function tableFactsOf(url: string, tables?: readonly Table[]) {
  return withClient(url, async (client) => {
    await client.query("begin");
    await settleTexts(client);
    const facts = [];
    for (const table of tables ?? (await everyTable(client))) facts.push(await factsOfTable(client, table));
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
