import type { Route } from "next";
import type { ReactNode } from "react";
import { BUTTON_STYLE } from "@/app/_ui/button-style";
import { TextField } from "@/app/_ui/form-field";
import { LONGEST_QUERY } from "@/lib/citation/query-language";

/** A form that searches; a plain one, whose answer is an address. */
export function SearchBox({
  action = "/search",
  text = "",
  label,
  children,
}: {
  /** Where it searches; the whole site if nothing is said. */
  action?: Route;
  text?: string;
  label: string;
  children?: ReactNode;
}) {
  return (
    <search className="print:hidden">
      <form
        action={action}
        className={`grid items-end gap-3 ${children ? "grid-cols-[minmax(0,1fr)_auto] sm:grid-cols-[minmax(0,1fr)_12rem_auto]" : "grid-cols-[minmax(0,1fr)_auto]"}`}
      >
        <div className={children ? "col-span-2 sm:col-span-1" : undefined}>
          <TextField
            id="q"
            name="q"
            type="search"
            label={label}
            defaultValue={text}
            maxLength={LONGEST_QUERY}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        </div>
        {children}
        <button type="submit" className={BUTTON_STYLE}>
          Search
        </button>
      </form>
    </search>
  );
}
