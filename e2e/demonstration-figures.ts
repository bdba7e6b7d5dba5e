import { readFileSync } from "node:fs";

interface Label {
  polarity?: string;
  role?: string;
  basis?: string;
}

interface Line extends Record<string, unknown> {
  type: string;
  id?: string;
  work?: string;
  published?: string;
  contexts?: { suggestions?: Label[] }[];
  suggestions?: Label[];
  cites?: string[];
}

const lines = readFileSync("db/seed/demonstration.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);

const citations = lines.filter((line) => line.type === "citation");

const isJudgement = (word: string) => ["supporting", "mixed", "contrasting"].includes(word);

/** One polarity from several: both for and against, or anything mixed, is mixed. */
function joint(labels: Label[], ownOnly: boolean): string {
  const words = labels.flatMap(({ polarity, basis }) => {
    if (polarity === undefined) return [];
    return [ownOnly && isJudgement(polarity) && basis !== "own_evidence" ? "neutral" : polarity];
  });
  if (words.includes("mixed") || (words.includes("supporting") && words.includes("contrasting")))
    return "mixed";
  return (
    ["supporting", "contrasting", "neutral", "unclear"].find((word) => words.includes(word)) ??
    "none suggested"
  );
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

const labelsOf = (citation: Line) => [
  ...(citation.contexts ?? []).flatMap((context) => context.suggestions ?? []),
  ...(citation.suggestions ?? []),
];

/** How many citers, or sentences, of the invented hub have each suggested polarity. */
export function polarityCounts(unit: "papers" | "sentences", ownOnly: boolean): Record<string, number> {
  const labelled =
    unit === "papers"
      ? citations.map(labelsOf)
      : citations.flatMap((citation) =>
          (citation.contexts ?? []).map((context) => context.suggestions ?? []),
        );
  return tally(labelled.map((labels) => joint(labels, ownOnly)));
}

/** How many citers have each suggested role. */
export function roleCounts(): Record<string, number> {
  return tally(
    citations.flatMap((citation) => [
      ...new Set(labelsOf(citation).flatMap(({ role }) => (role ? [role.replace("_", " ")] : []))),
    ]),
  );
}

/** How many citers appeared in each year. */
export function yearCounts(): Record<string, number> {
  const published = new Map(lines.map((line) => [line.id, line.published]));
  return tally(citations.map((citation) => published.get(citation.work)?.slice(0, 4) ?? "unknown"));
}

/** How many citers cite each other work, most often first, and how many have a reference list. */
export function coCitedCounts(): { counts: number[]; lists: number } {
  const lists = lines.filter((line) => line.type === "references").map((line) => line.cites ?? []);
  const counts = Object.values(tally(lists.flatMap((cited) => [...new Set(cited)])));
  return { counts: counts.sort((a, b) => b - a), lists: lists.length };
}

/** How many citers, citers with a sentence, and citers with a suggested role or a suggested polarity. */
export function coverage() {
  return {
    citers: citations.length,
    withSentence: citations.filter((citation) => (citation.contexts ?? []).length > 0).length,
    withRole: citations.filter((citation) => labelsOf(citation).some((label) => label.role)).length,
    withPolarity: citations.filter((citation) => labelsOf(citation).some((label) => label.polarity)).length,
  };
}
