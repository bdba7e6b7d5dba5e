import type { Description, KnownWork } from "./match";

/** A work that a row may mean, with the facts on which both sides say something. */
export interface Candidate {
  workId: number;
  agrees: string[];
  differs: string[];
}

/** As many works as anybody would choose from. */
const MOST_CANDIDATES = 8;

/** The works that a row may mean, those that agree with it in most facts first; equals in the order of their numbers. */
export function weighCandidates(row: Description, works: readonly KnownWork[]): Candidate[] {
  return works
    .map((work) => weigh(row, work))
    .sort((a, b) => scoreOf(b) - scoreOf(a) || a.workId - b.workId)
    .slice(0, MOST_CANDIDATES);
}

const scoreOf = ({ agrees, differs }: Candidate) => agrees.length - differs.length;

function weigh(row: Description, work: KnownWork): Candidate {
  const facts = [
    ...row.identifiers.map(({ scheme, value }) =>
      fact(scheme, value, [...(work.identifiers.get(scheme) ?? [])]),
    ),
    fact("title", row.titleKey, said(work, "titleKey")),
    fact("year", row.year, said(work, "year")),
    fact("first author", row.firstAuthorKey, said(work, "firstAuthorKey")),
  ].filter(({ agrees }) => agrees !== null);
  const cited = [...row.hubs].some((hub) => work.hubs.has(hub)) ? ["cited hub"] : [];
  const named = (verdict: boolean) => [
    ...new Set(facts.filter(({ agrees }) => agrees === verdict).map(({ name }) => name)),
  ];
  return { workId: work.id, agrees: [...named(true), ...cited], differs: named(false) };
}

/** Null where one of the two sides says nothing. */
function fact<Value>(name: string, value: Value | null, known: readonly Value[]) {
  return { name, agrees: value === null || known.length === 0 ? null : known.includes(value) };
}

const said = <Name extends "titleKey" | "year" | "firstAuthorKey">(work: KnownWork, name: Name) =>
  work.titles.flatMap((one) => one[name] ?? []);
