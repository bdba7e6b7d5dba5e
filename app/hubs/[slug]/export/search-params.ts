import type { Route } from "next";
import { slugify } from "@/lib/citation/title";
import { EXPORT_FORMATS, type ExportFormat, FORMAT_FACTS } from "@/lib/export/formats";

/** What the address of a file asks for. */
export interface ExportSearch {
  format: ExportFormat;
  /** The query of the explorer; empty: all citers. */
  query: string;
}

/** Reads the parameters of a file, or says what is wrong with them. */
export function readExportSearch(params: URLSearchParams): ExportSearch | { problem: string } {
  const asked = params.get("format");
  const format = EXPORT_FORMATS.find((one) => one === asked);
  const known = EXPORT_FORMATS.join(", ");
  if (asked === null) return { problem: `Say which format you want, as in ?format=csv. There are ${known}.` };
  if (format === undefined)
    return { problem: `There is no format “${asked.slice(0, 40)}”. There are ${known}.` };
  return { format, query: params.get("q")?.trim() ?? "" };
}

/** The address of a file with the same parameters. */
export function exportHref(slug: string, params: URLSearchParams): Route {
  return `/hubs/${slug}/export?${params}` as Route;
}

const LONGEST_NAME = 120;

/** "demonstration-role-baseline-2026-11-28.csv": the hub, the view, the day. */
export function fileNameOf(slug: string, { format, query }: ExportSearch, now: Date): string {
  const view = query === "" ? "" : `-${slugify(query)}`;
  const day = now.toISOString().slice(0, 10);
  return `${`${slug}${view}`.slice(0, LONGEST_NAME).replace(/-+$/u, "")}-${day}.${FORMAT_FACTS[format].ending}`;
}
