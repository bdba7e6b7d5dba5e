import {
  QUERY_VOCABULARIES,
  type Query,
  type QueryKey,
  type QueryTerm,
  type VocabularyKey,
  WORDED_KEYS,
  type WordedKey,
} from "@/lib/citation/query";
import { printCited, quote } from "@/lib/citation/query-print";
import { type QueryPiece, type QueryToken, queryTokens } from "@/lib/citation/query-tokens";
import {
  type ReadValue,
  readCitedWork,
  readClaim,
  readKey,
  readWord,
  readYears,
} from "@/lib/citation/query-values";

/** Something in a query that could not be read; its place is in UTF-16 units of the query. */
export interface QueryProblem {
  readonly at: number;
  readonly length: number;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What could stand in that place instead; null: nothing comes near. */
  readonly suggestion: string | null;
}

/** Longer ones are read up to here. In UTF-16 units. */
export const LONGEST_QUERY = 1000;
/** What is asked in one query; each is a condition that the database checks. */
export const MOST_TERMS = 40;
const MOST_VALUES = 40;

/**
 * Reads a query: terms parted by spaces, all of which must hold. `role:method,dataset` asks for either value, `-` before
 * a term turns it round, quoted words must stand together, other words may be beginnings. Never throws: what cannot be
 * read becomes a problem, and the other terms stay.
 */
export function parseQuery(text: string): { query: Query; problems: readonly QueryProblem[] } {
  const problems: QueryProblem[] = [];
  // Signs that steer a terminal are spaces; the places of all others stay.
  const read = text.slice(0, LONGEST_QUERY).replace(/\p{Cc}/gu, " ");
  if (read.length < text.length)
    problems.push(
      problem(LONGEST_QUERY, text.length - LONGEST_QUERY, `Queries end after ${LONGEST_QUERY} signs.`, ""),
    );
  const tokens = queryTokens(read);
  const past = tokens[MOST_TERMS];
  if (past)
    problems.push(problem(past.at, read.length - past.at, `A query has at most ${MOST_TERMS} terms.`, ""));
  const terms = tokens.slice(0, MOST_TERMS).flatMap((token) => readTerm(token, problems) ?? []);
  return { query: { terms }, problems };
}

/** The query with the suggestion of one of its problems in place. */
export function mendQuery(text: string, { at, length, suggestion }: QueryProblem): string {
  return suggestion === null ? text : (text.slice(0, at) + suggestion + text.slice(at + length)).trim();
}

const problem = (at: number, length: number, message: string, suggestion: string | null): QueryProblem => ({
  at,
  length,
  message,
  suggestion,
});

function readTerm(token: QueryToken, problems: QueryProblem[]): QueryTerm | null {
  const open = token.values.find((piece) => piece.unclosed);
  if (open) problems.push(problem(open.at, open.length, "A quotation mark is not closed.", quote(open.text)));
  if (token.key === null) return readText(token);
  const key = readKey(token.key);
  if (!("value" in key)) {
    problems.push(unknownKey(token, key.message, key.instead));
    return null;
  }
  if (token.values.length === 0) {
    const example = `${token.not ? "-" : ""}${key.value}:${EXAMPLES[key.value]}`;
    problems.push(problem(token.at, token.length, `${key.value}: needs a value.`, example));
    return null;
  }
  return readKeyed(key.value, token, problems);
}

function readText({ not, values: [piece] }: QueryToken): QueryTerm | null {
  if (piece === undefined || !/[\p{L}\p{N}]/u.test(piece.text)) return null;
  return { key: "text", not, text: piece.text, phrase: piece.quoted };
}

/** A value of every key that takes more than a word of a vocabulary, to show how it is written. */
const EXAMPLES: Readonly<Record<QueryKey, string>> = {
  role: QUERY_VOCABULARIES.role[0],
  polarity: QUERY_VOCABULARIES.polarity[0],
  basis: QUERY_VOCABULARIES.basis[0],
  label: QUERY_VOCABULARIES.label[0],
  by: QUERY_VOCABULARIES.by[0],
  has: QUERY_VOCABULARIES.has[0],
  is: QUERY_VOCABULARIES.is[0],
  claim: "C1",
  year: "2019..2023",
  field: "biology",
  venue: "nature",
  author: "curie",
  cites: "doi:10.1000/182",
};

function unknownKey(token: QueryToken, message: string, nearest: QueryKey | null): QueryProblem {
  const { key, at, length, not } = token;
  const begin = not ? "-" : "";
  const values = token.values.map(printPiece).join(",");
  const cited = readCitedWork(`${key}:${token.values[0]?.text ?? ""}`);
  if (nearest !== null)
    return problem(at, length, message, `${begin}${nearest}:${values || EXAMPLES[nearest]}`);
  if (token.values.length === 1 && "value" in cited)
    return problem(
      at,
      length,
      `${message} A cited work is asked for by cites:`,
      `${begin}cites:${printCited(cited.value)}`,
    );
  return problem(
    at,
    length,
    `${message} Words with a colon are put in quotation marks.`,
    begin + quote(`${key}:${values}`),
  );
}

function readKeyed(key: QueryKey, { not, values }: QueryToken, problems: QueryProblem[]): QueryTerm | null {
  const past = values[MOST_VALUES];
  const last = values.at(-1);
  if (past && last) {
    const length = last.at + last.length - past.at;
    problems.push(problem(past.at, length, `A term has at most ${MOST_VALUES} values.`, null));
  }
  const pieces = values.slice(0, MOST_VALUES);
  const all = <Value>(read: (text: string) => ReadValue<Value>): Value[] =>
    pieces.flatMap((piece) => {
      const found = read(piece.text);
      if ("value" in found) return [found.value];
      problems.push(problem(piece.at, piece.length, found.message, found.instead));
      return [];
    });
  const term = termOf(key, not, all);
  return term.values.length === 0 ? null : term;
}

type KeyedTerm = Exclude<QueryTerm, { key: "text" }>;

function termOf(
  key: QueryKey,
  not: boolean,
  all: <Value>(read: (text: string) => ReadValue<Value>) => Value[],
): KeyedTerm {
  if (key === "year") return { key, not, values: all(readYears) };
  if (key === "claim") return { key, not, values: all(readClaim) };
  if (key === "cites") return { key, not, values: all(readCitedWork) };
  if (isWorded(key)) return { key, not, values: all(readWorded) };
  // One member of the union a key, which TypeScript cannot follow through a variable.
  return { key, not, values: all((text) => readWord(key, text)) } as Extract<
    KeyedTerm,
    { key: VocabularyKey }
  >;
}

const isWorded = (key: QueryKey): key is WordedKey => WORDED_KEYS.some((one) => one === key);

function readWorded(text: string): ReadValue<string> {
  return /[\p{L}\p{N}]/u.test(text)
    ? { value: text.replace(/\s+/gu, " ").trim() }
    : { message: "A word has letters or digits.", instead: null };
}

const printPiece = ({ text, quoted }: QueryPiece) => (quoted ? quote(text) : text);
