import { BASIS_KEYS } from "@/lib/citation/label-keys";
import { BASIS_LABELS, EVIDENCE_BASES } from "@/lib/citation/polarity";
import { OptionKey } from "./option-key";
import { CHOSEN, OPTION, OPTION_INPUT, OPTION_LABEL, QUESTION, REMARK } from "./option-style";
import { Problem } from "./problem";

/** Put away while a polarity is chosen that rests on nothing; needs `group/form` on the form. */
const ONLY_FOR_JUDGEMENTS =
  "group-has-[[name=polarity][value=neutral]:checked]/form:hidden group-has-[[name=polarity][value=unclear]:checked]/form:hidden";

/** On what a judgement rests. */
export function BasisChoice({
  chosen,
  keys,
  problem,
}: {
  chosen: string | undefined;
  keys: boolean;
  problem?: string;
}) {
  return (
    <fieldset
      className={`mt-7 ${ONLY_FOR_JUDGEMENTS}`}
      aria-describedby={problem ? "basis-problem" : undefined}
    >
      <legend className={QUESTION}>
        On what evidence? <span className={REMARK}>for supporting, mixed and contrasting</span>
      </legend>
      <div className="flex flex-wrap gap-2">
        {EVIDENCE_BASES.map((basis) => (
          <label key={basis} className={`${OPTION} ${OPTION_LABEL} pe-3 ${CHOSEN}`}>
            <input
              type="radio"
              name="basis"
              value={basis}
              defaultChecked={basis === chosen}
              aria-keyshortcuts={keys ? BASIS_KEYS[basis] : undefined}
              className={OPTION_INPUT}
            />
            <OptionKey shown={keys}>{BASIS_KEYS[basis]}</OptionKey>
            {BASIS_LABELS[basis]}
          </label>
        ))}
      </div>
      <Problem id="basis-problem">{problem}</Problem>
    </fieldset>
  );
}
