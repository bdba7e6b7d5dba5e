import type { Route } from "next";
import type { QueryTerm } from "@/lib/citation/query";
import { printQuery } from "@/lib/citation/query-print";
import { citersHref } from "./citers/search-params";

/** The address of the explorer that shows the citers for which all terms hold. */
export const citersWhere = (slug: string, terms: readonly QueryTerm[]): Route =>
  citersHref(slug, { text: printQuery({ terms }) });
