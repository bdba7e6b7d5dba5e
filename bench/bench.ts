import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { endWithUserErrors } from "@/bin/end";
import { UserError } from "@/lib/errors";
import { measureImportMemory } from "./import-memory";
import { measureImportSpeed } from "./import-speed";
import { measureLighthouse } from "./lighthouse";
import { hasWrk } from "./load";
import { measureRecovery } from "./recovery";
import type { Line, Rounds } from "./rounds";
import { measureScriptBytes, measureSharedPage } from "./shared-page";
import { resultsOf, tableOf } from "./table";
import { measureUncached } from "./uncached";
import { measureVisible, measureVotes } from "./votes";
import { openWorld, type World } from "./world";

/** What measures which ratios, in the order in which they are measured: those that change the hubs come last. */
const MEASUREMENTS: { names: string[]; measure: (world: World, how: Rounds) => Promise<Line[]> }[] = [
  { names: ["R1", "R2"], measure: measureSharedPage },
  { names: ["R7"], measure: measureScriptBytes },
  { names: ["R9"], measure: measureLighthouse },
  { names: ["R4"], measure: measureUncached },
  { names: ["R6"], measure: measureVisible },
  { names: ["R5"], measure: measureVotes },
  { names: ["R3"], measure: measureImportSpeed },
  { names: ["R10"], measure: measureImportMemory },
  { names: ["R8"], measure: measureRecovery },
];
const THE_RULE: Rounds = { rounds: 7, seconds: 5 };

/** `npm run bench -- [R5 …] [--rounds N] [--seconds N]`: prints the table; a full run by the rule is also kept. */
async function main(): Promise<void> {
  const { positionals: asked, values } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: "string" }, seconds: { type: "string" } },
  });
  const how: Rounds = {
    rounds: Number(values.rounds ?? THE_RULE.rounds),
    seconds: Number(values.seconds ?? THE_RULE.seconds),
  };
  const known = MEASUREMENTS.flatMap(({ names }) => names);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0 || !(how.rounds >= 1 && how.seconds >= 1))
    throw new UserError(`Usage: npm run bench -- [${known.join(" ")}] [--rounds N] [--seconds N]`);
  const lines: Line[] = [];
  console.log("Building, starting and filling the site that is measured; this takes some minutes.");
  const world = await openWorld();
  process.once("SIGINT", () => void world.close().finally(() => process.exit(130)));
  try {
    for (const { names, measure } of MEASUREMENTS) {
      if (asked.length > 0 && !names.some((name) => asked.includes(name))) continue;
      const started = Date.now();
      const measured = await measureOrSay(names, () => measure(world, how));
      lines.push(...measured);
      console.log(`${names.join(", ")} measured in ${Math.round((Date.now() - started) / 1000)} s`);
      console.log(tableOf(measured));
    }
  } finally {
    await world.close();
  }
  const order = (name: string) => Number.parseInt(name.slice(1), 10);
  lines.sort((a, b) => order(a.name) - order(b.name));
  console.log(tableOf(lines));
  const byTheRule = how.rounds >= THE_RULE.rounds && how.seconds >= THE_RULE.seconds;
  if (asked.length > 0 || !byTheRule) return;
  await writeFile("bench/RESULTS.md", resultsOf(lines, how, (await hasWrk()) ? "wrk" : "autocannon"));
}

/** A measurement that fails is named in the table with its reason, and the others go on. */
async function measureOrSay(names: readonly string[], measure: () => Promise<Line[]>): Promise<Line[]> {
  try {
    return await measure();
  } catch (error) {
    console.error(error);
    const note = `failed: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`;
    return names.map((name) => ({ name, what: "–", target: { atLeast: 0 }, ratios: [], note }));
  }
}

await endWithUserErrors(main);
