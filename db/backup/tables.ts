import { type Client, escapeIdentifier } from "pg";

/** A table of ours with the columns that a backup holds: all but those that the database computes itself. */
export interface Table {
  name: string;
  columns: string[];
}

const SCHEMAS = ["public", "drizzle"];

/** Makes values have one text, however a server or an account is set up. */
export async function settleTexts(client: Client): Promise<void> {
  await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601';
    set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'`);
}

/** Every table of ours, in a fixed order. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname || '.' || c.relname as name,
      array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and n.nspname = any($1)
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by n.nspname, c.relname order by n.nspname, c.relname`,
    [SCHEMAS],
  );
  return rows;
}

/** A table's name as SQL. */
export const quoted = (name: string): string => name.split(".").map(escapeIdentifier).join(".");

/** The columns as SQL. */
export const columnList = ({ columns }: Table): string => columns.map(escapeIdentifier).join(", ");

/** How many rows a table has, and a checksum of them all that does not depend on their order. */
export async function tableFacts(client: Client, table: Table): Promise<{ rows: number; checksum: string }> {
  const { rows } = await client.query<{ rows: string; checksum: string }>(
    `select count(*)::text as rows, coalesce(sum(hashtextextended(row(${columnList(table)})::text, 0)::numeric), 0)::text as checksum
    from ${quoted(table.name)}`,
  );
  return { rows: Number(rows[0]?.rows), checksum: String(rows[0]?.checksum) };
}

/** The last number that each sequence gave; null where it gave none yet. */
export async function listSequences(client: Client): Promise<{ name: string; last: string | null }[]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select schemaname || '.' || sequencename as name, last_value::text as last
    from pg_sequences where schemaname = any($1) order by 1`,
    [SCHEMAS],
  );
  return rows;
}
