import type { Client } from "pg";

/**
 * Takes all foreign keys away, so that tables can be filled in any order.
 *
 * @returns what puts them back, which looks at every row.
 */
export async function dropForeignKeys(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and connamespace in ('public'::regnamespace, 'drizzle'::regnamespace)
    order by conrelid::regclass::text, conname`);
  for (const { drop } of rows) await client.query(drop);
  return async () => {
    for (const { add } of rows) await client.query(add);
  };
}
