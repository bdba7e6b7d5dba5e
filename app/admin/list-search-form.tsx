import type { Route } from "next";
import { BUTTON_STYLE } from "@/app/_ui/button-style";
import { SelectField, TextField } from "@/app/_ui/form-field";
import { LONGEST_SEARCH } from "./search-words";

/** The controls of a list for admins: a plain form whose answer is an address with `q` and `show`. */
export function ListSearchForm<Shown extends string>({
  action,
  label,
  words,
  shown,
  choices,
}: {
  action: Route;
  /** What the words are looked for in. */
  label: string;
  words: string;
  shown: Shown;
  choices: Readonly<Record<Shown, string>>;
}) {
  const options = (Object.keys(choices) as Shown[]).map((value) => ({ value, label: choices[value] }));
  return (
    <search>
      <form
        action={action}
        className="grid items-end gap-3 border-y border-line py-5 sm:grid-cols-[minmax(0,1fr)_12rem_auto]"
      >
        <TextField
          id="q"
          name="q"
          type="search"
          label={label}
          defaultValue={words}
          maxLength={LONGEST_SEARCH}
          autoComplete="off"
        />
        <SelectField id="show" name="show" label="Show" defaultValue={shown} options={options} />
        <button type="submit" className={BUTTON_STYLE}>
          Show
        </button>
      </form>
    </search>
  );
}
