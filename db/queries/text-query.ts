import { type SQL, sql } from "drizzle-orm";
import { work } from "@/db/schema/work";
import type { Query } from "@/lib/citation/query";

/**
 * Words as a condition of full text search in which all must occur; the empty one matches nothing. `unfinished`: each
 * may be the beginning of a word ("carb" finds "carbon"). `weight`: only words of that part of `work.search` count.
 */
export function wordsQuery(
  text: string,
  { unfinished = false, weight = "" }: { unfinished?: boolean; weight?: "" | "A" | "B" | "C" },
): SQL {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const mark = unfinished || weight ? `:${unfinished ? "*" : ""}${weight}` : "";
  // Quoted after unaccent, which turns some letters into quotation marks. One expression, so that the planner knows its
  // value, and with it how common the words are.
  const quoted = words.map(
    (word) =>
      sql`'''' || replace(replace(unaccent(${word}::text), '\\', '\\\\'), '''', '''''') || '''' || ${mark}::text`,
  );
  return quoted.length === 0
    ? sql`null::tsquery`
    : sql`to_tsquery('simple', ${sql.join(quoted, sql` || ' & ' || `)})`;
}

/** Words that must stand together in this order. */
export function phraseQuery(text: string): SQL {
  return sql`phraseto_tsquery('simple', unaccent(${text}::text))`;
}

/** How well a work's own words meet the free words of a query; 0 where it has none. */
export function relevanceOf({ terms }: Query): SQL {
  const wanted = terms.flatMap((term) =>
    term.key !== "text" || term.not
      ? []
      : [term.phrase ? phraseQuery(term.text) : wordsQuery(term.text, { unfinished: true })],
  );
  if (wanted.length === 0) return sql`0::real`;
  return sql`ts_rank(${work.search}, ${sql.join(wanted, sql` || `)})`;
}
