import { createHash } from "node:crypto";
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { QueryResult } from "pg";
import type { Db } from "./client";

const dialect = new PgDialect();
const names = new Map<string, string>();

/**
 * Runs a statement that comes with every vote, prepared under a name: each connection parses and plans it once and not
 * every time, which takes longer than running it. For statements that find their rows by keys alone, because the plan
 * is kept whatever the values are, and whose text is always the same.
 */
export async function executePrepared<Row extends Record<string, unknown>>(
  db: Db,
  statement: SQL,
): Promise<QueryResult<Row>> {
  const query = dialect.sqlToQuery(statement);
  const run = db._.session.prepareQuery(query, undefined, nameOf(query.sql), false);
  return (await run.execute()) as QueryResult<Row>;
}

/** The same text has the same name, in every process; the driver refuses another text under a name it knows. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 20);
  names.set(text, name);
  return name;
}
