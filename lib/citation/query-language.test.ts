import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CLAIM_VERDICTS,
  QUERY_VOCABULARIES,
  type Query,
  type QueryTerm,
  type VocabularyKey,
  WORDED_KEYS,
} from "./query";
import { LONGEST_QUERY, MOST_TERMS, mendQuery, parseQuery } from "./query-language";
import { printQuery } from "./query-print";

const termsOf = (text: string) => {
  const { query, problems } = parseQuery(text);
  expect(problems).toEqual([]);
  return query.terms;
};
const problemOf = (text: string) => {
  const { problems } = parseQuery(text);
  expect(problems).toHaveLength(1);
  const [problem] = problems;
  if (!problem) throw new Error("no problem");
  return {
    ...problem,
    place: text.slice(problem.at, problem.at + problem.length),
    mended: mendQuery(text, problem),
  };
};

describe("parseQuery", () => {
  test("the query of the design is read term by term", () => {
    expect(
      termsOf('role:baseline polarity:contrasting year:2023.. claim:C2 label:contested -is:self "free text"'),
    ).toEqual([
      { key: "role", not: false, values: ["baseline"] },
      { key: "polarity", not: false, values: ["contrasting"] },
      { key: "year", not: false, values: [{ from: 2023, to: null }] },
      { key: "claim", not: false, values: [{ number: 2, verdict: null }] },
      { key: "label", not: false, values: ["contested"] },
      { key: "is", not: true, values: ["self"] },
      { key: "text", not: false, text: "free text", phrase: true },
    ]);
  });

  test.each<[string, QueryTerm[]]>([
    ["", []],
    ["  - … ", []],
    ["role:method,dataset", [{ key: "role", not: false, values: ["method", "dataset"] }]],
    ["ROLE:Future-Work", [{ key: "role", not: false, values: ["future_work"] }]],
    ['role:"future work"', [{ key: "role", not: false, values: ["future_work"] }]],
    ["year:2019", [{ key: "year", not: false, values: [{ from: 2019, to: 2019 }] }]],
    [
      "year:..2020,2023",
      [
        {
          key: "year",
          not: false,
          values: [
            { from: null, to: 2020 },
            { from: 2023, to: 2023 },
          ],
        },
      ],
    ],
    ["-claim:3/used", [{ key: "claim", not: true, values: [{ number: 3, verdict: "used" }] }]],
    ['venue:"Nature, Physics"', [{ key: "venue", not: false, values: ["Nature, Physics"] }]],
    [
      "cites:doi:10.1000/ABC",
      [{ key: "cites", not: false, values: [{ scheme: "doi", value: "10.1000/abc" }] }],
    ],
    [
      "cites:https://doi.org/10.1000/abc,17",
      [{ key: "cites", not: false, values: [{ scheme: "doi", value: "10.1000/abc" }, 17] }],
    ],
    [
      "carbon -foot",
      [
        { key: "text", not: false, text: "carbon", phrase: false },
        { key: "text", not: true, text: "foot", phrase: false },
      ],
    ],
    [
      'a"b c"',
      [
        { key: "text", not: false, text: "a", phrase: false },
        { key: "text", not: false, text: "b c", phrase: true },
      ],
    ],
    ['"say \\"no\\" \\\\"', [{ key: "text", not: false, text: 'say "no" \\', phrase: true }]],
  ])("%j", (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test.each([
    ["rol:method", "rol:method", "role:method"],
    ["a role:metod b", "metod", "a role:method b"],
    ["role:method,datset", "datset", "role:method,dataset"],
    ["polarity:neg", "neg", "polarity:neg"],
    ["polarity:contra", "contra", "polarity:contrasting"],
    ["-role:", "-role:", "-role:background"],
    ["year:2019-2021", "2019-2021", "year:2019..2021"],
    ["year:2021..2019", "2021..2019", "year:2019..2021"],
    ["year:soon", "soon", "year:soon"],
    ["claim:C0", "C0", "claim:C0"],
    ["claim:C1/suporting", "C1/suporting", "claim:C1/supporting"],
    ["doi:10.1000/182", "doi:10.1000/182", "cites:doi:10.1000/182"],
    ["ImageNet:large", "ImageNet:large", '"ImageNet:large"'],
    ["venue:…", "…", "venue:…"],
    ['say "no', '"no', 'say "no"'],
    ["cites:nothing", "nothing", "cites:nothing"],
  ])("%j is wrong at %j, and mended to %j", (text, place, mended) => {
    expect(problemOf(text)).toMatchObject({ place, mended });
  });

  test("what cannot be read leaves the other terms", () => {
    expect(parseQuery("role:methd,dataset year:x carbon").query.terms).toEqual([
      { key: "role", not: false, values: ["dataset"] },
      { key: "text", not: false, text: "carbon", phrase: false },
    ]);
  });

  test("a query ends after its longest length and its most terms, and says so", () => {
    expect(problemOf("a".repeat(LONGEST_QUERY + 5)).mended).toHaveLength(LONGEST_QUERY);
    expect(problemOf("ab ".repeat(MOST_TERMS + 3)).mended.split(" ")).toHaveLength(MOST_TERMS);
  });

  test("any text is read, every problem has its place, and what was read is printed and read alike", () => {
    const piece = fc.constantFrom(
      "role:",
      "-",
      '"',
      "\\",
      ",",
      "year:",
      "..",
      "2019",
      "claim:C",
      "cites:",
      "doi:10.1/",
      " ",
      "é",
      "is:self",
      "\0",
      "\ud800",
      "/",
      "x",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 14 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const { query, problems } = parseQuery(typed);
        for (const { at, length, message } of problems) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at + length).toBeLessThanOrEqual(typed.length);
          expect(message).toMatch(/\.$|:$/);
        }
        expect(parseQuery(printQuery(query))).toEqual({ query, problems: [] });
      }),
      { numRuns: 500 },
    );
  });
});

const not = fc.boolean();
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 1, maxLength: 3 });
const words = fc
  .stringMatching(/^[\p{L}\p{N}",\\.]{1,8}( [\p{L}\p{N}]{1,5})?$/u)
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
const years = fc
  .tuple(fc.option(fc.integer({ min: 1000, max: 9999 })), fc.option(fc.integer({ min: 1000, max: 9999 })))
  .filter(([a, b]) => a !== null || b !== null)
  .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));
const term: fc.Arbitrary<QueryTerm> = fc.oneof(
  ...(Object.keys(QUERY_VOCABULARIES) as VocabularyKey[]).map(
    (key) =>
      fc.record({
        key: fc.constant(key),
        not,
        values: some(fc.constantFrom(...QUERY_VOCABULARIES[key])),
      }) as fc.Arbitrary<QueryTerm>,
  ),
  ...WORDED_KEYS.map((key) => fc.record({ key: fc.constant(key), not, values: some(words) })),
  fc.record({ key: fc.constant("year" as const), not, values: some(years) }),
  fc.record({
    key: fc.constant("claim" as const),
    not,
    values: some(
      fc.record({
        number: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        verdict: fc.option(fc.constantFrom(...CLAIM_VERDICTS)),
      }),
    ),
  }),
  fc.record({
    key: fc.constant("cites" as const),
    not,
    values: some(
      fc.oneof(
        fc.integer({ min: 1, max: 1e12 }),
        fc
          .stringMatching(/^[a-z0-9"(),-]{0,6}[a-z0-9]$/)
          .map((end) => ({ scheme: "doi" as const, value: `10.1000/${end}` })),
      ),
    ),
  }),
  fc.record({ key: fc.constant("text" as const), not, text: words, phrase: fc.constant(true) }),
);

test("a query that is printed is read again as it was", () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
      const query: Query = { terms };
      expect(parseQuery(printQuery(query))).toEqual({ query, problems: [] });
    }),
    { numRuns: 300 },
  );
});
