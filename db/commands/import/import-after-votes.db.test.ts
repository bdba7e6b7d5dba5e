import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { setHidden } from "@/db/commands/set-hidden";
import { getVotedFigures } from "@/db/queries/voted";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { differences } from "@/db/testing/recount";
import { takeRecords } from "@/db/testing/take-records";
import { addVotableHubs, votableHub, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import type { ImportRecord } from "@/lib/import/record";

/** The same hub, with every work in 2030. */
const later = (records: readonly ImportRecord[]) =>
  records.map((record) =>
    record.kind === "work" ? { ...record, fields: { ...record.fields, published: "2030" } } : record,
  );

test("an import keeps votes and labels, and counts them in the years that it brings", async ({
  connection,
}) => {
  const { db } = connection;
  const targets = await addVotableHubs(connection, { keepers: 3, noise: 2 });
  const ada = await addPerson(db);
  const [sentence, other] = [targets[2], targets[4]] as [Target, Target];
  await vote(db, ada, sentence);
  await vote(db, ada, other, { polarity: "contrasting" });
  const kept = async () =>
    (
      await db.execute(sql`select t.id, t.polarity_state, t.polarity, c.label_state, c.votes, v.revision
        from target t join citation c using (hub_id, work_id) join vote v on v.target_id = t.id order by t.id`)
    ).rows;
  const before = await kept();
  await takeRecords(connection, votableHub("keepers", 3));
  expect(await kept()).toEqual(before);
  const years = async () => (await getVotedFigures(db, sentence.hubId)).years.map(({ year }) => year);
  expect(await years()).toEqual([2002, 2003]);
  await takeRecords(connection, later(votableHub("keepers", 3)));
  expect(await kept()).toEqual(before);
  expect(await years()).toEqual([2030]);
  expect(await differences(db)).toEqual([]);
});

test("an import neither shows nor counts what was hidden", async ({ connection }) => {
  const { db } = connection;
  const targets = await addVotableHubs(connection, { keepers: 4, noise: 2 });
  const [sentence, paper] = [targets[2], targets[3]] as [Target, Target];
  await vote(db, await addPerson(db), sentence);
  await db.transaction((tx) => setHidden(tx, sentence, "cut"));
  await db.transaction((tx) => setHidden(tx, paper, "cites another work"));
  const text = "A sentence that is new speaks of [1].";
  await takeRecords(connection, [
    ...votableHub("keepers", 4),
    { kind: "context", hub: "keepers.hub", citing: "keepers.1", text, source: "spokes" },
  ]);
  const { rows } = await db.execute(sql`select facet, value, citers from hub_summary
    where hub_id = ${sentence.hubId} and facet in ('citers', 'hidden', 'context') and citers > 0 order by facet, value`);
  expect(rows).toEqual([
    { facet: "citers", value: "", citers: 3 },
    { facet: "context", value: "not_supplied", citers: 1 },
    { facet: "context", value: "yes", citers: 2 },
    { facet: "hidden", value: "yes", citers: 1 },
  ]);
  const { rows: counts } = await db.execute(
    sql`select context_count from citation where hub_id = ${sentence.hubId} and work_id = ${sentence.workId}`,
  );
  expect(counts).toEqual([{ context_count: 1 }]);
  expect((await getVotedFigures(db, sentence.hubId)).years).toEqual([]);
  expect(await differences(db)).toEqual([]);
});

test("a change of very many citations takes seconds, also after a change of one", async ({ connection }) => {
  const { db } = connection;
  const [target] = await addVotableHubs(connection, { keepers: 2, noise: 2 });
  await vote(db, await addPerson(db), target as Target);
  await db.execute(sql`insert into work (title) select 'Many ' || n from generate_series(1, 20000) as n`);
  await db.execute(sql`
    insert into citation (hub_id, work_id, import_run_id)
    select ${target?.hubId}, w.id, (select max(id) from import_run) from work w where w.title like 'Many %'`);
  await db.execute(sql`set local statement_timeout = '20s'`);
  await db.execute(sql`update citation set year = 2020 where hub_id = ${target?.hubId}`);
  expect(await differences(db)).toEqual([]);
});
