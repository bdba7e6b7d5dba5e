import { CONTEXT_GAP_REASONS } from "@/app/_citation/context-gap";
import { Bar } from "@/app/_ui/bar";
import { Section } from "@/app/_ui/section";
import type { HubFigures } from "@/db/queries/hub-figures";
import { count, share, withThousands } from "@/lib/citation/count";

/** How much is known of the hub's citers, and why the rest is missing. */
export function Coverage({ figures, people }: { figures: HubFigures; people: number }) {
  const { citers, withContext, withReferences, gaps, voted, agreed, contested, suggested } = figures;
  return (
    <Section id="coverage" title="Coverage" aside>
      <dl className="space-y-2.5">
        <Row label="known citers" part={citers} whole={citers} value={count(citers, "citer")} />
        <Row label="with a sentence" part={withContext} whole={citers} />
        <Row label="with a vote" part={voted} whole={citers} />
        {voted === 0 ? null : (
          <>
            <Row label="with an agreed polarity" part={agreed} whole={citers} />
            <Row label="with contested votes" part={contested} whole={citers} />
          </>
        )}
        <Row label="with a suggested polarity" part={suggested.withPolarity} whole={citers} />
        <Row label="with a reference list" part={withReferences} whole={citers} />
      </dl>
      {people === 0 ? null : (
        <p className="mt-3 text-small text-soft">{count(people, "person has", "people have")} voted here.</p>
      )}
      {gaps.length === 0 ? null : (
        <p className="mt-3 text-small text-soft">
          {count(citers - withContext, "citer has", "citers have")} no sentence: {reasonsOf(gaps)}.
        </p>
      )}
    </Section>
  );
}

/** "the source withholds it"; where there are several reasons, for how many each holds. */
function reasonsOf(gaps: HubFigures["gaps"]): string {
  const [only, ...others] = gaps;
  if (only && others.length === 0) return CONTEXT_GAP_REASONS[only.gap];
  return gaps.map(({ gap, citers }) => `for ${withThousands(citers)} ${CONTEXT_GAP_REASONS[gap]}`).join("; ");
}

function Row({ label, part, whole, value }: { label: string; part: number; whole: number; value?: string }) {
  return (
    <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-3">
      <dt className="text-small text-soft">{label}</dt>
      <dd className="contents">
        <span className="text-ui font-semibold tabular-nums">{value ?? share(part, whole)}</span>
        <span className="col-span-2 flex">
          <Bar part={part} whole={whole} className="bg-ink opacity-70" />
        </span>
      </dd>
    </div>
  );
}
