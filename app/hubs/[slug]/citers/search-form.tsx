import { BUTTON_STYLE } from "@/app/_ui/button-style";
import { SelectField, TextField } from "@/app/_ui/form-field";
import { CITER_SORTS, type CiterSort } from "@/db/queries/citer-order";
import { LONGEST_QUERY } from "@/lib/citation/query-language";
import { type CiterView, citersHref } from "./search-params";

export const SORT_LABELS: Readonly<Record<CiterSort, string>> = {
  newest: "newest first",
  oldest: "oldest first",
  most_cited: "most cited first",
  most_contested: "most contested first",
  relevance: "best match first",
};

/** The explorer's controls: a plain form whose answer is an address. */
export function SearchForm({ slug, view: { text, sort } }: { slug: string; view: CiterView }) {
  return (
    <search className="print:hidden">
      <form
        action={citersHref(slug)}
        className="grid grid-cols-2 items-end gap-3 border-t border-line pt-5 sm:grid-cols-[minmax(0,1fr)_12rem_auto]"
      >
        <div className="col-span-2 sm:col-span-1">
          <TextField
            id="q"
            name="q"
            type="search"
            label="Words, or terms such as role:method"
            defaultValue={text}
            maxLength={LONGEST_QUERY}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        </div>
        <SelectField
          id="sort"
          name="sort"
          label="Order"
          defaultValue={sort}
          options={CITER_SORTS.map((value) => ({ value, label: SORT_LABELS[value] }))}
        />
        <button type="submit" className={BUTTON_STYLE}>
          Search
        </button>
      </form>
    </search>
  );
}
