import { type SQL, sql } from "drizzle-orm";
import { citation } from "@/db/schema/citation";

/**
 * How the rows that a condition needs beside the citation are looked up. "join": as the planner thinks best. "each": for
 * one citation after the other, which is best where few are looked at. With a hub: all that belong to its citations
 * first, which is best where all of these are looked at; `rareWords`: but those with the words of a query by their
 * indexes, which is best where few have them.
 */
export type LookUp = "join" | "each" | { hubId: number; rareWords?: boolean };

/** Keeps the planner from looking up anything but the rows of one citation. */
const ONE_BY_ONE = sql`offset 0`;

const fence = (lookUp: LookUp) => (lookUp === "each" ? ONE_BY_ONE : sql``);

/** Keeps the planner, which cannot know how many there are, from looking them up in a loop. */
const isAmong = (works: SQL) => sql`(${citation.workId} in (${works})) is true`;

/** Whether a citation has a row of its own that meets a condition; `name` is that of the table with `hub_id` and `work_id`. */
export function hasRow(lookUp: LookUp, name: "c" | "s" | "t" | "x", from: SQL, condition: SQL): SQL {
  const [hubId, workId] = [sql.raw(`${name}.hub_id`), sql.raw(`${name}.work_id`)];
  if (typeof lookUp === "object")
    return isAmong(sql`select ${workId} from ${from} where ${hubId} = ${lookUp.hubId} and ${condition}`);
  return sql`exists (select 1 from ${from}
    where ${hubId} = ${citation.hubId} and ${workId} = ${citation.workId} and ${condition} ${fence(lookUp)})`;
}

/** Whether the citing work meets a condition over `w`. */
export function workHas(lookUp: LookUp, condition: SQL): SQL {
  if (typeof lookUp === "object") return isAmong(sql`select w.id from work w where ${condition}`);
  return sql`exists (select 1 from work w where w.id = ${citation.workId} and ${condition} ${fence(lookUp)})`;
}

/** Whether the citing work refers to another that meets a condition over `r.cited_work_id`. */
export function refersTo(lookUp: LookUp, condition: SQL): SQL {
  if (typeof lookUp === "object")
    return isAmong(sql`select r.citing_work_id from reference r where ${condition}`);
  return sql`exists (
    select 1 from reference r where r.citing_work_id = ${citation.workId} and ${condition} ${fence(lookUp)})`;
}

/** Whether title, authors, shown summary or a shown context have the words. */
export function saysWords(lookUp: LookUp, words: SQL): SQL {
  const inWork = sql`w.search @@ ${words}`;
  const inContext = sql`x.hidden_reason is null and search_words(x.text) @@ ${words}`;
  if (typeof lookUp === "object" && lookUp.rareWords)
    return sql`${citation.workId} = any(array(
      select w.id from work w where ${inWork}
      union all
      select x.work_id from citation_context x where x.hub_id = ${lookUp.hubId} and ${inContext}))`;
  if (lookUp !== "join")
    return sql`(${workHas(lookUp, inWork)} or ${hasRow(lookUp, "x", sql`citation_context x`, inContext)})`;
  // The planner may begin with either.
  return sql`exists (
    select 1 from (
      select c.hub_id, c.work_id from work w join citation c on c.work_id = w.id where ${inWork}
      union all
      select x.hub_id, x.work_id from citation_context x where ${inContext}
    ) as said where said.hub_id = ${citation.hubId} and said.work_id = ${citation.workId})`;
}
