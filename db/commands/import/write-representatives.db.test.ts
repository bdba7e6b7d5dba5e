import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { test } from "@/db/testing/fixtures";
import { takeRecords } from "@/db/testing/take-records";
import { POLARITIES } from "@/lib/citation/polarity";
import { representatives } from "@/lib/citation/representative";
import type { Candidate } from "@/lib/citation/representative-aspects";
import { ROLES } from "@/lib/citation/role";
import { seededRandom } from "@/lib/citation/seeded-random";
import type { ImportRecord } from "@/lib/import/record";

const CITERS = 600;

/** A hub whose citers differ in everything that the choice looks at, with many that are alike. */
function variedHub(seed: number): ImportRecord[] {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const work = (key: string, fields: object): ImportRecord => ({
    kind: "work",
    key,
    fields: { title: `A work of many sides called ${key}`, ...fields },
    identifiers: [{ scheme: "doi", value: `10.5555/varied.${key}` }],
    source: "spokes",
  });
  return [
    work("hub", {}),
    { kind: "hub", work: "hub", slug: "varied" },
    ...Array.from({ length: CITERS }, (_, n): ImportRecord[] => [
      work(`${n}`, {
        published: below(9) === 0 ? undefined : String(2000 + below(24)),
        fields: [`Field ${below(3)}`],
        citedByCount: below(5) === 0 ? undefined : below(40),
      }),
      { kind: "citation", hub: "hub", citing: `${n}`, isInfluential: below(6) === 0, isSelf: below(7) === 0 },
      {
        kind: "suggestion",
        hub: "hub",
        citing: `${n}`,
        original: "x",
        role: ROLES[below(4)],
        polarity: POLARITIES[below(12)],
        source: "model",
      },
    ]).flat(),
  ];
}

test("the papers that an import chooses, few in memory at once, are those chosen among all", async ({
  connection,
}) => {
  const { db } = connection;
  for (const seed of [1, 2, 3]) {
    await takeRecords(connection, variedHub(seed));
    const { rows: all } = await db.execute<Candidate & Record<string, unknown>>(sql`
      select c.work_id as id, c.year, w.fields, c.suggested_roles as roles, c.suggested_polarity as polarity,
        w.cited_by_count as "citedByCount", c.context_count as "contextCount", c.is_self as "isSelf",
        c.is_influential as "isInfluential", false as retracted, '{}'::int[] as "claimNumbers"
      from citation c join work w on w.id = c.work_id join hub h on h.id = c.hub_id where h.slug = 'varied'`);
    expect(all).toHaveLength(CITERS);
    const { rows: kept } = await db.execute(sql`
      select r.work_id as id, r.reason from representative r join hub h on h.id = r.hub_id
      where h.slug = 'varied' order by r.rank`);
    expect(kept).toEqual(representatives(all).map(({ citer: { id }, reason }) => ({ id, reason })));
    expect(kept).toHaveLength(8);
  }
});
