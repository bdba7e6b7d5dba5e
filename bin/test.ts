import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";

/** What Vitest and Playwright write about a run. */
const VitestResult = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});
const PlaywrightResult = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  name: string;
  command: string[];
  environment?: Record<string, string>;
  count?: (result: unknown) => Count;
}

const results = await mkdtemp(path.join(tmpdir(), "spokes-test-"));

const countVitest = (result: unknown): Count => {
  const { numPassedTests, numFailedTests, numPendingTests } = VitestResult.parse(result);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
};

const countPlaywright = (result: unknown): Count => {
  const { expected, unexpected, flaky, skipped } = PlaywrightResult.parse(result).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
};

const vitest = (project: string): Step => ({
  name: `${project} tests`,
  command: [
    "vitest",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}/${project} tests`,
  ],
  count: countVitest,
});

const STEPS: Step[] = [
  { name: "lint and format", command: ["biome", "check"] },
  { name: "route types", command: ["next", "typegen"] },
  { name: "types", command: ["tsc"] },
  { name: "unused code", command: ["knip"] },
  vitest("unit"),
  vitest("db"),
  {
    name: "browser tests",
    command: ["tsx", "bin/e2e.ts", "--reporter=list,json"],
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${results}/browser tests` },
    count: countPlaywright,
  },
];

const SHOWN_LINES = 80;

/** `npm test`: every check there is; all of them run even when one fails, and the last line counts the tests. */
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const failed: { name: string; end: string }[] = [];
for (const step of STEPS) {
  console.log(`\n── ${step.name}`);
  const started = Date.now();
  const { code, output } = await run(step);
  console.log(
    `── ${step.name}: ${code === 0 ? "passed" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  if (code !== 0) failed.push({ name: step.name, end: output.split("\n").slice(-SHOWN_LINES).join("\n") });
  if (step.count) await addCount(step.name, step.count);
}
await rm(results, { recursive: true });

// A log is often shown from its end only, and there a step that passed comes last.
for (const { name, end } of failed) console.log(`\n── ${name}: FAILED, and ended so:\n${end.trim()}`);
const names = failed.map(({ name }) => name).join(", ");
console.log(failed.length === 0 ? "\nEvery check passed." : `\nFailed: ${names}.`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function run({ command, environment }: Step): Promise<{ code: number; output: string }> {
  const [program = "", ...args] = command;
  const child = spawn(path.join("node_modules/.bin", program), args, {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      process.stdout.write(text);
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on("error", ({ message }) => resolve({ code: 1, output: `${output}\n${message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

async function addCount(name: string, count: (result: unknown) => Count): Promise<void> {
  const text = await readFile(path.join(results, name), "utf8").catch(() => null);
  if (text === null) {
    console.log(`${name} wrote no result.`);
    return;
  }
  const counted = count(JSON.parse(text));
  total.passed += counted.passed;
  total.failed += counted.failed;
  total.skipped += counted.skipped;
}
