import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { buildIfNeeded } from "@/bin/build";
import { endWithUserErrors } from "@/bin/end";
import { UserError } from "@/lib/errors";
import { backups } from "./backups";
import { databaseAway } from "./database-away";
import { dyingConnections } from "./dying-connections";
import { failingJobs } from "./failing-jobs";
import { importTwice } from "./import-twice";
import { killedDatabase } from "./killed-database";
import { killedImports } from "./killed-imports";
import { migrations } from "./migrations";
import { killHard, listChildren, processesNaming } from "./processes";
import { reverts } from "./reverts";
import { seenAfterKill } from "./seen-after-kill";
import { stopping } from "./stopping";
import { type Row, resultsOf, tableOf } from "./table";
import type { Trial } from "./trial";
import { votesAtOnce } from "./votes-at-once";

const TRIALS: readonly Trial[] = [
  importTwice,
  killedImports,
  failingJobs,
  votesAtOnce,
  reverts,
  killedDatabase,
  databaseAway,
  backups,
  migrations,
  stopping,
  seenAfterKill,
  dyingConnections,
];

/** `npm run test:chaos -- [P2 …]`: the long forms of the promises on the real program; prints what became of each, and keeps it after a run of all. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const known = TRIALS.map(({ name }) => name);
  if (asked.some((name) => !known.includes(name)))
    throw new UserError(`Usage: npm run test:chaos -- [${known.join(" ")}]`);
  await buildIfNeeded();
  const folder = path.resolve(`.data/chaos-${process.pid}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void endAll(folder).finally(() => process.exit(130)));
  const rows: Row[] = [];
  const started = performance.now();
  try {
    for (const trial of TRIALS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
      console.log(`${trial.name}: ${trial.promise} …`);
      const row = await resultOf(trial, path.join(folder, trial.name));
      console.log(`  ${row.kept ? "kept" : "BROKEN"} in ${Math.round(row.seconds)} s: ${row.result}`);
      rows.push(row);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`\n${tableOf(rows)}`);
  const seconds = (performance.now() - started) / 1000;
  if (asked.length === 0) await writeFile("chaos/RESULTS.md", resultsOf(rows, seconds));
  process.exitCode = rows.every(({ kept }) => kept) ? 0 : 1;
}

/** Ends all that was started, at once. */
async function endAll(folder: string): Promise<void> {
  for (const pid of [
    ...(await listChildren(process.pid)),
    ...(await processesNaming(folder)).map(({ pid }) => pid),
  ])
    if (pid !== process.pid) killHard(pid);
  await rm(folder, { recursive: true, force: true });
}

/** A promise that is broken is a row like the others, and the others are tried all the same. */
async function resultOf({ name, promise, run }: Trial, folder: string): Promise<Row> {
  const started = performance.now();
  const row = (said: { done: string; result: string; kept: boolean }): Row => ({
    name,
    promise,
    ...said,
    seconds: (performance.now() - started) / 1000,
  });
  await mkdir(folder, { recursive: true });
  try {
    const { done, figures } = await run(folder);
    return row({ done, result: figures, kept: true });
  } catch (error) {
    console.error(error);
    const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return row({ done: "–", result: said, kept: false });
  }
}

await endWithUserErrors(main);
