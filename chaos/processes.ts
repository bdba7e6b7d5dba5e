import { type ChildProcess, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The processes that a process started, and theirs. */
export async function listChildren(pid: number): Promise<number[]> {
  const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid="]);
  const parents = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    parents.flatMap(([child = 0, of]) => (of === parent ? [child, ...below(child)] : []));
  return below(pid);
}

/** Kills a process and what it started, all of it ours, with no chance to tidy up. */
export async function killTree(pid: number): Promise<void> {
  if (pid <= 0) throw new Error("there is no such process");
  for (const one of [pid, ...(await listChildren(pid))]) killHard(one);
}

/** Kills one process, if it is still there. */
export function killHard(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // There is no such process.
    return false;
  }
}

/** The processes whose command lines hold a text, such as the folder of a trial. */
export async function processesNaming(text: string): Promise<{ pid: number; command: string }[]> {
  const { stdout } = await run("ps", ["-A", "-o", "pid=,args="]);
  return stdout
    .split("\n")
    .filter((line) => line.includes(text))
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim() }));
}

/** A command of ours in a process of its own. */
export interface Command {
  process: ChildProcess;
  /** Resolves with the exit code; null when it was killed. */
  ended: Promise<number | null>;
  output: () => string;
}

/** Starts a command of `bin`. */
export function startCommand(
  name: string,
  args: readonly string[],
  environment: Record<string, string>,
): Command {
  const child = spawn(process.execPath, ["--import", "tsx", `bin/${name}.ts`, ...args], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { process: child, ended, output: () => output };
}

/** Runs a command of `bin` to its end, which must be a good one. */
export async function runCommand(
  name: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<string> {
  const command = startCommand(name, args, environment);
  const code = await command.ended;
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${command.output()}`);
  return command.output();
}
