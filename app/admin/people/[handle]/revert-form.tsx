import { TextField } from "@/app/_ui/form-field";
import { Section } from "@/app/_ui/section";
import type { PersonForAdmin } from "@/db/queries/people";
import { revertHref } from "./revert/search-params";

/** Leads to the page that says how many votes a revert concerns, and asks again. */
export function RevertForm({ person: { handle, createdAt } }: { person: PersonForAdmin }) {
  return (
    <Section id="votes" title="Revert votes">
      <p className="mb-3 max-w-[66ch] text-ui">
        Takes back what this account did to its votes since the beginning of a day. The next page says how
        many that are before anything happens.
      </p>
      <form action={revertHref(handle)} className="flex max-w-[30rem] flex-wrap items-end gap-3">
        <TextField
          id="since"
          name="since"
          type="date"
          label="Since the day (UTC)"
          defaultValue={createdAt.toISOString().slice(0, 10)}
          required
        />
        <button
          type="submit"
          className="min-h-8 cursor-pointer rounded-md border border-edge px-3 py-1 text-small text-soft hover:text-ink"
        >
          Count them
        </button>
      </form>
    </Section>
  );
}
