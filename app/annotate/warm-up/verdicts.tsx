import type { ReactNode } from "react";
import { BASIS_LABELS } from "@/lib/citation/polarity";
import { ROLE_LABELS } from "@/lib/citation/role";
import type { checkWarmUp, WarmUpAnswer, WarmUpVerdict } from "@/lib/citation/warm-up";

export const VERDICT_ID = "verdict";

/** What is right and what is not, axis by axis, each with its reason. */
export function Verdicts({
  right,
  verdicts,
  answer,
}: {
  right: boolean;
  verdicts: ReturnType<typeof checkWarmUp>;
  answer: WarmUpAnswer;
}) {
  const { role, polarity, basis } = verdicts;
  return (
    <section
      aria-labelledby={VERDICT_ID}
      className={`mt-6 border-s-[3px] ps-4 ${right ? "border-supporting" : "border-contrasting"}`}
    >
      <h2 id={VERDICT_ID} tabIndex={-1} className="font-serif text-heading font-semibold outline-none">
        {right ? "Right" : "Not quite: read on and try again"}
      </h2>
      <dl className="mt-2 max-w-[70ch] space-y-2.5 text-ui">
        <Verdict of={role}>role: {answer.role === null ? "none" : ROLE_LABELS[answer.role]}</Verdict>
        <Verdict of={polarity}>polarity: {answer.polarity ?? "none"}</Verdict>
        {basis === null ? null : (
          <Verdict of={basis}>
            evidence: {answer.basis === null ? "none" : BASIS_LABELS[answer.basis]}
          </Verdict>
        )}
      </dl>
    </section>
  );
}

function Verdict({ of: { right, explanation }, children }: { of: WarmUpVerdict; children: ReactNode }) {
  return (
    <div>
      <dt className={`font-semibold ${right ? "text-supporting-ink" : "text-contrasting-ink"}`}>
        <span aria-hidden="true">{right ? "✓ " : "✗ "}</span>
        <span className="sr-only">{right ? "right, " : "not right, "}</span>
        {children}
      </dt>
      <dd className="text-soft">{explanation}</dd>
    </div>
  );
}
