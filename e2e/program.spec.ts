import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { type AddressInfo, connect, createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { type Program, startProgram } from "@/bin/program";
import { freePort } from "@/db/embedded-port";
import { largeHub } from "./large-hub";
import { expectSeenWithinASecond } from "./seen-within-a-second";
import { sendForm } from "./send-form";

/** The whole program, started and stopped as a person does, with a data directory of its own. */
const DATA_DIR = path.resolve(process.env.SPOKES_DATA_DIR ?? "", "program");
const HUB = "/hubs/a-hub-made-for-this-test";

const run = promisify(execFile);

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  await mkdir(DATA_DIR, { recursive: true });
});
test.afterAll(async () => {
  await rm(DATA_DIR, { recursive: true, force: true });
});

/** Imports the test's hub with so many citers, in a process of its own. */
async function importCiters(total: number): Promise<void> {
  const file = path.join(DATA_DIR, "hub.jsonl");
  const lines = [
    { type: "spokes", version: 1 },
    { type: "hub", work: { title: "A hub made for this test", identifiers: ["doi:10.5555/program"] } },
    ...Array.from({ length: total }, (_, i) => ({
      type: "citation",
      hub: "doi:10.5555/program",
      work: { title: `Citing paper number ${i}`, identifiers: [`doi:10.5555/program.${i}`] },
    })),
  ];
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  await run(process.execPath, ["--import", "tsx", "bin/import.ts", file], {
    env: { ...process.env, DATA_DIR, DATABASE_URL: "" },
  });
}

const shows = async ({ url }: Program, text: string) =>
  (await (await fetch(`${url}${HUB}`)).text()).includes(text);

/** Ends the program and its site at once, with no chance to tidy up. Its database goes on. */
async function killAtOnce({ process: { pid } }: Program): Promise<void> {
  const { stdout } = await run("pgrep", ["-P", String(pid)]);
  for (const one of [pid, ...stdout.trim().split("\n").map(Number)]) if (one) process.kill(one, "SIGKILL");
}

/** Asks for a page again and again on a connection that is kept, until nobody answers; resolves with the first answer. */
function askWithoutEnd(url: string, agent: Agent) {
  return new Promise<void>((resolve) => {
    const ask = () =>
      get(url, { agent }, (answer) => {
        answer.resume();
        answer.on("end", () => {
          resolve();
          ask();
        });
      }).on("error", () => resolve());
    ask();
  });
}

/** The processes that work in the data directory; a server has said that it ended a moment before it is gone. */
async function leftBehind(): Promise<string[]> {
  const { stdout } = await run("ps", ["-A", "-o", "args"]);
  return stdout.split("\n").filter((line) => line.includes(DATA_DIR));
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

test("a page shows what another process imported within a second, also after kill -9, and SIGTERM ends all", async () => {
  const first = await startProgram({ DATA_DIR, DEMO_DATA: "off" });
  expect((await fetch(`${first.url}${HUB}`)).status).toBe(404);
  await importCiters(3);
  await expectSeenWithinASecond(() => shows(first, "Citing paper number 2"));
  expect(await shows(first, "Citing paper number 2")).toBe(true);
  await importCiters(4);
  await expectSeenWithinASecond(() => shows(first, "Citing paper number 3"));

  await killAtOnce(first);
  await first.ended;
  await importCiters(5);
  const second = await startProgram({ DATA_DIR, DEMO_DATA: "off" });
  expect(await shows(second, "Citing paper number 4")).toBe(true);

  second.process.kill("SIGTERM");
  expect(await second.ended).toBe(0);
  expect(second.output()).toContain("Spokes has stopped.");
  expect(await answers(Number(new URL(second.url).port))).toBe(false);
  await expect.poll(leftBehind).toEqual([]);
});

test("at SIGTERM the site ends by itself, whoever holds a connection", async () => {
  const program = await startProgram({ DATA_DIR, DEMO_DATA: "off", LOG_LEVEL: "error" });
  const { port, host } = new URL(program.url);
  const open = () => connect(Number(port), "127.0.0.1").on("error", () => undefined);
  const silent = open();
  await once(silent, "connect");
  const sending = open();
  const head = [
    "POST /sign-in HTTP/1.1",
    `Host: ${host}`,
    `Origin: ${program.url}`,
    "Content-Type: multipart/form-data; boundary=x",
    "Content-Length: 1000",
  ];
  sending.write(`${head.join("\r\n")}\r\n\r\n--x\r\n`);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await Promise.race(Array.from({ length: 4 }, () => askWithoutEnd(`${program.url}/hubs`, agent)));
  program.process.kill("SIGTERM");
  // Another code says that it had to be killed.
  expect([await program.ended, program.output()]).toEqual([
    0,
    expect.stringContaining("Spokes has stopped."),
  ]);
  agent.destroy();
});

test("at SIGTERM the site ends by itself, although a mail server never says a word", async ({ request }) => {
  const silent = createServer((socket) => socket.on("error", () => undefined)).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  const PORT = String(await freePort());
  const program = await startProgram({
    DATA_DIR,
    DEMO_DATA: "off",
    LOG_LEVEL: "error",
    PORT,
    SITE_URL: `http://127.0.0.1:${PORT}`,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: "spokes@example.org",
  });
  const fields = {
    handle: "ada",
    name: "Ada",
    email: "ada@example.org",
    password: "a wheel of five words",
  };
  const asked = once(silent, "connection");
  const sent = await sendForm(request, `${program.url}/sign-up`, {
    holding: "handle",
    fields,
    headers: { origin: program.url },
  });
  expect(sent.status()).toBe(303);
  await asked;
  program.process.kill("SIGTERM");
  expect([await program.ended, program.output()]).toEqual([
    0,
    expect.stringContaining("Spokes has stopped."),
  ]);
  expect(program.output()).toContain("a message could not be sent");
  silent.close();
});

test("a site that ends before it ever answered ends the program too, with code 1", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "bin/start.ts"], {
    env: { ...process.env, DATABASE_URL: "", DATA_DIR, DEMO_DATA: "off", PORT: String(await freePort()) },
    stdio: "ignore",
  });
  const ended = once(child, "close");
  // The child that is Next, as soon as there is one.
  const site = async () => {
    const { stdout } = await run("pgrep", ["-P", String(child.pid), "-f", "next"]).catch(() => ({
      stdout: "",
    }));
    return Number(stdout.trim());
  };
  await expect.poll(site, { timeout: 60_000 }).toBeGreaterThan(0);
  process.kill(await site(), "SIGKILL");
  expect(await ended).toEqual([1, null]);
});

test("SIGTERM sent to npm reaches the site, as a service manager needs it", async () => {
  const program = await startProgram({ DATA_DIR, DEMO_DATA: "off" }, ["npm", "start"]);
  program.process.kill("SIGTERM");
  await program.ended;
  expect(program.output()).toContain("Spokes has stopped.");
  expect(await answers(Number(new URL(program.url).port))).toBe(false);
});

test("a shared cache may keep a public page for one second, and no longer", async () => {
  const program = await startProgram({ DATA_DIR, DEMO_DATA: "off" });
  for (const address of ["/", HUB]) {
    const answer = await fetch(`${program.url}${address}`);
    expect(answer.headers.get("cache-control")).toContain("s-maxage=1,");
    expect(answer.headers.get("set-cookie")).toBeNull();
  }
  program.process.kill("SIGINT");
  expect(await program.ended).toBe(0);
});

test("an import that is stopped ends in order, and the database that it started ends with it", async () => {
  const file = path.join(DATA_DIR, "long.jsonl");
  await writeFile(file, largeHub(60_000));
  const attempt = run(process.execPath, ["--import", "tsx", "bin/import.ts", file], {
    env: { ...process.env, DATA_DIR, DATABASE_URL: "" },
  });
  // Its first word of progress: by then it listens to signals and has much left to do.
  const firstWord = new Promise((resolve) => attempt.child.stderr?.once("data", resolve));
  await Promise.race([firstWord, attempt.catch(() => undefined)]);
  attempt.child.kill("SIGINT");
  await expect(attempt).rejects.toMatchObject({ code: 130, stderr: /Stopped\. What was written stays/ });
  await expect.poll(leftBehind).toEqual([]);
});

test("of several files none is taken in when one of them cannot be", async () => {
  const good = path.join(DATA_DIR, "good.jsonl");
  await writeFile(good, largeHub(3));
  const attempt = run(
    process.execPath,
    ["--import", "tsx", "bin/import.ts", good, "nowhere.jsonl", "--json"],
    {
      env: { ...process.env, DATA_DIR, DATABASE_URL: "" },
    },
  );
  await expect(attempt).rejects.toMatchObject({ code: 2, stdout: "" });
});

test("a wrong setting stops the start with one line that names it", async () => {
  const attempt = run(process.execPath, ["--import", "tsx", "bin/start.ts"], {
    env: { ...process.env, PORT: "many", DATA_DIR },
  });
  await expect(attempt).rejects.toMatchObject({ code: 2, stderr: /^PORT must be .*\n$/ });
});

test("a file that is not there, or is no import file, gives one line and code 2", async () => {
  const strange = path.join(DATA_DIR, "strange.txt");
  await writeFile(strange, "Dear diary");
  for (const [file, complaint] of [
    ["nowhere.jsonl", /^nowhere\.jsonl: there is no such file\.\n$/],
    [strange, /strange\.txt: its format is not recognised .*\n$/],
    [DATA_DIR, /: this is no regular file\.\n$/],
  ] as const) {
    const attempt = run(process.execPath, ["--import", "tsx", "bin/import.ts", file], {
      env: { ...process.env, DATA_DIR, DATABASE_URL: "" },
    });
    await expect(attempt).rejects.toMatchObject({ code: 2, stderr: complaint });
  }
});
