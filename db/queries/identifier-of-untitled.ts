import { sql } from "drizzle-orm";
import { work } from "@/db/schema/work";
import { compareIdentifiers } from "@/lib/citation/identifiers";
import type { Identifier } from "@/lib/import/record";

/** A column for a query of works: the identifiers of a work of which no title is known, null for all others. */
export const identifiersOfUntitled = sql<Identifier[] | null>`case when ${work.title} is null then
  (select jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value))
   from work_identifier i where i.work_id = ${work.id}) end`;

/** The row with the identifier, the most trusted one, by which a work without a title is named. */
export function withIdentifier<Row extends { identifiers: Identifier[] | null }>({
  identifiers,
  ...row
}: Row) {
  return { ...row, identifier: identifiers?.sort(compareIdentifiers)[0] ?? null };
}
