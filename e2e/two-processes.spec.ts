import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import type { APIRequestContext, Browser } from "@playwright/test";
import { type Program, startProgram } from "@/bin/program";
import { expect, test } from "./fixtures";
import { signInAs } from "./people";
import { sendRaw } from "./raw-request";
import { expectSeenWithinASecond } from "./seen-within-a-second";
import { callServerAction, listServerActions } from "./server-actions";
import { findNginx, startShippedNginx } from "./shipped-nginx";
import { addVotableHub } from "./votable-hub";

/** Two web processes and a worker on one database, behind the nginx configuration that is shipped. */
const HUB = "keepers-behind-two-processes";
const FOLDER = path.resolve(process.env.SPOKES_DATA_DIR ?? "", "nginx");
type Target = Awaited<ReturnType<typeof addVotableHub>>[number];
const first = () => process.env.SPOKES_URL ?? "";

let second: Program;
let targets: Target[] = [];

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  targets = await addVotableHub(HUB, 10);
  second = await startProgram({ DATABASE_URL: process.env.SPOKES_DATABASE_URL ?? "", ROLE: "web" });
});
test.afterAll(async () => {
  second.process.kill("SIGTERM");
  expect(await second.ended).toBe(0);
});

/** Votes through the first process, as the page's script does. */
async function vote(request: APIRequestContext, target: Target): Promise<void> {
  const action = listServerActions().find(({ name }) => name.endsWith("#saveVote"));
  if (!action) throw new Error("there is no action that saves a vote");
  const { hubId, workId, contextId } = target;
  const key = contextId === null ? `paper-${hubId}-${workId}` : `context-${contextId}`;
  const { error, redirect } = await callServerAction(
    request,
    { ...action, path: `${first()}/annotate/${key}` },
    { target: key, revision: "0", submission: randomUUID(), role: "method", polarity: "neutral", note: "" },
  );
  expect(error).toBeNull();
  expect(redirect).not.toBeNull();
}

/** How many people are said to have voted; 0 while the page says that nobody has. */
async function votersShown(url: string): Promise<number> {
  const html = await (await fetch(`${url}/hubs/${HUB}`)).text();
  return Number(/(\d+) (?:person has|people have) voted here/.exec(html.replace(/<[^>]*>/g, ""))?.[1] ?? 0);
}

/** Votes on a target, and expects the page at an address to show it. */
async function expectVoteSeen(browser: Browser, url: string, target: Target): Promise<void> {
  const before = await votersShown(url);
  const context = await browser.newContext();
  await signInAs(context);
  await vote(context.request, target);
  await expectSeenWithinASecond(async () => (await votersShown(url)) > before);
  await context.close();
}

test("a vote through one process is seen through the other within a second", async ({ browser }) => {
  const [target] = targets;
  if (!target) throw new Error("the hub has no targets");
  await expectVoteSeen(browser, second.url, target);
});

test("a worker of its own works on the same database and leaves in order", async () => {
  const worker = spawn(process.execPath, ["--import", "tsx", "bin/worker.ts"], {
    env: { ...process.env, DATABASE_URL: process.env.SPOKES_DATABASE_URL ?? "", ROLE: "worker" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => worker.stdout.once("data", resolve));
  const ended = new Promise((resolve) => worker.once("close", resolve));
  worker.kill("SIGTERM");
  expect(await ended).toBe(0);
});

test("behind nginx a vote is seen within a second, pages are held, and nobody gets another's", async ({
  browser,
}) => {
  const command = findNginx();
  test.skip(command === null, "nginx is not installed");
  const nginx = await startShippedNginx(command ?? "", [first(), second.url], FOLDER);
  try {
    const [, target] = targets;
    if (!target) throw new Error("the hub has no second target");
    await expectVoteSeen(browser, nginx.url, target);
    const context = await browser.newContext();
    await signInAs(context, { handle: "keeper-behind-nginx" });
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const me = await fetch(`${nginx.url}/api/me`, { headers: { cookie: cookies } });
    expect(await me.text()).toContain("keeper-behind-nginx");
    expect(await (await fetch(`${nginx.url}/api/me`)).text()).not.toContain("keeper-behind-nginx");
    const tooLarge = await fetch(`${nginx.url}/sign-in`, { method: "POST", body: "x".repeat(1_100_000) });
    expect(tooLarge.status).toBe(413);
    await context.close();
  } finally {
    await nginx.stop();
  }
});

test("what nginx answers by itself carries the headers of the site, each once, and so does what it passes on", async () => {
  const command = findNginx();
  test.skip(command === null, "nginx is not installed");
  const nginx = await startShippedNginx(command ?? "", [first(), second.url], FOLDER);
  const head = (line: string, ...more: string[]) => [
    line,
    `Host: ${new URL(nginx.url).host}`,
    "Connection: close",
    ...more,
  ];
  try {
    const asked: [string[], number][] = [
      [["HELLO"], 400],
      [head(`GET /${"x".repeat(20_000)} HTTP/1.1`), 414],
      [head("GET / HTTP/1.1", `X: ${"x".repeat(40_000)}`), 400],
      [head("POST /sign-in HTTP/1.1", "Content-Length: 9999999"), 413],
      [head("TRACE / HTTP/1.1"), 405],
      [head("GET / HTTP/1.1"), 200],
      // From its cache.
      [head("GET / HTTP/1.1"), 200],
      [head("GET /hubs HTTP/1.1"), 200],
      [head("GET /nowhere HTTP/1.1"), 404],
    ];
    for (const [request, status] of asked) {
      const what = request[0]?.slice(0, 40);
      const { statuses, text } = await sendRaw(nginx.url, request, "");
      expect(statuses, what).toEqual([status]);
      const [answered = ""] = text.split("\r\n\r\n");
      for (const name of [
        "content-security-policy",
        "x-frame-options",
        "x-content-type-options",
        "referrer-policy",
        "permissions-policy",
        "cache-control",
      ])
        expect(answered.match(new RegExp(`^${name}: `, "gim")) ?? [], `${name} of ${what}`).toHaveLength(1);
    }
  } finally {
    await nginx.stop();
  }
});
