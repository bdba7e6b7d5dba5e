import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** A server of the plainest kind, in a process of its own that loaded the door before it. */
interface BehindDoor {
  port: number;
  process: ChildProcess;
  /** What it has printed since its port. */
  said: () => string;
  stop: () => void;
}

/**
 * Starts it where a site was built that has one page with an action, /sign-in.
 *
 * @param script a module that prints the port of its server first.
 */
export async function startBehindDoor(script: string): Promise<BehindDoor> {
  const folder = mkdtempSync(path.join(tmpdir(), "spokes-door-"));
  mkdirSync(path.join(folder, ".next/server"), { recursive: true });
  const actions = { node: { a: { workers: { "app/sign-in/page": {} } } } };
  writeFileSync(path.join(folder, ".next/server/server-reference-manifest.json"), JSON.stringify(actions));
  writeFileSync(path.join(folder, ".next/app-path-routes-manifest.json"), "{}");
  writeFileSync(path.join(folder, ".next/prerender-manifest.json"), '{ "routes": {} }');
  const door = pathToFileURL(path.join(import.meta.dirname, "../open.mjs")).href;
  const child = spawn(process.execPath, ["--import", door, "--input-type=module", "--eval", script], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", SITE_URL: "https://spokes.test", TRUST_PROXY: "off" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = await once(child.stdout, "data");
  let said = "";
  child.stdout.on("data", (piece) => {
    said += piece;
  });
  return {
    port: Number(String(port)),
    process: child,
    said: () => said,
    stop: () => {
      child.kill();
      rmSync(folder, { recursive: true });
    },
  };
}
