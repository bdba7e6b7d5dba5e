"use client";

import type { ComponentProps, ReactNode } from "react";
import { useSent } from "./action-form";

const CONTROL =
  "w-full rounded-md border border-edge bg-card px-3 text-list text-ink sm:text-ui aria-invalid:border-contrasting";
const LABEL = "mb-1 block text-small text-soft";

interface Described {
  name: string;
  label: ReactNode;
  /** One line below the field. */
  hint?: ReactNode;
}

/** A line of text in an `ActionForm`, with its complaint below it; what was typed comes back, but for passwords. */
export function ActionText({
  name,
  label,
  hint,
  defaultValue,
  ...input
}: Described & ComponentProps<"input">) {
  const { values, fields } = useSent();
  return (
    <Field name={name} label={label} hint={hint}>
      <input
        id={name}
        name={name}
        className={`${CONTROL} h-10`}
        defaultValue={values[name]?.[0] ?? defaultValue}
        aria-invalid={fields[name] ? true : undefined}
        aria-describedby={`${name}-hint ${name}-error`}
        {...input}
      />
    </Field>
  );
}

/** Several lines of text in an `ActionForm`. */
export function ActionArea({
  name,
  label,
  hint,
  defaultValue,
  ...area
}: Described & ComponentProps<"textarea">) {
  const { values, fields } = useSent();
  return (
    <Field name={name} label={label} hint={hint}>
      <textarea
        id={name}
        name={name}
        rows={4}
        className={`${CONTROL} py-2`}
        defaultValue={values[name]?.[0] ?? defaultValue}
        aria-invalid={fields[name] ? true : undefined}
        aria-describedby={`${name}-hint ${name}-error`}
        {...area}
      />
    </Field>
  );
}

/** A choice among few in an `ActionForm`. */
export function ActionSelect({
  name,
  label,
  hint,
  options,
  defaultValue,
}: Described & { options: readonly { value: string; label: string }[]; defaultValue?: string }) {
  const { values, fields } = useSent();
  return (
    <Field name={name} label={label} hint={hint}>
      <select
        id={name}
        name={name}
        className={`${CONTROL} h-10`}
        defaultValue={values[name]?.[0] ?? defaultValue}
        aria-invalid={fields[name] ? true : undefined}
        aria-describedby={`${name}-hint ${name}-error`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A box to tick in an `ActionForm`; it sends "on" or nothing. */
export function ActionCheck({
  name,
  label,
  hint,
  checked,
}: Described & {
  /** Whether it is ticked before the form was first sent. */
  checked: boolean;
}) {
  const { values } = useSent();
  const sent = Object.keys(values).length > 0;
  return (
    <div>
      <label htmlFor={name} className="flex items-baseline gap-2 text-ui">
        <input
          id={name}
          name={name}
          type="checkbox"
          className="size-4 translate-y-0.5 accent-accent"
          defaultChecked={sent ? values[name] !== undefined : checked}
          aria-describedby={hint === undefined ? undefined : `${name}-hint`}
        />
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${name}-hint`} className="mt-1 ps-6 text-small text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

function Field({ name, label, hint, children }: Described & { children: ReactNode }) {
  const { fields } = useSent();
  return (
    <div>
      <label htmlFor={name} className={LABEL}>
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <p id={`${name}-hint`} className="mt-1 text-small text-soft">
          {hint}
        </p>
      )}
      {fields[name] ? (
        <p id={`${name}-error`} className="mt-1 text-small text-contrasting-ink">
          {fields[name]}
        </p>
      ) : null}
    </div>
  );
}
