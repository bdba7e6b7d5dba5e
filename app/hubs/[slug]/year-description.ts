import type { LabelKind } from "@/lib/citation/label-kind";
import { POLARITIES } from "@/lib/citation/polarity";
import { citersOf, type YearColumn } from "./year-columns";

const SAID: Readonly<Record<LabelKind, string>> = { vote: "voted", suggestion: "suggested" };

/** The chart in words, for those who do not see it. */
export function describeYears(
  columns: readonly YearColumn[],
  labels: LabelKind,
  marks: readonly { word: string; year: number | null }[],
): string {
  const years = columns
    .filter(({ citers }) => citers > 0)
    .map(({ year, citers, parts }) => {
      const values = [...POLARITIES, "contested" as const]
        .map((value) => ({ value, count: citersOf(parts.filter((part) => part.value === value)) }))
        .filter(({ count }) => count > 0)
        .map(({ value, count }) => `${count} ${value}`);
      return `${year}: ${citers}${values.length === 0 ? "" : ` (${values.join(", ")})`}`;
    });
  const events = marks.map(({ word, year }) => `, ${word} in ${year}`);
  return `Citing papers by year and ${SAID[labels]} polarity${events.join("")}. ${years.join("; ")}.`;
}
