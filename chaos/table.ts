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
