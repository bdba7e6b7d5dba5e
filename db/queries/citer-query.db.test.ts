import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import type { Connection } from "@/db/client";
import { rule } from "@/db/commands/rule";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { takeRecords } from "@/db/testing/take-records";
import { vote } from "@/db/testing/votable";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { CLAIM_VERDICTS, QUERY_VOCABULARIES, type Query, type QueryTerm } from "@/lib/citation/query";
import { printQuery } from "@/lib/citation/query-print";
import { ROLES } from "@/lib/citation/role";
import { seededRandom } from "@/lib/citation/seeded-random";
import type { ImportRecord } from "@/lib/import/record";
import { getCiterFacets } from "./citer-facets";
import { countCiters, listCiters } from "./citers";
import { getHub } from "./hub";

const WORDS = ["lamp", "lamps", "keeper", "Leuchtturm", "beam", "fog"];
const FIELDS = ["Optics", "History"];
const CITERS = 40;

/** What a plain filter looks at. */
interface Citer {
  workId: number;
  title: string;
  author: string;
  venue: string;
  fields: string[];
  year: number | null;
  sentences: string[];
  cites: string[];
  retracted: boolean;
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
async function makeWorld(connection: Connection): Promise<{ hubId: number; citers: Citer[] }> {
  const random = seededRandom(7);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const some = <T>(of: readonly T[]): T[] => of.filter(() => random() < 0.3);
  const facts = new Map<
    string,
    Pick<Citer, "title" | "author" | "venue" | "fields" | "sentences" | "cites" | "retracted">
  >();
  const work = (key: string, fields: Extract<ImportRecord, { kind: "work" }>["fields"]): ImportRecord => ({
    kind: "work",
    key,
    fields,
    identifiers: [{ scheme: "doi", value: `10.5555/${key}` }],
    source: "spokes",
  });
  const records: ImportRecord[] = ["hub", "noise"].flatMap((hub) => [
    work(hub, { title: `All about the ${hub} of it all`, published: "1999" }),
    { kind: "hub" as const, work: hub, slug: hub },
    { kind: "claim" as const, hub, number: 1, text: "One." },
    { kind: "claim" as const, hub, number: 2, text: "Two." },
  ]);
  records.push(
    work("ref0", { title: "A reference on the lamps of old" }),
    work("ref1", { title: "A reference on the fog of old" }),
  );
  for (let n = 0; n < CITERS; n++) {
    const [title, author, venue] = [
      `Paper ${n} on ${one(WORDS)} and ${one(WORDS)}`,
      `${one(["Ana", "Bo"])} ${one(["Müller", "Fogg"])}`,
      `Journal of ${one(WORDS)}`,
    ];
    const fact = {
      title,
      author,
      venue,
      fields: some(FIELDS),
      cites: some(["ref0", "ref1"]),
      retracted: random() < 0.2,
      sentences: some([0, 1, 2]).map((i) => `Sentence ${i} of ${n} has ${one(WORDS)} in it.`),
    };
    const key = `citer${n}`;
    facts.set(`10.5555/${key}`, fact);
    records.push(
      work(key, {
        title,
        authors: [{ name: author }],
        venue,
        fields: fact.fields,
        published: random() < 0.8 ? String(2000 + Math.floor(random() * 9)) : undefined,
        notices: fact.retracted ? [{ kind: "retracted" }] : undefined,
      }),
      ...fact.cites.map((cited): ImportRecord => ({ kind: "reference", citing: key, cited })),
    );
    for (const hub of ["hub", "noise"]) {
      records.push({
        kind: "citation",
        hub,
        citing: key,
        isSelf: random() < 0.2,
        isInfluential: random() < 0.2,
      });
      for (const text of fact.sentences) {
        records.push({ kind: "context", hub, citing: key, text, source: "spokes" });
        if (random() < 0.7)
          records.push({
            kind: "suggestion",
            hub,
            citing: key,
            contextText: text,
            original: "x",
            role: one(ROLES),
            polarity: one(POLARITIES),
            basis: one(EVIDENCE_BASES),
            source: "made",
            version: random() < 0.5 ? "2" : undefined,
          });
      }
    }
  }
  await takeRecords(connection, records);
  const { db } = connection;
  const hub = await getHub(db, "hub");
  const hubId = hub?.id ?? 0;
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
  const { rows } = await db.execute<
    Omit<Citer, "title" | "author" | "venue" | "fields" | "sentences" | "cites" | "retracted"> & {
      doi: string;
    }
  >(sql`
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
  return {
    hubId,
    citers: rows.map(({ doi, ...row }) => {
      const fact = facts.get(doi);
      if (!fact) throw new Error(`${doi} is not of this world`);
      return { ...row, ...fact };
    }),
  };
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const includesRun = (all: readonly string[], run: readonly string[]) =>
  all.some((_, i) => run.every((word, j) => all[i + j] === word));

/** The same as the SQL, said in the plainest way. */
function holds(term: QueryTerm, citer: Citer): boolean {
  const unvoted = citer.labelState === "unlabelled" && citer.roles.length === 0;
  const is = (): boolean => {
    switch (term.key) {
      case "text": {
        const places = [[citer.title], [citer.author], ...citer.sentences.map((one) => [one])].map(([text]) =>
          wordsOf(text ?? ""),
        );
        const own = [...(places[0] ?? []), ...(places[1] ?? [])];
        const wanted = wordsOf(term.text);
        return [own, ...places.slice(2)].some((words) =>
          term.phrase
            ? includesRun(words, wanted)
            : wanted.every((want) => words.some((word) => word.startsWith(want))),
        );
      }
      case "year":
        return term.values.some(
          ({ from, to }) => citer.year !== null && citer.year >= (from ?? 0) && citer.year <= (to ?? 9999),
        );
      case "field":
        return term.values.some((value) =>
          citer.fields.some((field) => field.toLowerCase() === value.toLowerCase()),
        );
      case "venue":
        return term.values.some((value) => includesRun(wordsOf(citer.venue), wordsOf(value)));
      case "author":
        return term.values.some((value) =>
          wordsOf(value).every((word) => wordsOf(citer.author).includes(word)),
        );
      case "cites":
        return term.values.some(
          (one) => typeof one !== "number" && citer.cites.some((key) => one.value === `10.5555/${key}`),
        );
      case "claim":
        return term.values.some(({ number, verdict }) =>
          citer.claims.some(
            (one) =>
              one.number === number &&
              (verdict === null || one.verdict === (verdict === "used" ? "neutral" : verdict)),
          ),
        );
      case "role":
        return term.values.some((role) => (unvoted ? citer.suggestedRoles : citer.roles).includes(role));
      case "polarity":
        return term.values.some((value) => value === effectivePolarity(citer));
      case "basis":
        return term.values.some(
          (basis) =>
            citer.bases.includes(basis) || (unvoted && citer.suggestions.some((one) => one.basis === basis)),
        );
      case "label":
        return term.values.some((value) => isLabelled(citer, value, unvoted));
      case "by":
        return term.values.some((value) =>
          value === "person"
            ? citer.votes > 0
            : citer.suggestions.some((one) => (one.version === null) === (value === "import")),
        );
      case "has":
        return citer.sentences.length > 0;
      case "is":
        return term.values.some(
          (value) =>
            ({ self: citer.isSelf, influential: citer.isInfluential, retracted: citer.retracted })[value],
        );
    }
  };
  return is() !== term.not;
}

function effectivePolarity({ labelState, polarity, suggestedPolarity }: Citer): string | null {
  if (labelState === "labelled") return polarity;
  if (labelState === "unlabelled") return suggestedPolarity;
  return labelState === "unclear" ? "unclear" : null;
}

function isLabelled(
  citer: Citer,
  value: (typeof QUERY_VOCABULARIES)["label"][number],
  unvoted: boolean,
): boolean {
  switch (value) {
    case "unlabelled":
      return citer.labelState === "unlabelled";
    case "unclear":
      return citer.labelState === "unclear";
    case "contested":
      return citer.contested;
    case "adjudicated":
      return citer.ruled;
    case "suggested":
      return unvoted && (citer.suggestedPolarity !== null || citer.suggestedRoles.length > 0);
    default:
      return citer.labelState === "labelled" && citer.strength === value;
  }
}

const not = fc.boolean();
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 1, maxLength: 2 });
const ofVocabulary = (["role", "polarity", "basis", "label", "by", "has", "is"] as const).map(
  (key) =>
    fc.record({
      key: fc.constant(key),
      not,
      values: some(fc.constantFrom(...QUERY_VOCABULARIES[key])),
    }) as fc.Arbitrary<QueryTerm>,
);
const anyTerm: fc.Arbitrary<QueryTerm> = fc.oneof(
  ...ofVocabulary,
  fc.record({
    key: fc.constant("year" as const),
    not,
    values: some(
      fc.constantFrom({ from: 2003, to: null }, { from: null, to: 2004 }, { from: 2005, to: 2005 }),
    ),
  }),
  fc.record({
    key: fc.constant("field" as const),
    not,
    values: some(fc.constantFrom("optics", "History", "none")),
  }),
  fc.record({
    key: fc.constant("venue" as const),
    not,
    values: some(fc.constantFrom("journal of fog", "leuchtturm", "of")),
  }),
  fc.record({
    key: fc.constant("author" as const),
    not,
    values: some(fc.constantFrom("muller", "Fogg Ana", "Bo")),
  }),
  fc.record({
    key: fc.constant("cites" as const),
    not,
    values: some(
      fc.constantFrom(
        { scheme: "doi" as const, value: "10.5555/ref0" },
        { scheme: "doi" as const, value: "10.5555/ref1" },
        999_999_999,
      ),
    ),
  }),
  fc.record({
    key: fc.constant("claim" as const),
    not,
    values: some(
      fc.record({ number: fc.constantFrom(1, 2, 3), verdict: fc.option(fc.constantFrom(...CLAIM_VERDICTS)) }),
    ),
  }),
  fc.record({
    key: fc.constant("text" as const),
    not,
    text: fc.constantFrom("lamp", "lamps", "LEUCHT", "fog", "müller", "sentence"),
    phrase: fc.constant(false),
  }),
  fc.record({
    key: fc.constant("text" as const),
    not,
    text: fc.constantFrom("lamp and", "in it", "on fog", "lam"),
    phrase: fc.constant(true),
  }),
);

test("every query leaves the citers that a plain filter leaves, and facets count what their values leave", async ({
  connection,
}) => {
  const { db } = connection;
  const { hubId, citers } = await makeWorld(connection);
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
