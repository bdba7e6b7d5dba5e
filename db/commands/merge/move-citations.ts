import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { keep, keepWritten, kept, type Merge } from "./merge-record";

/** Why what could not go along is kept from readers. */
const MERGED = "this paper was merged with another";

/**
 * Moves the citations of a work to the one that remains, with the sentences, suggestions and reports on them. What the
 * remaining work has already (the same hub, sentence or suggestion) stays where it was, on citations that are hidden
 * from now on; so does a citation that was hidden where the other one's is not, and one of the work itself.
 */
export async function moveCitations(tx: Db, merge: Merge): Promise<void> {
  await keepCitations(tx, merge);
  await writeCitations(tx, merge);
  await moveContexts(tx, merge);
  await moveOnContexts(tx, merge, "suggestion");
  await moveOnContexts(tx, merge, "flag");
}

/** Called once votes have moved: hides what is left behind. */
export async function hideLeftCitations(tx: Db, merge: Merge): Promise<void> {
  const { from, into } = merge;
  await tx.execute(sql`
    update citation set hidden_reason = ${MERGED} where work_id = ${from} and hidden_reason is null`);
  await tx.execute(
    keepWritten(
      merge,
      "own_citation",
      sql`update citation c set hidden_reason = ${MERGED} from hub h
        where h.id = c.hub_id and h.work_id = ${into} and c.work_id = ${into} and c.hidden_reason is null
        returning c.hub_id`,
    ),
  );
}

async function keepCitations(tx: Db, merge: Merge): Promise<void> {
  const { from, into } = merge;
  await tx.execute(
    keep(
      merge,
      "citation",
      sql`select c.hub_id, c.hidden_reason, there.hub_id is null as made,
          h.work_id <> ${into} and (there.hub_id is null or c.hidden_reason is null or there.hidden_reason is not null)
            as moves,
          there.is_self, there.is_influential, there.context_gap
        from citation c join hub h on h.id = c.hub_id
        left join citation there on there.hub_id = c.hub_id and there.work_id = ${into}
        where c.work_id = ${from}`,
    ),
  );
}

/** The hubs whose citation by the work goes along with all that hangs on it. */
export const movingHubs = (merge: Merge) =>
  sql`(select hub_id from ${kept(merge, "citation")} c where moves)`;

async function writeCitations(tx: Db, merge: Merge): Promise<void> {
  const { from, into } = merge;
  await tx.execute(sql`
    insert into citation as known (hub_id, work_id, is_self, is_influential, context_gap, hidden_reason, import_run_id)
    select hub_id, ${into}::bigint, is_self, is_influential, context_gap, hidden_reason, import_run_id from citation
    where work_id = ${from} and hub_id in ${movingHubs(merge)} order by hub_id
    on conflict (hub_id, work_id) do update set is_self = known.is_self or excluded.is_self,
      is_influential = known.is_influential or excluded.is_influential,
      context_gap = coalesce(known.context_gap, excluded.context_gap)`);
}

async function moveContexts(tx: Db, merge: Merge): Promise<void> {
  const { from, into } = merge;
  await tx.execute(
    keepWritten(
      merge,
      "citation_context",
      sql`update citation_context x set work_id = ${into}
        where x.work_id = ${from} and x.hub_id in ${movingHubs(merge)} and not exists (
          select from citation_context y where y.hub_id = x.hub_id and y.work_id = ${into}
            and y.quote_digest = x.quote_digest and y.occurrence = x.occurrence)
        returning x.hub_id, x.id`,
    ),
  );
  await followContexts(tx, merge, { at: from, to: into });
}

/** What is on a sentence goes where the sentence went. */
export async function followContexts(
  tx: Db,
  merge: Merge,
  { at, to }: { at: number; to: number },
): Promise<void> {
  for (const table of ["target", "suggestion", "flag"])
    await tx.execute(sql`
      update ${sql.identifier(table)} one set work_id = ${to} from ${kept(merge, "citation_context")} x
      where one.hub_id = x.hub_id and one.work_id = ${at} and one.context_id = x.id`);
}

/** The same sentence of the remaining work, for a sentence that is left behind. */
export const sameContext = ({ into }: Merge) => sql`
  left join citation_context x on x.hub_id = one.hub_id and x.id = one.context_id
  left join citation_context y on y.hub_id = x.hub_id and y.work_id = ${into}
    and y.quote_digest = x.quote_digest and y.occurrence = x.occurrence`;

/** Moves what is on the papers as a whole, and on sentences of which the remaining work has the same. */
async function moveOnContexts(tx: Db, merge: Merge, table: "suggestion" | "flag"): Promise<void> {
  const { from, into } = merge;
  const isThere =
    table === "flag"
      ? sql`false`
      : sql`exists (select from suggestion other where other.hub_id = one.hub_id and other.work_id = ${into}
          and other.context_id is not distinct from y.id and other.source = one.source
          and other.original = one.original)`;
  await tx.execute(
    keepWritten(
      merge,
      table,
      sql`update ${sql.identifier(table)} now set work_id = ${into}, context_id = was.there
        from (
          select one.hub_id, one.id, one.context_id, y.id as there from ${sql.identifier(table)} one
          ${sameContext(merge)}
          where one.work_id = ${from} and one.hub_id in ${movingHubs(merge)} and not ${isThere}
        ) as was
        where now.hub_id = was.hub_id and now.id = was.id returning was.hub_id, was.id, was.context_id`,
    ),
  );
}
