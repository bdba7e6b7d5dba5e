import { execFile, spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { NEXT } from "@/bin/build";
import { freePort } from "@/db/embedded-port";

const FOLDER = "bench/plain";
const LINE_BYTES = 30;
/** What an empty page weighs. */
const FRAME_BYTES = 5_000;

/** Next as it comes, with an empty page at `/` and a static one of about `bytes` at `/filled`. */
export async function startPlainSite(bytes: number): Promise<{ url: string; stop: () => Promise<void> }> {
  const lines = Math.max(1, Math.round((bytes - FRAME_BYTES) / 2 / LINE_BYTES));
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    BENCH_LINES: String(lines),
  };
  await promisify(execFile)(process.execPath, [NEXT, "build", FOLDER], { env });
  const port = await freePort();
  const args = [NEXT, "start", FOLDER, "--port", String(port), "--hostname", "127.0.0.1"];
  const site = spawn(process.execPath, args, { env, stdio: "ignore" });
  const ended = new Promise((resolve) => site.once("close", resolve));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await fetch(url).catch(() => null))?.ok; tries += 1) {
    if (tries > 600) throw new Error("The plain site did not start.");
    await delay(100);
  }
  return {
    url,
    async stop() {
      site.kill("SIGTERM");
      await ended;
    },
  };
}
