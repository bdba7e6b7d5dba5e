import type { Identifier } from "@/lib/citation/identifiers";
import type { Query, QueryTerm } from "@/lib/citation/query";

type KeyedTerm = Exclude<QueryTerm, { key: "text" }>;

/** Writes a query so that `parseQuery` reads the same. */
export function printQuery({ terms }: Query): string {
  return terms.map(printTerm).join(" ");
}

/** Writes one term of a query. */
export function printTerm(term: QueryTerm): string {
  const begin = term.not ? "-" : "";
  if (term.key === "text") return begin + (term.phrase ? quote(term.text) : term.text);
  return `${begin}${term.key}:${printValues(term).join(",")}`;
}

function printValues(term: KeyedTerm): string[] {
  if (term.key === "year")
    return term.values.map(({ from, to }) => (from === to ? String(from) : `${from ?? ""}..${to ?? ""}`));
  if (term.key === "claim")
    return term.values.map(({ number, verdict }) => `C${number}${verdict === null ? "" : `/${verdict}`}`);
  if (term.key === "cites") return term.values.map(printCited);
  return term.values.map((text) => (/[\s",]/u.test(text) ? quote(text) : text));
}

/** A cited work as a query names it. */
export function printCited(work: Identifier | number): string {
  const text = typeof work === "number" ? String(work) : `${work.scheme}:${work.value}`;
  return /[\s",]/u.test(text) ? quote(text) : text;
}

/** Text as a query quotes it. */
export const quote = (text: string) => `"${text.replace(/["\\]/gu, "\\$&")}"`;
