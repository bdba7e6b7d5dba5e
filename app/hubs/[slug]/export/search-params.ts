import type { Route } from "next";
import { CITER_SORTS, type CiterSort } from "@/db/queries/citer-order";
import type { Query } from "@/lib/citation/query";
import { parseQuery, type QueryProblem } from "@/lib/citation/query-language";
import { slugify } from "@/lib/citation/title";
import { EXPORT_FORMATS, type ExportFormat, FORMAT_FACTS } from "@/lib/export/formats";

/** What the address of a file asks for. */
export interface ExportSearch {
  format: ExportFormat;
  /** The query of the explorer as it was typed; empty: all citers. */
  text: string;
  query: Query;
  sort: CiterSort;
}

/** Reads the parameters of a file, or says what is wrong with them. */
export function readExportSearch(params: URLSearchParams): ExportSearch | { problem: string } {
  const asked = params.get("format");
  const format = EXPORT_FORMATS.find((one) => one === asked);
  const known = EXPORT_FORMATS.join(", ");
  if (asked === null) return { problem: `Say which format you want, as in ?format=csv. There are ${known}.` };
  if (format === undefined)
    return { problem: `There is no format “${asked.slice(0, 40)}”. There are ${known}.` };
  const sort = params.get("sort") ?? CITER_SORTS[0];
  if (!isSort(sort))
    return { problem: `There is no order “${sort.slice(0, 40)}”. There are ${CITER_SORTS.join(", ")}.` };
  const text = params.get("q")?.trim() ?? "";
  const { query, problems } = parseQuery(text);
  // A page can show what it understood; of a file nobody would see that it holds something else.
  if (problems.length > 0) return { problem: problems.map((one) => problemLine(text, one)).join("\n") };
  return { format, text, query, sort };
}

const isSort = (text: string): text is CiterSort => CITER_SORTS.some((one) => one === text);

function problemLine(text: string, { at, length, message, suggestion }: QueryProblem): string {
  const place = text.slice(at, at + length).slice(0, LONGEST_QUOTED);
  const instead = suggestion ? ` Perhaps ${suggestion} is meant.` : "";
  return `The query cannot be read at sign ${at + 1}, “${place}”: ${message}${instead}`;
}

const LONGEST_QUOTED = 80;

/** The address of a file with the same parameters. */
export function exportHref(slug: string, params: URLSearchParams): Route {
  return `/hubs/${slug}/export?${params}` as Route;
}

const LONGEST_NAME = 120;

/** "demonstration-role-baseline-2026-11-28.csv": the hub, the view, the day. */
export function fileNameOf(
  slug: string,
  { format, text }: Pick<ExportSearch, "format" | "text">,
  now: Date,
): string {
  const view = text === "" ? "" : `-${slugify(text)}`;
  const day = now.toISOString().slice(0, 10);
  return `${`${slug}${view}`.slice(0, LONGEST_NAME).replace(/-+$/u, "")}-${day}.${FORMAT_FACTS[format].ending}`;
}
