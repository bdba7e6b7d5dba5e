import { POLARITIES, POLARITY_SIGNS } from "@/lib/citation/polarity";
import { OPTION, OPTION_INPUT, OPTION_LABEL, QUESTION, REMARK } from "./option-style";

/** The select has a chosen option of its own, so the frame asks for the claim by name. */
const NAMED =
  "has-[[name=claims]:checked]:border-accent has-[[name=claims]:checked]:text-accent has-[[name=claims]:checked]:shadow-[inset_0_0_0_1px_var(--accent)] forced-colors:has-[[name=claims]:checked]:outline-2";

/** Which of the hub's claims the text speaks to, each with its own verdict where it differs from the polarity. */
export function ClaimChoice({
  claims,
  chosen,
  verdicts,
}: {
  claims: readonly { number: number; text: string }[];
  /** Numbers of claims. */
  chosen: readonly string[];
  /** "3:mixed" and the like. */
  verdicts: readonly string[];
}) {
  if (claims.length === 0) return null;
  return (
    <fieldset className="mt-7">
      <legend className={QUESTION}>
        Which claim? <span className={REMARK}>optional; all that it speaks to</span>
      </legend>
      <div className="flex flex-wrap gap-2">
        {claims.map(({ number, text }) => (
          <div key={number} className={`group/claim ${OPTION} ${NAMED} flex-wrap`}>
            <label className={`${OPTION_LABEL} pe-3 font-serif font-normal`}>
              <input
                type="checkbox"
                name="claims"
                value={number}
                defaultChecked={chosen.includes(String(number))}
                className={OPTION_INPUT}
              />
              <span className="font-sans text-small font-semibold text-mixed-ink">C{number}</span>
              <span dir="auto">{text}</span>
            </label>
            <select
              name="verdicts"
              aria-label={`What it says of claim ${number}`}
              defaultValue={verdicts.find((verdict) => verdict.startsWith(`${number}:`)) ?? ""}
              className="m-1 h-8 rounded-md border border-edge bg-card px-1.5 text-small font-normal text-ink supports-[selector(:has(*))]:hidden group-has-[[name=claims]:checked]/claim:inline-block"
            >
              <option value="">as chosen above</option>
              {POLARITIES.map((polarity) => (
                <option key={polarity} value={`${number}:${polarity}`}>
                  {POLARITY_SIGNS[polarity]} {polarity === "neutral" ? "neutral: used" : polarity}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
