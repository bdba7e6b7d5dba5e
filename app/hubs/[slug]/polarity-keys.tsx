import { fillOf, isBusy, signOf } from "@/app/_citation/polarity-look";
import { type PolarityPart, suggestedParts } from "@/app/_citation/polarity-parts";
import { shownPolarities } from "@/app/_citation/polarity-tally";
import { hasSingle, votedOf, withValue } from "@/app/_citation/voted-tally";
import type { PolarityCounts } from "@/db/queries/suggested";
import type { VotedCounts } from "@/db/queries/voted";
import { count, withThousands } from "@/lib/citation/count";
import { CLEAR_POLARITIES } from "@/lib/citation/label-phrase";
import type { QueryTerm } from "@/lib/citation/query";
import { termsOfPart, termsOfVoted } from "./figure-terms";
import { FilterLink } from "./filter-link";
import type { PolarityReading } from "./polarity-readings";

/** The keys of the bar with their counts; suggestions have a list of their own. */
export function PolarityKeys({ slug, reading }: { slug: string; reading: PolarityReading }) {
  const { labels, voted, suggested, none, unit } = reading;
  const isVoted = votedOf(voted) > 0;
  const termsOf = (part: PolarityPart) => termsOfPart(part, reading);
  const unlabelled: PolarityPart = { kind: "none", value: "none", count: none };
  /** The key of a polarity counts all that came to it, however many agree. */
  const termsOfKey = (part: PolarityPart) =>
    part.kind === "agreed" && termsOf(part) !== null ? termsOfVoted(part.value) : termsOf(part);
  const units = unit === "citers" ? "Citers" : "Sentences";
  return (
    <>
      {isVoted || suggested === null ? (
        <KeyList label={`${units} by polarity`}>
          {votedKeys(voted).map(({ part, note }) => (
            <Key key={part.value} slug={slug} part={part} note={note} terms={termsOfKey(part)} />
          ))}
          {labels === "vote" && none > 0 ? (
            <Key slug={slug} part={unlabelled} word="unlabelled" terms={termsOf(unlabelled)} />
          ) : null}
        </KeyList>
      ) : null}
      {hasSingle(voted) ? (
        <p className="mt-1.5 text-small text-soft">Lighter: no second vote has confirmed it yet.</p>
      ) : null}
      {suggested === null ? null : (
        <>
          {isVoted ? (
            <p className="mt-3 text-small text-soft">
              Of the{" "}
              {count(none + sumOf(suggestedParts(suggested)), unit === "citers" ? "citer" : "sentence")} that
              nobody has labelled, by suggestion:
            </p>
          ) : null}
          <KeyList label={`${units} by suggested polarity`} tight={isVoted}>
            {suggestedKeys(suggested, isVoted).map((part) => (
              <Key key={part.value} slug={slug} part={part} terms={termsOf(part)} />
            ))}
            {none > 0 ? (
              <Key slug={slug} part={unlabelled} word="none suggested" terms={termsOf(unlabelled)} />
            ) : null}
          </KeyList>
        </>
      )}
    </>
  );
}

const sumOf = (parts: readonly PolarityPart[]) => parts.reduce((sum, part) => sum + part.count, 0);

/** One key for each polarity, agreed or not, and for what votes do not settle. */
function votedKeys(voted: VotedCounts): { part: PolarityPart; note?: string }[] {
  return [
    ...CLEAR_POLARITIES.map((value) => ({
      part: { kind: "agreed", value, count: withValue(voted.values[value]) } as const,
      note:
        voted.values[value].single > 0 ? `${withThousands(voted.values[value].single)} lighter` : undefined,
    })),
    ...(["contested", "unclear"] as const)
      .filter((value) => voted[value] > 0)
      .map((value) => ({ part: { kind: "unsettled", value, count: voted[value] } as const })),
  ];
}

function KeyList({
  label,
  tight = false,
  children,
}: {
  label: string;
  tight?: boolean;
  children: React.ReactNode;
}) {
  return (
    <ul
      aria-label={label}
      className={`flex flex-wrap gap-x-4.5 gap-y-1.5 text-small text-soft ${tight ? "mt-1.5" : "mt-3"}`}
    >
      {children}
    </ul>
  );
}

/** One key for each polarity that is suggested; while there is no vote also for those that never are. */
function suggestedKeys(suggested: PolarityCounts, isVoted: boolean): PolarityPart[] {
  if (isVoted) return suggestedParts(suggested);
  return shownPolarities(suggested).map((value) => ({ kind: "suggested", value, count: suggested[value] }));
}

function Key({
  slug,
  part,
  word = part.value,
  note,
  terms,
}: {
  slug: string;
  part: PolarityPart;
  word?: string;
  note?: string;
  terms: readonly QueryTerm[] | null;
}) {
  const figure = (
    <>
      {word} <b className="font-semibold text-ink">{withThousands(part.count)}</b>
    </>
  );
  return (
    <li className="flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className={`stacked inline-grid size-3.5 place-content-center rounded-[3px] text-[0.625rem] leading-none font-bold ${fillOf(part)}`}
      >
        {isBusy(part) ? null : signOf(part.value)}
      </span>
      <span>
        {isBusy(part) ? <span aria-hidden="true">{signOf(part.value)} </span> : null}
        {terms === null || part.count === 0 ? (
          figure
        ) : (
          <FilterLink slug={slug} terms={terms}>
            {figure}
          </FilterLink>
        )}
        {note === undefined ? null : <span className="text-tiny"> ({note})</span>}
      </span>
    </li>
  );
}
