import { sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import { castVote } from "@/db/commands/cast-vote";
import type { Ballot } from "@/lib/citation/consensus";
import type { Target } from "@/lib/citation/target-key";
import type { ImportRecord } from "@/lib/import/record";
import { takeRecords } from "./take-records";

/**
 * The records of a hub with claims C1 and C2 and some citers, the n-th of the year 2001 + n and with n sentences, of
 * which every other one is suggested to disagree.
 */
export function votableHub(slug: string, citers: number): ImportRecord[] {
  const work = (key: string, title: string, published: string): ImportRecord => ({
    kind: "work",
    key: `${slug}.${key}`,
    fields: { title: `${title} of ${slug}`, published },
    identifiers: [{ scheme: "doi", value: `10.5555/${slug}.${key}` }],
    source: "spokes",
  });
  const key = `${slug}.hub`;
  return [
    work("hub", "All about the keepers", "1999"),
    { kind: "hub", work: key, slug },
    { kind: "claim", hub: key, number: 1, text: "Lamps burn longer in the cold." },
    { kind: "claim", hub: key, number: 2, text: "Keepers sleep by day." },
    ...Array.from({ length: citers }, (_, n): ImportRecord[] => [
      work(`${n}`, `A citing paper with the number ${n}`, `${2001 + n}`),
      { kind: "citation", hub: key, citing: `${slug}.${n}` },
      ...Array.from({ length: n }, (_, position) => sentence(key, `${slug}.${n}`, position, n)).flat(),
    ]).flat(),
  ];
}

function sentence(hub: string, citing: string, position: number, paper: number): ImportRecord[] {
  const text = `Sentence ${position} of paper ${paper} speaks of [1].`;
  const context: ImportRecord = { kind: "context", hub, citing, text, position, source: "spokes" };
  if (position % 2 === 1) return [context];
  return [
    context,
    {
      kind: "suggestion",
      hub,
      citing,
      contextText: text,
      contextPosition: position,
      original: "disputing",
      polarity: "contrasting",
      basis: position === 0 ? "own_evidence" : "restates",
      source: "model",
    },
  ];
}

/**
 * Takes such hubs in, and more that a test made up. Gives all targets of the hubs, by year: of each citer the paper as
 * a whole, then its sentences.
 */
export async function addVotableHubs(
  connection: Connection,
  hubs: Readonly<Record<string, number>>,
  more: readonly ImportRecord[] = [],
): Promise<Target[]> {
  const records = Object.entries(hubs).flatMap(([slug, citers]) => votableHub(slug, citers));
  await takeRecords(connection, [...records, ...more]);
  return listTargets(connection.db, Object.keys(hubs));
}

async function listTargets(db: Db, slugs: readonly string[]): Promise<Target[]> {
  const { rows } = await db.execute<Target & Record<string, unknown>>(sql`
    select c.hub_id as "hubId", c.work_id as "workId", x.id as "contextId"
    from citation c join hub h on h.id = c.hub_id join work w on w.id = c.work_id
    cross join lateral (
      select null::bigint as id, -1 as position
      union all select id, position from citation_context x where x.hub_id = c.hub_id and x.work_id = c.work_id
    ) as x
    where h.slug = any(${sql.param(slugs)}::text[])
    order by array_position(${sql.param(slugs)}::text[], h.slug), w.year, w.id, x.position`);
  return rows;
}

const BALLOT: Ballot = {
  role: "method",
  furtherRoles: [],
  polarity: "supporting",
  basis: null,
  claims: [],
};

let submissions = 0;

/** A name that no other form has. */
export function newSubmission(): string {
  submissions += 1;
  return `submission-${submissions}`;
}

/** Casts a vote that says `said` and else what `BALLOT` says. */
export function vote(
  db: Db,
  userId: number,
  target: Target,
  said: Partial<Ballot> = {},
  { revision = 0, submission = newSubmission(), note = "", ownPaper = false } = {},
) {
  return castVote(db, {
    userId,
    target,
    ballot: { ...BALLOT, ...said },
    note,
    ownPaper,
    guidelines: "1",
    revision,
    submission,
  });
}
