import type { ComponentProps } from "react";

const CONTROL = "h-10 w-full rounded-md border border-edge bg-card px-3 text-list text-ink sm:text-ui";
const LABEL = "mb-1 block text-small text-soft";

/** A labelled line of text in a form. */
export function TextField({ label, id, ...input }: ComponentProps<"input"> & { label: string; id: string }) {
  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {label}
      </label>
      <input id={id} className={CONTROL} {...input} />
    </div>
  );
}

/** A labelled choice of one among few. */
export function SelectField({
  label,
  id,
  options,
  ...select
}: ComponentProps<"select"> & {
  label: string;
  id: string;
  options: readonly { value: string; label: string }[];
}) {
  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {label}
      </label>
      <select id={id} className={CONTROL} {...select}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
