import { BUTTON_STYLE } from "@/app/_ui/button-style";
import { SelectField, TextField } from "@/app/_ui/form-field";
import { CITER_SORTS, type CiterSort } from "@/db/queries/citers";
import { type CiterSearch, citersHref } from "./search-params";

const SORT_LABELS: Readonly<Record<CiterSort, string>> = {
  newest: "newest first",
  oldest: "oldest first",
  most_cited: "most cited first",
};

/** The explorer's controls: a plain form whose answer is an address. */
export function SearchForm({ slug, search }: { slug: string; search: CiterSearch }) {
  const { words, fromYear, toYear, sort } = search;
  return (
    <search className="print:hidden">
      <form
        action={citersHref(slug)}
        className="grid grid-cols-2 items-end gap-3 border-y border-line py-5 sm:grid-cols-[minmax(0,1fr)_6rem_6rem_11rem_auto]"
      >
        <div className="col-span-2 sm:col-span-1">
          <TextField
            id="q"
            name="q"
            type="search"
            label="Words in title, authors or summary"
            defaultValue={words}
            maxLength={200}
          />
        </div>
        <TextField id="from" name="from" label="From year" defaultValue={fromYear ?? ""} {...YEAR} />
        <TextField id="to" name="to" label="To year" defaultValue={toYear ?? ""} {...YEAR} />
        <SelectField
          id="sort"
          name="sort"
          label="Order"
          defaultValue={sort}
          options={CITER_SORTS.map((value) => ({ value, label: SORT_LABELS[value] }))}
        />
        <button type="submit" className={BUTTON_STYLE}>
          Show
        </button>
      </form>
    </search>
  );
}

const YEAR = {
  inputMode: "numeric",
  pattern: "[12][0-9]{3}",
  maxLength: 4,
  title: "a year such as 2021",
  autoComplete: "off",
} as const;
