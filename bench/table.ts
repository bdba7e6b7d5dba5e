import { thisMachine } from "@/bin/this-machine";
import { type Line, middle, quantile, type Rounds } from "./rounds";

const shown = (value: number) => (value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** The table of what was measured, in Markdown. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ name, what, target, ratios, note }) => {
    const median = middle(ratios);
    const measured =
      ratios.length === 0
        ? "–"
        : ratios.length === 1
          ? shown(median)
          : `${shown(median)} (${shown(quantile(ratios, 0.25))}–${shown(quantile(ratios, 0.75))})`;
    return `| ${[name, what, goalOf(target), measured, metOf(target, median), note].join(" | ")} |`;
  });
  return [
    "| # | ratio | target | median (quartiles) | met | both sides |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function goalOf(target: Line["target"]): string {
  if (target === null) return "–";
  return "atLeast" in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
}

function metOf(target: Line["target"], value: number): string {
  if (target === null) return "–";
  if (Number.isNaN(value)) return "not measured";
  return ("atLeast" in target ? value >= target.atLeast : value <= target.atMost) ? "yes" : "no";
}

/** What the last full run keeps: when, on what machine, and the table. */
export function resultsOf(lines: readonly Line[], { rounds, seconds }: Rounds, generator: string): string {
  return `# What was measured last

${thisMachine()}, load by ${generator}: ${rounds} rounds of ${seconds} s in turn. Written by
\`npm run bench\`; the rules and what each ratio means stand in CONTRIBUTING.md.

${tableOf(lines)}
`;
}
