import { count, withThousands } from "@/lib/citation/count";
import { conflictText } from "@/lib/import/conflict-text";
import type { ImportReport, ReportList, SourceOutcome, Tally } from "@/lib/import/report";
import { figuresText, problemText } from "@/lib/sources/outcome";

const LISTED = 20;

const TALLIES = ["works", "citations", "contexts", "references", "suggestions"] as const;

/** Prints what became of a file, for a person. */
export function printReport(
  file: string,
  report: ImportReport,
  run: { milliseconds: number; dryRun: boolean },
): void {
  const seconds = (run.milliseconds / 1000).toFixed(1);
  console.log(`${file} (${report.format}), ${seconds} s${run.dryRun ? ", a preview: nothing was kept" : ""}`);
  printSources(report.sources ?? []);
  for (const slug of report.hubs) console.log(`  hub          /hubs/${slug}`);
  for (const name of TALLIES) console.log(`  ${name.padEnd(12)} ${tallyText(report[name])}`);
  printList(
    report,
    "withheld",
    ["summary kept but not shown", "summaries kept but not shown"],
    (entry) => `${entry.work}: ${entry.reason}`,
  );
  printList(
    report,
    "rejected",
    ["entry left out", "entries left out"],
    (entry) => `${entry.where}: ${entry.reason}`,
  );
  printList(
    report,
    "ambiguous",
    ["work left out as ambiguous", "works left out as ambiguous"],
    (entry) => `${entry.work}: ${entry.reason}`,
  );
  printList(
    report,
    "conflicts",
    ["field on which sources differ", "fields on which sources differ"],
    (entry) => `${entry.work}: ${conflictText(entry)}`,
  );
  printList(report, "warnings", ["remark", "remarks"], (entry) => `${entry.where}: ${entry.message}`);
}

function printSources(sources: readonly SourceOutcome[]): void {
  const counted = figuresText(sources, "counted");
  const listed = figuresText(sources, "listed");
  if (counted !== "") console.log(`  citers       counted by ${counted}`);
  if (listed !== "") console.log(`               listed by ${listed}`);
  for (const source of sources) {
    const problem = problemText(source);
    if (problem !== null) console.log(`               ${problem}`);
  }
}

const tallyText = ({ created, updated, unchanged }: Tally) =>
  [
    [created, "created"],
    [updated, "updated"],
    [unchanged, "unchanged"],
  ]
    .map(([n, word]) => `${withThousands(Number(n))} ${word}`)
    .join(", ");

function printList<List extends ReportList>(
  report: ImportReport,
  list: List,
  [one, many]: readonly [string, string],
  line: (entry: NonNullable<ImportReport[List]>[number]) => string,
): void {
  const entries: NonNullable<ImportReport[List]>[number][] = report[list] ?? [];
  if (entries.length === 0) return;
  const total = entries.length + (report.omitted?.[list] ?? 0);
  console.log(`  ${count(total, one, many)}:`);
  for (const entry of entries.slice(0, LISTED)) console.log(`    ${line(entry)}`);
  if (total > LISTED)
    console.log(`    … and ${count(total - LISTED, "more", "more")}; --json lists up to 1,000`);
}
