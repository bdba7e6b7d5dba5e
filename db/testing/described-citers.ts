import { sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import { rule } from "@/db/commands/rule";
import { getHub } from "@/db/queries/hub";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { seededRandom } from "@/lib/citation/seeded-random";
import { describedRecords, drawing, type Facts } from "./described-records";
import { addPerson } from "./people";
import { takeRecords } from "./take-records";
import { vote } from "./votable";

/** What a plain filter looks at. */
export interface DescribedCiter extends Facts {
  workId: number;
  year: number | null;
  isSelf: boolean;
  isInfluential: boolean;
  labelState: string;
  strength: string | null;
  polarity: string | null;
  roles: string[];
  suggestedPolarity: string | null;
  suggestedRoles: string[];
  contested: boolean;
  votes: number;
  bases: string[];
  suggestions: { basis: string | null; version: string | null }[];
  claims: { number: number; verdict: string }[];
  ruled: boolean;
}

/** A hub with citers of every kind and votes on half of them, beside another hub with the same citers and no votes. */
export async function addDescribedCiters(
  connection: Connection,
): Promise<{ hubId: number; citers: DescribedCiter[] }> {
  const { db } = connection;
  const random = seededRandom(7);
  const { records, facts } = describedRecords(random);
  await takeRecords(connection, records);
  const hubId = (await getHub(db, "hub"))?.id ?? 0;
  await voteOnSome(db, hubId, random);
  return { hubId, citers: await listDescribed(db, hubId, facts) };
}

async function voteOnSome(db: Db, hubId: number, random: () => number): Promise<void> {
  const { one, some } = drawing(random);
  const { rows: targets } = await db.execute<{ workId: number; contextId: number | null }>(sql`
    select c.work_id as "workId", x.id as "contextId" from citation c
    left join citation_context x on x.hub_id = c.hub_id and x.work_id = c.work_id
    where c.hub_id = ${hubId} order by c.work_id, x.id`);
  const people = [await addPerson(db), await addPerson(db), await addPerson(db)];
  for (const target of targets)
    for (const person of people)
      if (random() < 0.3) {
        const polarity = one(POLARITIES);
        const judges = polarity !== "neutral" && polarity !== "unclear";
        await vote(
          db,
          person,
          { hubId, ...target },
          {
            role: one(ROLES.slice(0, 3)),
            polarity,
            basis: judges ? one(EVIDENCE_BASES) : null,
            claims: some([1, 2]).map((number) => ({
              number,
              verdict: one(["supporting", "neutral", "contrasting"] as const),
            })),
          },
        );
      }
  const byUserId = await addPerson(db, { role: "admin" });
  const { rows: voted } = await db.execute<{ id: number }>(
    sql`select id from target where hub_id = ${hubId} limit 6`,
  );
  const decision = { role: "method", furtherRoles: [], polarity: "mixed", basis: null } as const;
  for (const { id: targetId } of voted)
    await rule(db, { hubId, targetId, decision, reason: "Both hold.", byUserId, address: "::1" });
}

async function listDescribed(
  db: Db,
  hubId: number,
  facts: ReadonlyMap<string, Facts>,
): Promise<DescribedCiter[]> {
  const { rows } = await db.execute<Omit<DescribedCiter, keyof Facts> & { doi: string }>(sql`
    select c.work_id as "workId", i.value as doi, c.year, c.is_self as "isSelf", c.is_influential as "isInfluential",
      c.label_state as "labelState", c.strength, c.polarity, c.roles, c.suggested_polarity as "suggestedPolarity",
      c.suggested_roles as "suggestedRoles", c.contested, c.votes,
      array(select t.basis from target t where t.hub_id = c.hub_id and t.work_id = c.work_id and t.basis is not null) as bases,
      coalesce((select jsonb_agg(jsonb_build_object('basis', s.basis, 'version', s.version)) from suggestion s
        where s.hub_id = c.hub_id and s.work_id = c.work_id), '[]') as suggestions,
      coalesce((select jsonb_agg(jsonb_build_object('number', k.claim_number, 'verdict', k.verdict)) from citation_claim k
        where k.hub_id = c.hub_id and k.work_id = c.work_id), '[]') as claims,
      exists (select from ruling r join target t on t.hub_id = r.hub_id and t.id = r.target_id
        where t.hub_id = c.hub_id and t.work_id = c.work_id) as ruled
    from citation c join work_identifier i on i.work_id = c.work_id where c.hub_id = ${hubId}`);
  return rows.map(({ doi, ...row }) => {
    const fact = facts.get(doi);
    if (!fact) throw new Error(`${doi} is not of this world`);
    return { ...row, ...fact };
  });
}
