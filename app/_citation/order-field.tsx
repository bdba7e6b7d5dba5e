import { SelectField } from "@/app/_ui/form-field";
import type { CiterSort } from "@/db/queries/citer-order";

export const SORT_LABELS: Readonly<Record<CiterSort, string>> = {
  newest: "newest first",
  oldest: "oldest first",
  most_cited: "most cited first",
  most_contested: "most contested first",
  relevance: "best match first",
};

/** The order of what a search finds. */
export function OrderField({ sort, sorts }: { sort: CiterSort; sorts: readonly CiterSort[] }) {
  return (
    <SelectField
      id="sort"
      name="sort"
      label="Order"
      defaultValue={sort}
      options={sorts.map((value) => ({ value, label: SORT_LABELS[value] }))}
    />
  );
}
