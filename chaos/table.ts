import { thisMachine } from "@/bin/this-machine";

/** One row of what is printed in the end. */
export interface Row {
  name: string;
  promise: string;
  done: string;
  result: string;
  kept: boolean;
  seconds: number;
}

/** What became of each promise, in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ name, promise, done, result, kept, seconds }) =>
    [name, promise, done, `${kept ? "kept" : "BROKEN"}: ${result}`, `${Math.round(seconds)} s`].join(" | "),
  );
  return [
    "| # | promise | what was done | result | took |",
    "| --- | --- | --- | --- | --- |",
    ...lines.map((line) => `| ${line} |`),
  ].join("\n");
}

/** What the last run of all trials keeps: when, on what machine, how long it took, and the table. */
export function resultsOf(rows: readonly Row[], seconds: number): string {
  return `# What was tried last

${thisMachine()}: all trials one after the other in ${Math.round(seconds / 60)} minutes.
Written by \`npm run test:chaos\`; what is promised, and the short form of each trial, stands in CONTRIBUTING.md.

${tableOf(rows)}
`;
}
