import type { PolarityPart } from "@/app/_citation/polarity-parts";
import { votedOf } from "@/app/_citation/voted-tally";
import type { VotedFigures } from "@/db/queries/voted";
import type { CountedCiters } from "@/lib/citation/headline-sentences";
import type { LabelKind } from "@/lib/citation/label-kind";
import type { ClearPolarity } from "@/lib/citation/label-phrase";
import { POLARITIES, type Polarity } from "@/lib/citation/polarity";
import type { QueryTerm, ValueOf } from "@/lib/citation/query";
import type { Role } from "@/lib/citation/role";
import type { PolarityReading } from "./polarity-readings";

/** Every citation has exactly one of these, or its votes leave its polarity contested. */
const PARTED = ["single", "agreed", "unclear", "unlabelled"] as const;

const labelled = (...values: ValueOf<"label">[]): QueryTerm => ({ key: "label", not: false, values });
const notLabelled = (...values: ValueOf<"label">[]): QueryTerm => ({ key: "label", not: true, values });
const polarity = (value: Polarity): QueryTerm => ({ key: "polarity", not: false, values: [value] });

/** What the explorer is asked for the citers whose votes come to a polarity, however many agree. */
export const termsOfVoted = (value: ClearPolarity): QueryTerm[] => [
  polarity(value),
  notLabelled("unlabelled"),
];

/** What it is asked for the citers with a role: by votes alone, or by suggestions where there is no vote. */
export const termsOfRole = (role: Role, isVoted: boolean): QueryTerm[] => [
  { key: "role", not: false, values: [role] },
  ...(isVoted ? [notLabelled("suggested")] : []),
];

/**
 * What it is asked for the citers that a sentence of the head counts; null of suggestions where admins decided without
 * votes, since the sentence counts what is suggested of these too.
 */
export function termsOfSentence(
  counts: CountedCiters,
  labels: LabelKind,
  voted: VotedFigures,
): QueryTerm[] | null {
  if (labels === "vote")
    return "role" in counts ? termsOfRole(counts.role, true) : termsOfVoted(counts.polarity);
  const { citers } = voted.polarity;
  if (votedOf(citers.all) > 0 || voted.roles.citers.any > 0) return null;
  return "role" in counts ? termsOfRole(counts.role, false) : [polarity(counts.polarity)];
}

/** What it is asked for the citers that came to a verdict on a claim. */
export const termsOfVerdict = (number: number, verdict: ClearPolarity): QueryTerm[] => [
  { key: "claim", not: false, values: [{ number, verdict: verdict === "neutral" ? "used" : verdict }] },
];

/** What it is asked for the citers of a year. */
export const termsOfYear = (year: number): QueryTerm[] => [
  { key: "year", not: false, values: [{ from: year, to: year }] },
];

/** What it is asked for the citers that also cite a work. */
export const termsOfCoCited = (workId: number): QueryTerm[] => [
  { key: "cites", not: false, values: [workId] },
];

/**
 * What the explorer is asked for the citers of a part of the bar; null where queries cannot: of sentences, and of
 * judgements by own evidence alone.
 */
export function termsOfPart(
  part: PolarityPart,
  { unit, evidence, labels }: Pick<PolarityReading, "unit" | "evidence" | "labels">,
): QueryTerm[] | null {
  if (unit !== "citers" || !evidence.includes("all")) return null;
  switch (part.kind) {
    case "agreed":
    case "single":
      return [polarity(part.value), labelled(part.kind)];
    case "unsettled":
      return part.value === "unclear"
        ? [labelled("unclear")]
        : [labelled("contested"), notLabelled(...PARTED)];
    case "suggested":
      return [labelled("unlabelled"), polarity(part.value)];
    case "none":
      return labels === "vote"
        ? [labelled("unlabelled")]
        : [labelled("unlabelled"), { key: "polarity", not: true, values: POLARITIES }];
  }
}
