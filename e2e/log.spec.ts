import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { startProgram } from "@/bin/program";
import { createPool } from "@/db/client";
import { freePort } from "@/db/embedded-port";
import { orcidVariables, startIdentityProvider } from "./identity-provider";
import { startMailServer } from "./mail-server";
import { linkIn, messageTo } from "./outbox";
import { sendRaw } from "./raw-request";
import { sendForm } from "./send-form";
import { listServerActions } from "./server-actions";

const DATA_DIR = path.resolve(process.env.SPOKES_DATA_DIR ?? "", "log");
const CANARY = "canary-7f3a";
const PASSWORD = "a wheel of 5e1f words";

test.describe.configure({ timeout: 240_000 });
test.beforeAll(async () => {
  await mkdir(DATA_DIR, { recursive: true });
});
test.afterAll(async () => {
  await rm(DATA_DIR, { recursive: true, force: true });
});

/** The database of the program, as the file for its keepers says. */
async function databaseUrl(): Promise<string> {
  const text = await readFile(path.join(DATA_DIR, "postgres/connection.json"), "utf8");
  const { user, password, port, database } = JSON.parse(text);
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

test("the log tells requests and faults apart by name, and nothing of anybody; a visitor sees no stack", async () => {
  const program = await startProgram({ DATA_DIR, DEMO_DATA: "off" });
  const headers = { cookie: `spokes-session=${CANARY}`, "user-agent": CANARY, "x-request-id": CANARY };
  const lines = () =>
    program
      .output()
      .split("\n")
      // The last one may not have come whole yet.
      .slice(0, -1)
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
  try {
    for (const address of [`/hubs?q=${CANARY}`, `/people/${CANARY}`, `/${CANARY}`, `/reset?token=${CANARY}`])
      await fetch(`${program.url}${address}`, { headers });
    expect((await fetch(`${program.url}/livez`)).status).toBe(200);
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200);

    const pool = createPool(await databaseUrl(), { max: 1 });
    await pool.query('alter table "user" rename to was_user; alter table hub rename to was_hub');
    const broken = await fetch(`${program.url}/people/${CANARY}`, { headers });
    await fetch(`${program.url}/hubs?q=${CANARY}`, { headers });
    await pool.query('alter table was_user rename to "user"; alter table was_hub rename to hub');
    await pool.end();
    expect(broken.status).toBe(500);
    const shown = await broken.text();
    expect(shown).not.toContain("node_modules");
    expect(shown).not.toContain("was_user");
    expect(shown).not.toContain("Failed query");

    const name = broken.headers.get("x-request-id");
    await expect
      .poll(() => lines().some((line) => line.request === name && line.level === "error"))
      .toBe(true);
    const fault = lines().find((line) => line.request === name && line.level === "error");
    expect(fault).toMatchObject({
      route: expect.stringContaining("/people/[handle]"),
      err: { stack: expect.any(String) },
    });
    expect(lines()).toContainEqual(expect.objectContaining({ msg: "request", route: "/hubs", status: 200 }));
    expect(program.output()).not.toContain(CANARY);
  } finally {
    program.process.kill("SIGTERM");
  }
  expect(await program.ended).toBe(0);
});

test("what cannot be read is the fault of its sender, and nothing of it is in the log", async () => {
  const program = await startProgram({ DATA_DIR, DEMO_DATA: "off", LOG_LEVEL: "debug" });
  const lines = () => program.output().split("\n").slice(1);
  const signIn = listServerActions().find(({ name }) => name === "app/sign-in/actions.ts#signIn")?.id;
  const boundary = "x";
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const ends = `--${boundary}--\r\n`;
  const forms: [headers: Record<string, string>, body: string][] = [
    [{}, CANARY],
    [{}, `${part("login", CANARY)}`],
    [{ "next-action": signIn ?? "" }, part("0", CANARY) + ends],
    [{ "next-action": signIn ?? "" }, part("0", `["${CANARY}`) + ends],
    [{ "next-action": signIn ?? "" }, part("0", `["$F${CANARY}"]`) + ends],
    [{ "next-action": CANARY }, part("0", "[]") + ends],
    [{ "next-action": CANARY.padEnd(42, "0") }, part("0", "[]") + ends],
    [{}, part(`$ACTION_ID_${CANARY}`, "") + ends],
    [{}, part("$ACTION_REF_1", "") + part("$ACTION_1:0", `{"id":"${CANARY}","bound":null}`) + ends],
    [{ origin: `https://${CANARY}.test` }, part(`$ACTION_ID_${signIn}`, "") + ends],
    [{ origin: CANARY }, part(`$ACTION_ID_${signIn}`, "") + ends],
  ];
  try {
    for (const [headers, body] of forms) {
      const type = { "content-type": `multipart/form-data; boundary=${boundary}` };
      const answer = await fetch(`${program.url}/sign-in`, {
        method: "POST",
        headers: { ...type, ...headers },
        body,
      });
      const what = `${JSON.stringify(headers)} ${body}`;
      expect(answer.status, what).toBeGreaterThanOrEqual(400);
      expect(answer.status, what).toBeLessThan(500);
    }
    await sendRaw(program.url, [`HELLO ${CANARY} HTTP/1.1`], "");
    await sendRaw(program.url, ["GET / HTTP/1.1", `Cookie: ${CANARY.repeat(2000)}`], "");
    await expect.poll(() => lines().join("\n")).toContain("HPE_HEADER_OVERFLOW");
  } finally {
    program.process.kill("SIGTERM");
  }
  expect(await program.ended).toBe(0);
  const logged = lines()
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  expect(logged.filter(({ level }) => level === "error")).toEqual([]);
  expect(logged).toContainEqual(
    expect.objectContaining({
      level: "warn",
      route: expect.stringContaining("/sign-in"),
      msg: "a form could not be read",
    }),
  );
  expect(logged).toContainEqual(
    expect.objectContaining({ level: "info", status: 400, code: "HPE_INVALID_METHOD" }),
  );
  expect(program.output()).not.toContain(CANARY);
});

test("nothing that is typed into the forms of accounts, goes into e-mails or comes from a provider is in the log", async ({
  request,
}) => {
  const vouching = await startIdentityProvider();
  const refusing = await startMailServer(true);
  const email = `${CANARY}@example.org`;
  const secrets = [CANARY, PASSWORD];
  const toRefusing = { SMTP_URL: refusing.url, MAIL_FROM: "spokes@example.org" };
  for (const mails of [false, true]) {
    const PORT = String(await freePort());
    const SITE_URL = `http://127.0.0.1:${PORT}`;
    const own = { DATA_DIR, DEMO_DATA: "off", LOG_LEVEL: "debug", PORT, SITE_URL };
    const program = await startProgram({
      ...own,
      ...orcidVariables(vouching.issuer),
      ...(mails ? toRefusing : {}),
    });
    const send = (path: string, fields: Record<string, string>) =>
      sendForm(request, `${program.url}${path}`, {
        holding: Object.keys(fields)[0] ?? "",
        fields,
        headers: { origin: program.url },
      });
    try {
      const handle = `${CANARY}-${mails ? 2 : 1}`;
      const person = { handle, name: `Ada ${CANARY}`, email, password: PASSWORD };
      expect((await send("/sign-up", person)).status()).toBe(303);
      // Taken by now, and refused with the words that were typed.
      expect((await send("/sign-up", person)).status()).toBe(200);
      expect((await send("/sign-up", { ...person, email: CANARY })).status()).toBe(200);
      await send("/sign-in", { login: email, password: CANARY, from: `/${CANARY}` });
      await send("/reset", { login: handle });
      const ways = [`error=server_error&error_description=${CANARY}`, `code=${CANARY}`, `error=${CANARY}`];
      for (const said of ways)
        await request.get(`${program.url}/api/auth/callback/orcid?${said}&state=${CANARY}`);
      if (mails) await expect.poll(() => program.output()).toContain("a message could not be sent");
      else {
        const link = linkIn(await messageTo(DATA_DIR, email, /Confirm/));
        secrets.push(link.slice(link.indexOf("=") + 1));
        await request.get(`${program.url}${link}`);
        await expect.poll(() => program.output()).toContain("a message without a mail server was kept");
      }
      await expect.poll(() => program.output()).toContain("signing in with an account elsewhere failed");
      await expect.poll(() => program.output()).toContain('"route":"/sign-up","status":303');
    } finally {
      program.process.kill("SIGTERM");
    }
    expect(await program.ended).toBe(0);
    for (const secret of secrets) expect(program.output()).not.toContain(secret);
  }
  await vouching.close();
  await refusing.close();
});
