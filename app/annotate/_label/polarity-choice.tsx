import { POLARITY_KEYS } from "@/lib/citation/label-keys";
import { POLARITIES, POLARITY_SIGNS, type Polarity } from "@/lib/citation/polarity";
import { OptionKey } from "./option-key";
import { OPTION, OPTION_INPUT, OPTION_LABEL, QUESTION } from "./option-style";
import { Problem } from "./problem";

const CHOSEN_POLARITY: Readonly<Record<Polarity, string>> = {
  supporting:
    "has-checked:border-supporting-ink has-checked:text-supporting-ink has-checked:shadow-[inset_0_0_0_1px_var(--supporting-ink)]",
  mixed:
    "has-checked:border-mixed-ink has-checked:text-mixed-ink has-checked:shadow-[inset_0_0_0_1px_var(--mixed-ink)]",
  neutral: "has-checked:border-soft has-checked:shadow-[inset_0_0_0_1px_var(--soft)]",
  contrasting:
    "has-checked:border-contrasting-ink has-checked:text-contrasting-ink has-checked:shadow-[inset_0_0_0_1px_var(--contrasting-ink)]",
  unclear: "has-checked:border-soft has-checked:shadow-[inset_0_0_0_1px_var(--soft)]",
};

/** How the citing text judges the hub. */
export function PolarityChoice({
  question,
  chosen,
  keys,
  problem,
}: {
  question: string;
  chosen: string | undefined;
  keys: boolean;
  problem?: string;
}) {
  return (
    <fieldset className="mt-7" aria-describedby={problem ? "polarity-problem" : undefined}>
      <legend className={QUESTION}>{question}</legend>
      <div className="flex flex-wrap gap-2">
        {POLARITIES.map((polarity) => (
          <label
            key={polarity}
            className={`${OPTION} ${OPTION_LABEL} pe-3 has-checked:font-semibold forced-colors:has-checked:outline-2 ${CHOSEN_POLARITY[polarity]}`}
          >
            <input
              type="radio"
              name="polarity"
              value={polarity}
              required
              defaultChecked={polarity === chosen}
              aria-keyshortcuts={keys ? POLARITY_KEYS[polarity] : undefined}
              className={OPTION_INPUT}
            />
            <OptionKey shown={keys}>{POLARITY_KEYS[polarity]}</OptionKey>
            <span aria-hidden="true" className="font-bold">
              {POLARITY_SIGNS[polarity]}
            </span>
            {polarity}
          </label>
        ))}
      </div>
      <Problem id="polarity-problem">{problem}</Problem>
    </fieldset>
  );
}
