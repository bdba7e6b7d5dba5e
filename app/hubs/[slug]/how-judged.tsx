import type { ReactNode } from "react";
import { labelledOf } from "@/app/_citation/polarity-tally";
import { votedOf } from "@/app/_citation/voted-tally";
import { Choice } from "@/app/_ui/choice";
import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import type { SuggestedFigures } from "@/db/queries/suggested";
import type { VotedFigures } from "@/db/queries/voted";
import { share, withThousands } from "@/lib/citation/count";
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
export function HowJudged({
  slug,
  voted,
  suggested,
}: {
  slug: string;
  voted: VotedFigures["polarity"];
  suggested: SuggestedFigures["unlabelled"];
}) {
  const readings = polarityReadings(voted, suggested);
  const isVoted = readings.some((reading) => votedOf(reading.voted) > 0);
  const isSuggested = readings.some((reading) => reading.suggested !== null);
  const shown = isVoted || isSuggested ? readings : readings.slice(0, 1);
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
        {isVoted || isSuggested ? <Switches isVoted={isVoted} isSuggested={isSuggested} /> : null}
        {shown.map((reading) => (
          <OfReading key={keyOf(reading)} reading={reading} as="div">
            <Reading slug={slug} reading={reading} />
          </OfReading>
        ))}
        {isVoted || isSuggested ? null : (
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

function Switches({ isVoted, isSuggested }: { isVoted: boolean; isSuggested: boolean }) {
  return (
    <>
      <div className="mb-3 flex flex-wrap gap-x-1 gap-y-1.5 sm:[&>*+*]:ms-2 sm:[&>*+*]:border-s sm:[&>*+*]:border-line sm:[&>*+*]:ps-3">
        {isSuggested ? (
          <Choice
            name="labels"
            legend="Whose labels are counted"
            options={LABEL_OPTIONS}
            initial={isVoted ? "vote" : "suggestion"}
          />
        ) : null}
        <Choice name="unit" legend="What is counted" options={UNIT_OPTIONS} initial="citers" />
        <Choice name="evidence" legend="Which judgements count" options={EVIDENCE_OPTIONS} initial="all" />
      </div>
      {isSuggested ? (
        <p data-labels="suggestion" className="mb-3 max-w-[74ch] text-small text-soft">
          {isVoted
            ? "Hatched: what imports and models suggest where nobody has voted. A suggestion never counts as a vote."
            : "Nobody has voted yet, so this shows what imports and models suggest. A suggestion never counts as a vote."}
        </p>
      ) : null}
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

function Reading({ slug, reading }: { slug: string; reading: PolarityReading }) {
  const { unit, evidence, total, voted, suggested } = reading;
  if (total === 0)
    return <Empty>No {unit === "citers" ? "citing paper is known" : "sentence is held"} yet.</Empty>;
  const isLabelled = votedOf(voted) > 0 || (suggested !== null && labelledOf(suggested) > 0);
  return (
    <>
      <PolarityBar slug={slug} reading={reading} />
      {isLabelled && !evidence.includes("all") ? (
        <p className="mt-2 max-w-[74ch] text-small text-soft">
          Only judgements that rest on the citing paper’s own evidence count as such; the others count as
          neutral here.
        </p>
      ) : null}
      {isLabelled ? <PolarityTable reading={reading} /> : null}
    </>
  );
}

const keyOf = ({ labels, unit, evidence }: PolarityReading) => `${labels} ${unit} ${evidence.join(" ")}`;

function noteOf({ unit, voted, suggested, total }: PolarityReading): string {
  const have = total === 1 ? "has" : "have";
  const byVotes = votedOf(voted);
  const bySuggestion = suggested === null ? 0 : labelledOf(suggested);
  if (suggested !== null && byVotes === 0)
    return `${share(bySuggestion, total)} ${unit} ${have} a suggested polarity`;
  const others = bySuggestion === 0 ? "" : `, ${withThousands(bySuggestion)} more a suggested polarity`;
  return `${share(byVotes, total)} ${unit} ${have} a vote${others}`;
}
