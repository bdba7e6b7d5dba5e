/** One choice among few, as radio inputs that look like a row of words. The page follows by style alone. */
export function Choice<Value extends string>({
  name,
  legend,
  options,
  initial,
}: {
  name: string;
  legend: string;
  options: readonly { value: Value; label: string }[];
  initial: Value;
}) {
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{legend}</legend>
      {options.map(({ value, label }) => (
        <label
          key={value}
          className="relative cursor-pointer rounded-md px-2.5 py-1 text-small text-soft outline-offset-1 hover:text-ink has-checked:bg-accent/11 has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:underline"
        >
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === initial}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
