import type { Route } from "next";
import { z } from "zod";
import { CO_CITED_SORTS, type CoCitedCursor, type CoCitedSort } from "@/db/queries/co-cited";

/** What the address of the list of co-cited works asks for. */
export interface CoCitedSearch {
  sort: CoCitedSort;
  after: CoCitedCursor | null;
}

const FALLBACK_SORT: CoCitedSort = CO_CITED_SORTS[0];
const Sort = z.enum(CO_CITED_SORTS);

/** Sort value and work of the last row before the page, `17_123`; only a strength has a fraction or a sign. */
const Cursor = z
  .string()
  .regex(/^-?\d{1,10}(?:\.\d{1,30})?_[1-9]\d{0,14}$/u)
  .transform((text): CoCitedCursor => {
    const [value = "", workId] = text.split("_");
    return { value, workId: Number(workId) };
  });

const LARGEST_COUNT = 2 ** 31 - 1;

const fits = (sort: CoCitedSort, { value }: CoCitedCursor) =>
  sort === "strength" || (/^\d+$/u.test(value) && Number(value) <= LARGEST_COUNT);

/** Reads the parameters of the list. One that is malformed counts as not given; of a repeated one the first counts. */
export function readCoCitedSearch(
  params: Readonly<Record<string, string | string[] | undefined>>,
): CoCitedSearch {
  const one = (name: string) => [params[name]].flat()[0];
  const sort = Sort.catch(FALLBACK_SORT).parse(one("sort"));
  const after = Cursor.nullable().catch(null).parse(one("after"));
  return { sort, after: after !== null && fits(sort, after) ? after : null };
}

/** The address of the list; what is not asked for stays out of it. */
export function coCitedHref(slug: string, { sort, after }: Partial<CoCitedSearch> = {}): Route {
  const query = new URLSearchParams();
  if (sort && sort !== FALLBACK_SORT) query.set("sort", sort);
  if (after) query.set("after", `${after.value}_${after.workId}`);
  return `/hubs/${slug}/cocited${query.size > 0 ? `?${query}` : ""}` as Route;
}
