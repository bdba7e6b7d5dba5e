import { BUTTON_STYLE } from "@/app/_ui/button-style";
import type { WarmUpAnswer, WarmUpItem } from "@/lib/citation/warm-up";
import { BasisChoice } from "../_label/basis-choice";
import { PolarityChoice } from "../_label/polarity-choice";
import { RoleChoice } from "../_label/role-choice";
import { ROLE_DEFINITIONS } from "../_label/role-definitions";

/** The questions of a vote, sent by address: nothing is stored. */
export function PracticeForm({
  item,
  passed,
  from,
  answer,
  keys,
}: {
  item: WarmUpItem;
  passed: string;
  from: string | undefined;
  answer: WarmUpAnswer | null;
  keys: boolean;
}) {
  return (
    <form key={item.id} action="/annotate/warm-up" className="group/form">
      {passed === "" ? null : <input type="hidden" name="passed" value={passed} />}
      {from === undefined ? null : <input type="hidden" name="from" value={from} />}
      <RoleChoice
        chosen={answer?.role ?? undefined}
        further={null}
        definitions={ROLE_DEFINITIONS}
        keys={keys}
      />
      <PolarityChoice
        question="What does the sentence say of it?"
        chosen={answer?.polarity ?? undefined}
        keys={keys}
      />
      <BasisChoice chosen={answer?.basis ?? undefined} keys={keys} />
      <p className="mt-7 border-t border-line pt-4">
        <button type="submit" className={BUTTON_STYLE} aria-keyshortcuts={keys ? "Enter" : undefined}>
          {answer === null ? "Check" : "Check again"}
        </button>
      </p>
    </form>
  );
}
