import { BUTTON_STYLE } from "@/app/_ui/button-style";
import { SelectField, TextField } from "@/app/_ui/form-field";
import { PEOPLE_SHOWN, type PeopleShown } from "@/db/queries/people";
import { type PeopleSearch, peopleHref } from "./search-params";

const SHOWN_LABELS: Readonly<Record<PeopleShown, string>> = {
  all: "everybody",
  not_approved: "without approval",
  disabled: "disabled",
  admins: "admins",
};

/** The list's controls: a plain form whose answer is an address. */
export function PeopleSearchForm({ search }: { search: PeopleSearch }) {
  return (
    <search>
      <form
        action={peopleHref()}
        className="grid items-end gap-3 border-y border-line py-5 sm:grid-cols-[minmax(0,1fr)_12rem_auto]"
      >
        <TextField
          id="q"
          name="q"
          type="search"
          label="Part of a handle, name or e-mail address"
          defaultValue={search.words}
          maxLength={100}
          autoComplete="off"
        />
        <SelectField
          id="show"
          name="show"
          label="Show"
          defaultValue={search.shown}
          options={PEOPLE_SHOWN.map((value) => ({ value, label: SHOWN_LABELS[value] }))}
        />
        <button type="submit" className={BUTTON_STYLE}>
          Show
        </button>
      </form>
    </search>
  );
}
