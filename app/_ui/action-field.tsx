"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
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
}: Described & Omit<ComponentProps<"input">, "id">) {
  const field = useField(name, hint);
  return (
    <Field of={field} label={label} hint={hint}>
      <input
        name={name}
        className={`${CONTROL} h-10`}
        defaultValue={field.typed ?? defaultValue}
        {...field.control}
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
}: Described & Omit<ComponentProps<"textarea">, "id">) {
  const field = useField(name, hint);
  return (
    <Field of={field} label={label} hint={hint}>
      <textarea
        name={name}
        rows={4}
        className={`${CONTROL} py-2`}
        defaultValue={field.typed ?? defaultValue}
        {...field.control}
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
  const field = useField(name, hint);
  return (
    <Field of={field} label={label} hint={hint}>
      <select
        name={name}
        className={`${CONTROL} h-10`}
        defaultValue={field.typed ?? defaultValue}
        {...field.control}
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
  const field = useField(name, hint);
  const sent = Object.keys(values).length > 0;
  return (
    <div>
      <label htmlFor={field.control.id} className="flex items-baseline gap-2 text-ui">
        <input
          name={name}
          type="checkbox"
          className="size-4 translate-y-0.5 accent-accent"
          defaultChecked={sent ? values[name] !== undefined : checked}
          {...field.control}
        />
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={field.hintId} className="mt-1 ps-6 text-small text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

/**
 * What ties a field to its label, its hint and its complaint, and what was typed in it. Its id is its own, because a page
 * may hold many forms with fields of one name.
 */
function useField(name: string, hint: ReactNode) {
  const id = useId();
  const { values, fields } = useSent();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const problem = fields[name];
  const describedBy = [...(hint === undefined ? [] : [hintId]), ...(problem ? [errorId] : [])];
  return {
    typed: values[name]?.[0],
    problem,
    hintId,
    errorId,
    control: {
      id,
      "aria-invalid": problem ? true : undefined,
      "aria-describedby": describedBy.length > 0 ? describedBy.join(" ") : undefined,
    },
  };
}

function Field({
  of: { control, hintId, errorId, problem },
  label,
  hint,
  children,
}: {
  of: ReturnType<typeof useField>;
  label: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div>
      <label htmlFor={control.id} className={LABEL}>
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <p id={hintId} className="mt-1 text-small text-soft">
          {hint}
        </p>
      )}
      {problem ? (
        <p id={errorId} className="mt-1 text-small text-contrasting-ink">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
