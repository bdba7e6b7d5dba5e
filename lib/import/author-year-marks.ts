import type { NamedReference } from "./reference-list";
import type { Range } from "./sentences";

/** A mark that names its reference by authors and year. */
export interface AuthorYearMark extends Range {
  named: NamedReference;
  /** Whether it is surely meant as a citation; "in June 2010" may look like one. */
  isPlain: boolean;
}

const PARTICLE =
  "(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ten|ter|el|al|bin|af|av|zu|Van|Von|De|Di|Da|Le|La)";
const NAME = String.raw`(?:${PARTICLE}\s+){0,3}\p{Lu}[\p{L}\p{M}'’‐‑-]{1,40}`;
const AND = `(?:and|&|und|et|y|e|ja|och|og|en)`;
const NAMES = String.raw`${NAME}(?:,\s+${NAME}){0,5}(?:,?\s+${AND}\s+${NAME})?`;
const MORE = String.raw`(?:,?\s+(?:et\.?\s+al\b\.?|and\s+(?:colleagues|co-?workers|others)|ym\.|u\.\s?a\.))`;
const YEAR = String.raw`(?:1[5-9]|20)\d{2}[a-z]?(?![\p{L}\d]|[-–]\d)`;
const YEARS = String.raw`${YEAR}(?:\s*(?:[,;&]|and)\s*(?:${YEAR}|[a-z](?![\p{L}\d])))*`;
const MARK = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?<names>${NAMES})(?<more>${MORE}?)(?:['’]s?)?(?<join>,?\s*[([]?\s*,?\s*)(?<years>${YEARS})`,
  "gu",
);
const ONE_NAME = new RegExp(NAME, "gu");
const ONE_YEAR = /(\d{4})?([a-z])?(?![\p{L}\d])/gu;

/** What stands before a year and is no author. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    "january february march april may june july august september october november december jan feb mar apr jun jul " +
    "aug sep sept oct nov dec spring summer autumn fall winter since until during before after from in by table figure " +
    "fig section chapter equation version copyright between early late mid year"
  ).split(" "),
);

/**
 * Marks that name authors and a year, one for each year: "(Smith et al., 2020; Jones, 2019a, b)", "Smith and Jones
 * (2020)", "[Müller 2001, 2003]". The first reaches from the names to its year, any other holds its year alone.
 */
export function authorYearMarks(text: string): AuthorYearMark[] {
  return [...text.matchAll(MARK)].flatMap((match) => {
    const { names = "", more = "", join = "", years = "" } = match.groups ?? {};
    const named = (names.match(ONE_NAME) ?? []).map((name) => name.replace(/['’]s?$/u, ""));
    if (named.length === 0 || NO_NAMES.has((named.at(-1) ?? "").toLowerCase())) return [];
    const isPlain = more !== "" || /[([,]/u.test(join);
    const isClosed = /[([]/u.test(join) && /^[)\]]/u.test(text.charAt(match.index + match[0].length));
    const yearsAt = match.index + match[0].length - years.length;
    return eachYear(years).map(({ at, length, year, letter }, index, all) => ({
      start: index === 0 ? match.index : yearsAt + at,
      end: yearsAt + at + length + (isClosed && all.length === 1 ? 1 : 0),
      named: { names: named, etAl: more !== "", year, letter },
      isPlain,
    }));
  });
}

interface Year {
  at: number;
  length: number;
  year: number;
  letter: string | null;
}

/** The years of "2019a, b; 2021": a letter alone belongs to the year before it. */
function eachYear(years: string): Year[] {
  let year = 0;
  return [...years.replace(/\band\b/gu, "   ").matchAll(ONE_YEAR)].flatMap(
    ({ index, 0: found, 1: digits, 2: letter }) => {
      if (found === "") return [];
      if (digits !== undefined) year = Number(digits);
      return [{ at: index, length: found.length, year, letter: letter ?? null }];
    },
  );
}
