import type { ReactNode } from "react";
import { Choice } from "@/app/_ui/choice";
import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import type { SuggestedFigures } from "@/db/queries/suggested";
import { share } from "@/lib/citation/count";
import type { LabelKind } from "@/lib/citation/label-kind";
import type { CountedUnit, EvidenceReading } from "@/lib/citation/reading";
import { PolarityBar } from "./polarity-bar";
import { type PolarityReading, polarityReadings } from "./polarity-readings";
import { PolarityTable } from "./polarity-table";

const LABEL_OPTIONS: readonly { value: LabelKind; label: string }[] = [
  { value: "vote", label: "people only" },
  { value: "suggestion", label: "with suggestions" },
];

const UNIT_OPTIONS: readonly { value: CountedUnit; label: string }[] = [
  { value: "citers", label: "papers" },
  { value: "sentences", label: "sentences" },
];

const EVIDENCE_OPTIONS: readonly { value: EvidenceReading; label: string }[] = [
  { value: "all", label: "all evidence" },
  { value: "own", label: "own evidence" },
];

/** The polarity of the citers, or of their sentences, with switches between the ways to read it. */
export function HowJudged({ polarity }: { polarity: SuggestedFigures["polarity"] }) {
  const readings = polarityReadings(polarity);
  const isSuggested = readings.some((reading) => reading.labelled > 0);
  const shown = isSuggested ? readings : readings.slice(0, 1);
  return (
    <div className="readings">
      <Section
        id="judged"
        title="How it is judged"
        note={
          <span aria-live="polite">
            {shown.map((reading) => (
              <OfReading key={keyOf(reading)} reading={reading} as="span">
                {noteOf(reading)}
              </OfReading>
            ))}
          </span>
        }
      >
        {isSuggested ? <Switches /> : null}
        {shown.map((reading) => (
          <OfReading key={keyOf(reading)} reading={reading} as="div">
            <Reading reading={reading} />
          </OfReading>
        ))}
        {isSuggested ? null : (
          <div className="mt-3">
            <Empty>
              Nobody has voted yet, and no import or model suggests a label. An import that carries labels
              adds them as suggestions.
            </Empty>
          </div>
        )}
      </Section>
    </div>
  );
}

function Switches() {
  return (
    <>
      <div className="mb-3 flex flex-wrap gap-x-1 gap-y-1.5 sm:[&>*+*]:ms-2 sm:[&>*+*]:border-s sm:[&>*+*]:border-line sm:[&>*+*]:ps-3">
        <Choice
          name="labels"
          legend="Whose labels are counted"
          options={LABEL_OPTIONS}
          initial="suggestion"
        />
        <Choice name="unit" legend="What is counted" options={UNIT_OPTIONS} initial="citers" />
        <Choice name="evidence" legend="Which judgements count" options={EVIDENCE_OPTIONS} initial="all" />
      </div>
      <p data-labels="suggestion" className="mb-3 max-w-[74ch] text-small text-soft">
        Nobody has voted yet, so this shows what imports and models suggest. A suggestion never counts as a
        vote.
      </p>
    </>
  );
}

/** Shown only while its reading is the chosen one. */
function OfReading({
  reading,
  as: Element,
  children,
}: {
  reading: PolarityReading;
  as: "span" | "div";
  children: ReactNode;
}) {
  return (
    <Element data-labels={reading.labels} data-unit={reading.unit} data-evidence={reading.evidence.join(" ")}>
      {children}
    </Element>
  );
}

function Reading({ reading }: { reading: PolarityReading }) {
  const { unit, evidence, counts, total, labels } = reading;
  if (total === 0)
    return <Empty>No {unit === "citers" ? "citing paper is known" : "sentence is held"} yet.</Empty>;
  return (
    <>
      <PolarityBar counts={counts} unit={unit} labels={labels} />
      {labels === "suggestion" && !evidence.includes("all") ? (
        <p className="mt-2 max-w-[74ch] text-small text-soft">
          Only judgements that rest on the citing paper’s own evidence count as such; the others count as
          neutral here.
        </p>
      ) : null}
      {reading.labelled === 0 ? null : <PolarityTable counts={counts} unit={unit} />}
    </>
  );
}

const keyOf = ({ labels, unit, evidence }: PolarityReading) => `${labels} ${unit} ${evidence.join(" ")}`;

function noteOf({ labels, unit, labelled, total }: PolarityReading): string {
  const have = total === 1 ? "has" : "have";
  const what = labels === "vote" ? "a vote" : "a suggested polarity";
  return `${share(labelled, total)} ${unit} ${have} ${what}`;
}
