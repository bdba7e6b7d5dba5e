import { BUTTON_STYLE } from "@/app/_ui/button-style";
import { TextField } from "@/app/_ui/form-field";
import { LONGEST_NAME } from "./search-params";

/** Asks for two papers to compare: a plain form whose answer is the page of the pair. */
export function PairForm({ into = "", from = "" }: { into?: string; from?: string }) {
  return (
    <form
      action="/admin/works/merge"
      className="grid max-w-[860px] items-end gap-3 border-y border-line py-5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
    >
      <Name id="into" label="The paper that is to remain" value={into} />
      <Name id="from" label="The paper that is the same" value={from} />
      <button type="submit" className={BUTTON_STYLE}>
        Compare
      </button>
      <p className="text-small text-soft sm:col-span-3">
        The address of its page here, its number, or an identifier such as a DOI.
      </p>
    </form>
  );
}

function Name({ id, label, value }: { id: "into" | "from"; label: string; value: string }) {
  return (
    <TextField
      id={id}
      name={id}
      label={label}
      defaultValue={value}
      required
      maxLength={LONGEST_NAME}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
