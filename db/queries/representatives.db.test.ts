import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import { writeRepresentatives } from "@/db/commands/import/write-representatives";
import { anyTerm } from "@/db/testing/any-term";
import { addDescribedCiters } from "@/db/testing/described-citers";
import { test } from "@/db/testing/fixtures";
import { holds } from "@/db/testing/plain-filter";
import { EVERYTHING, type Query } from "@/lib/citation/query";
import { printQuery } from "@/lib/citation/query-print";
import { representatives } from "@/lib/citation/representative";
import type { Candidate } from "@/lib/citation/representative-aspects";
import { listRepresentatives, listRepresentativesOf } from "./representatives";

test("the papers chosen within a filter are those that the rule chooses among what a plain filter leaves", async ({
  connection,
}) => {
  const { db } = connection;
  const { hubId, citers } = await addDescribedCiters(connection);
  const { rows } = await db.execute<{ id: number; citedByCount: number | null; contextCount: number }>(sql`
    select w.id, w.cited_by_count as "citedByCount", c.context_count as "contextCount"
    from citation c join work w on w.id = c.work_id where c.hub_id = ${hubId}`);
  const candidates = new Map(
    citers.map((citer): [number, Candidate] => {
      const row = rows.find(({ id }) => id === citer.workId);
      if (!row) throw new Error("a citer has no work");
      const { year, fields, isSelf, isInfluential, retracted } = citer;
      return [
        citer.workId,
        {
          ...row,
          year,
          fields,
          isSelf,
          isInfluential,
          retracted,
          roles: (citer.roles.length > 0 ? citer.roles : citer.suggestedRoles) as Candidate["roles"],
          polarity: (citer.labelState === "unlabelled"
            ? citer.suggestedPolarity
            : citer.polarity) as Candidate["polarity"],
          claimNumbers: citer.claims
            .filter(({ verdict }) => verdict !== "unclear")
            .map(({ number }) => number)
            .sort(),
        },
      ];
    }),
  );
  const counts = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.array(anyTerm, { minLength: 1, maxLength: 2 }), async (terms) => {
      const query: Query = { terms };
      const left = citers.filter((citer) => terms.every((term) => holds(term, citer)));
      const wanted = representatives(left.flatMap(({ workId }) => candidates.get(workId) ?? []));
      const found = await listRepresentativesOf(db, hubId, query);
      expect(
        found.map(({ workId, reason }) => ({ workId, reason })),
        printQuery(query),
      ).toEqual(wanted.map(({ citer, reason }) => ({ workId: citer.id, reason })));
      counts.add(found.length);
    }),
    { numRuns: 150 },
  );
  expect(counts.size).toBeGreaterThan(5);
});

test("within no filter they are the hub's own", async ({ connection }) => {
  const { hubId } = await addDescribedCiters(connection);
  await writeRepresentatives(connection.db, hubId);
  const own = await listRepresentatives(connection.db, hubId);
  expect(own.length).toBeGreaterThan(0);
  expect(await listRepresentativesOf(connection.db, hubId, EVERYTHING)).toEqual(own);
});
