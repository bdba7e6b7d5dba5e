import fc from "fast-check";
import { expect } from "vitest";
import { anyTerm } from "@/db/testing/any-term";
import { addDescribedCiters } from "@/db/testing/described-citers";
import { CITERS } from "@/db/testing/described-records";
import { test } from "@/db/testing/fixtures";
import { holds } from "@/db/testing/plain-filter";
import type { Query, QueryTerm } from "@/lib/citation/query";
import { printQuery } from "@/lib/citation/query-print";
import { getCiterFacets } from "./citer-facets";
import { countCiters, listCiters } from "./citers";

test("every query leaves the citers that a plain filter leaves, and facets count what their values leave", async ({
  connection,
}) => {
  const { db } = connection;
  const { hubId, citers } = await addDescribedCiters(connection);
  expect(citers).toHaveLength(CITERS);
  const leaves = (query: Query) => citers.filter((citer) => query.terms.every((term) => holds(term, citer)));
  await fc.assert(
    fc.asyncProperty(fc.array(anyTerm, { maxLength: 3 }), async (terms) => {
      const query: Query = { terms };
      const left = leaves(query);
      const listed = (await listCiters(db, hubId, { query, sort: "newest", after: null, limit: CITERS }))
        .citers;
      expect(new Set(listed.map(({ workId }) => workId)), printQuery(query)).toEqual(
        new Set(left.map(({ workId }) => workId)),
      );
      expect(await countCiters(db, hubId, query)).toBe(left.length);
      const facets = await getCiterFacets(db, hubId, query);
      const counted = (term: QueryTerm) => leaves({ terms: [...terms, term] }).length;
      const values: [QueryTerm, number][] = [
        ...facets.polarities.map(({ value, citers }): [QueryTerm, number] => [
          { key: "polarity", not: false, values: [value] },
          citers,
        ]),
        ...facets.roles.map(({ value, citers }): [QueryTerm, number] => [
          { key: "role", not: false, values: [value] },
          citers,
        ]),
        ...facets.labels.map(({ value, citers }): [QueryTerm, number] => [
          { key: "label", not: false, values: [value] },
          citers,
        ]),
        ...facets.years.map(({ value, citers }): [QueryTerm, number] => [
          { key: "year", not: false, values: [{ from: value, to: value }] },
          citers,
        ]),
        ...facets.fields.map(({ value, citers }): [QueryTerm, number] => [
          { key: "field", not: false, values: [value] },
          citers,
        ]),
        [{ key: "is", not: false, values: ["self"] }, facets.self],
        [{ key: "has", not: false, values: ["context"] }, facets.withContext],
      ];
      for (const [term, count] of values)
        expect(count, printQuery({ terms: [...terms, term] })).toBe(counted(term));
      expect(facets.total).toBe(left.length);
    }),
    { numRuns: 200 },
  );
});
