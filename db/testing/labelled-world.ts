import { sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import type { Ballot } from "@/lib/citation/consensus";
import { citation, hub, LIGHTHOUSES, NOISE, work } from "./lighthouses";
import { takeRecords } from "./take-records";

/** A vote that uses the hub as background and passes no judgement. */
export const NEUTRAL: Ballot = {
  role: "background",
  furtherRoles: [],
  polarity: "neutral",
  basis: null,
  claims: [],
};

export const SUPPORTING: Ballot = {
  ...NEUTRAL,
  role: "evidence",
  polarity: "supporting",
  basis: "own_evidence",
};

export const CONTRASTING: Ballot = {
  ...NEUTRAL,
  role: "replication",
  polarity: "contrasting",
  basis: "own_evidence",
};

/**
 * Imports a hub with two claims and three citers: the first with two sentences, the second with one, the third with
 * none; and another hub around them. Gives their numbers.
 */
export async function makeLabelledWorld(connection: Connection) {
  const said = (citing: string, text: string, position: number) =>
    ({ kind: "context", hub: "hub", citing, text, position, source: "spokes" }) as const;
  await takeRecords(connection, [
    ...NOISE,
    LIGHTHOUSES,
    hub("hub"),
    { kind: "claim", hub: "hub", number: 1, text: "Most lighthouses had more than one keeper." },
    { kind: "claim", hub: "hub", number: 2, text: "Keepers who married stayed twice as long." },
    work("c1", { title: "Keepers of the northern lights", published: "2004" }),
    work("c2", { title: "How long a keeper stayed at a light", published: "2008" }),
    work("c3", { title: "The lamps themselves, and their lenses", published: "2011" }),
    citation("hub", "c1"),
    citation("hub", "c2"),
    citation("hub", "c3"),
    said("c1", "We counted the keepers again and found as many as [1].", 1),
    said("c1", "The census [1] lists them all.", 2),
    said("c2", "Unlike [2], we find that married keepers left early.", 1),
  ]);
  const { rows: contexts } = await connection.db.execute<{ hub_id: number; work_id: number; id: number }>(sql`
    select x.hub_id, x.work_id, x.id from citation_context x join work w on w.id = x.work_id
    where w.published in ('2004', '2008') order by w.published, x.position`);
  const [first, second, third] = contexts;
  if (!first || !second || !third) throw new Error("the sentences were not imported");
  const { rows: papers } = await connection.db.execute<{ work_id: number }>(sql`
    select c.work_id from citation c where c.hub_id = ${first.hub_id} and c.context_count = 0`);
  const bare = papers[0];
  if (!bare) throw new Error("the paper without a sentence was not imported");
  const target = ({ hub_id, work_id, id }: typeof first) => ({
    hubId: hub_id,
    workId: work_id,
    contextId: id,
  });
  return {
    hubId: first.hub_id,
    first: target(first),
    second: target(second),
    third: target(third),
    bare: { hubId: first.hub_id, workId: bare.work_id, contextId: null },
  };
}
