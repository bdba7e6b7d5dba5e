"use client";

import { useId } from "react";
import { useSent } from "./action-form";

/** One choice among few in an `ActionForm`, one under the other; what was chosen comes back with the form. */
export function RadioList({
  name,
  legend,
  options,
  initial,
}: {
  name: string;
  legend: string;
  options: readonly { value: string; label: string }[];
  initial?: string;
}) {
  const errorId = useId();
  const { values, fields } = useSent();
  const chosen = values[name]?.[0] ?? initial;
  return (
    <fieldset aria-describedby={fields[name] ? errorId : undefined}>
      <legend className="mb-1.5 font-serif text-list font-semibold">{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="flex min-h-8 cursor-pointer items-center gap-2.5 text-ui">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === chosen}
            className="size-4 accent-accent"
          />
          {label}
        </label>
      ))}
      {fields[name] ? (
        <p id={errorId} className="mt-1 text-small text-contrasting-ink">
          {fields[name]}
        </p>
      ) : null}
    </fieldset>
  );
}
