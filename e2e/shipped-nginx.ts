import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "@/db/embedded-port";

const INSTALLED = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"];
const TEMPORARY = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

/** The nginx of this machine; null when there is none. */
export const findNginx = () => INSTALLED.find((file) => existsSync(file)) ?? null;

/**
 * Starts nginx with the configuration that is shipped, in front of these sites; only its port and the folder in which it
 * writes are others.
 */
export async function startShippedNginx(
  command: string,
  sites: readonly string[],
  folder: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  await mkdir(path.join(folder, "temp"), { recursive: true });
  const shipped = await readFile("deploy/nginx/spokes.conf", "utf8");
  const own = [
    ["listen 80;", `listen 127.0.0.1:${port};`],
    ["/var/cache/nginx/spokes", path.join(folder, "cache")],
  ] as const;
  let site = shipped;
  for (const [theirs, ours] of own) {
    if (!site.includes(theirs)) throw new Error(`deploy/nginx/spokes.conf no longer says ${theirs}`);
    site = site.replace(theirs, ours);
  }
  const servers = sites.map((url) => `server ${new URL(url).host};`).join(" ");
  const temporary = TEMPORARY.map((kind) => `${kind}_temp_path ${folder}/temp/${kind};`).join(" ");
  const log = path.join(folder, "error.log");
  await writeFile(path.join(folder, "site.conf"), site);
  await writeFile(
    path.join(folder, "nginx.conf"),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${log}; events {}
    http { access_log off; ${temporary} upstream spokes_web { ${servers} keepalive 32; } include ${folder}/site.conf; }`,
  );
  const args = ["-p", folder, "-e", log, "-c", path.join(folder, "nginx.conf")];
  const nginx = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  const ended = new Promise((resolve) => nginx.once("close", resolve));
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(url).catch(() => null))?.ok) {
    if (nginx.exitCode !== null) throw new Error(`nginx did not start:\n${await readFile(log, "utf8")}`);
    await delay(50);
  }
  return {
    url,
    async stop() {
      nginx.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
