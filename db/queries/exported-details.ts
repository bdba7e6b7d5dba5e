import { and, asc, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citationContext, suggestion } from "@/db/schema/citation";
import { target } from "@/db/schema/vote";
import type { Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";
import type {
  CountedVotes,
  ExportedCiter,
  ExportedContext,
  ExportedSuggestion,
  ListedCiter,
} from "@/lib/export/exported-citer";
import { ofThese } from "./exported-citers";

/** What is said of a paper as a whole (context null) or of one of its sentences. */
type Of<Said> = { workId: number; contextId: number | null; said: Said };

/** The same citing papers with their sentences, suggestions and counted votes; what is hidden is left out. */
export async function addDetails<Citer extends ListedCiter>(
  db: Db,
  hubId: number,
  citers: readonly Citer[],
): Promise<(Citer & ExportedCiter)[]> {
  const ids = citers.map((citer) => citer.id);
  // One after the other, because all run on one connection.
  const contexts = grouped(await listContexts(db, hubId, ids), ({ workId }) => workId);
  const suggestions = grouped(await listSuggestions(db, hubId, ids), keyOf);
  const votes = grouped(await listCountedVotes(db, hubId, ids), keyOf);
  const saidOf = (workId: number, contextId: number | null) => ({
    votes: votes.get(keyOf({ workId, contextId }))?.[0]?.said ?? null,
    suggestions: suggestions.get(keyOf({ workId, contextId }))?.map(({ said }) => said) ?? [],
  });
  return citers.map((citer) => ({
    ...citer,
    ...saidOf(citer.id, null),
    contexts: (contexts.get(citer.id) ?? []).map(
      ({ workId, ...context }): ExportedContext => ({ ...context, ...saidOf(workId, context.id) }),
    ),
  }));
}

const keyOf = ({ workId, contextId }: Pick<Of<unknown>, "workId" | "contextId">) => `${workId}/${contextId}`;

function grouped<Item, Key>(items: readonly Item[], keyOfItem: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

async function listContexts(db: Db, hubId: number, ids: readonly number[]) {
  return db
    .select({
      workId: citationContext.workId,
      id: citationContext.id,
      section: citationContext.section,
      position: citationContext.position,
      before: citationContext.before,
      text: citationContext.text,
      after: citationContext.after,
      markers: citationContext.markers,
      implicit: citationContext.implicit,
      source: citationContext.source,
      byHand: sql<boolean>`${citationContext.addedBy} is not null`,
      confirmed: sql<boolean>`${citationContext.confirmedBy} is not null`,
      readIn: citationContext.readIn,
    })
    .from(citationContext)
    .where(
      and(
        eq(citationContext.hubId, hubId),
        ofThese(citationContext.workId, ids),
        isNull(citationContext.hiddenReason),
      ),
    )
    .orderBy(
      sql`${citationContext.position} nulls last`,
      sql`${citationContext.text} collate "C"`,
      asc(citationContext.occurrence),
    );
}

async function listSuggestions(
  db: Db,
  hubId: number,
  ids: readonly number[],
): Promise<Of<ExportedSuggestion>[]> {
  return db
    .select({
      workId: suggestion.workId,
      contextId: suggestion.contextId,
      said: {
        label: suggestion.original,
        role: suggestion.role,
        polarity: suggestion.polarity,
        basis: suggestion.basis,
        source: suggestion.source,
        version: suggestion.version,
        confidence: suggestion.confidence,
      },
    })
    .from(suggestion)
    .where(and(eq(suggestion.hubId, hubId), ofThese(suggestion.workId, ids)))
    .orderBy(sql`${suggestion.source} collate "C"`, sql`${suggestion.original} collate "C"`);
}

/** The votes that count on each target that has any, or a decision, without who cast them. */
async function listCountedVotes(db: Db, hubId: number, ids: readonly number[]): Promise<Of<CountedVotes>[]> {
  const rows = await db
    .select({
      workId: target.workId,
      contextId: target.contextId,
      votes: target.votes,
      polarityState: target.polarityState,
      polarity: target.polarity,
      polarities: countsOf<Polarity>("polarity"),
      basis: target.basis,
      roleState: target.roleState,
      role: target.role,
      roles: countsOf<Role>("role"),
      furtherRoles: target.furtherRoles,
      ruling: sql<string | null>`(
        select r.reason from ruling r
        where r.hub_id = target.hub_id and r.target_id = target.id and r.lifted_at is null
        order by r.id desc limit 1)`,
    })
    .from(target)
    .where(
      and(
        eq(target.hubId, hubId),
        ofThese(target.workId, ids),
        eq(target.hidden, false),
        or(ne(target.polarityState, "unlabelled"), ne(target.roleState, "unlabelled")),
      ),
    );
  return rows.map(
    ({ workId, contextId, polarityState, polarity, polarities, roleState, role, roles, ...said }) => ({
      workId,
      contextId,
      said: {
        ...said,
        polarity: { state: polarityState, value: polarity, counts: polarities },
        role: { state: roleState, value: role, counts: roles },
      },
    }),
  );
}

/** How many of the votes that count say which value of a column. */
const countsOf = <Value extends string>(column: "polarity" | "role") => sql<Partial<Record<Value, number>>>`(
  select coalesce(jsonb_object_agg(value, n), '{}') from (
    select v.${sql.identifier(column)} as value, count(*)::int as n
    from vote v join "user" u on u.id = v.user_id
    where v.hub_id = target.hub_id and v.target_id = target.id and v.withdrawn_at is null and u.approved_at is not null
    group by 1) as counted)`;
