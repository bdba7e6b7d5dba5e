import type { CiterSort } from "@/db/queries/citer-order";
import type { CoCitedSort } from "@/db/queries/co-cited";
import type { SearchSort } from "@/db/queries/search";
import { CURSOR_HELP } from "./paging";

const DATE = /^(?:\d{4}(?:-\d{2}){0,2})?$/;
const COUNT = /^\d{1,9}$/;
const RANK = /^\d{1,2}(?:\.\d{1,12})?(?:e-[0-2]?\d)?$/;

/** What the value of a cursor looks like in each order. */
const VALUES: Readonly<Record<CiterSort | SearchSort, RegExp>> = {
  newest: DATE,
  oldest: DATE,
  most_cited: COUNT,
  most_contested: COUNT,
  relevance: RANK,
};

/** Whether a cursor is of a list in the order that is asked for. */
export const fitsOrder = ({
  sort = "newest",
  cursor,
}: {
  sort?: keyof typeof VALUES;
  cursor?: { value: string };
}): boolean => cursor === undefined || VALUES[sort].test(cursor.value);

/** The same of co-cited works, which have whole numbers in every order but that of strength. */
export const isWholeUnlessStrength = ({ sort, cursor }: { sort: CoCitedSort; cursor?: { value: string } }) =>
  cursor === undefined || sort === "strength" || COUNT.test(cursor.value);

/** What is said where it is not. */
export const OTHER_ORDER = { path: ["cursor"], message: CURSOR_HELP };
