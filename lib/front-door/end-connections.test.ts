import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

/** A server that ends as Next's does, in a process that loaded the door before it. */
const SERVER = `
  import { createServer } from "node:http";
  const server = createServer((request, response) => {
    if (request.url === "/quick") return response.end("whole");
    response.write("begun");
    console.log("asked");
    if (request.url === "/slow") process.once("SIGTERM", () => setTimeout(() => response.end(", whole"), 500));
  });
  process.once("SIGTERM", () => server.close(() => process.exit(143)));
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

let server: ChildProcess;
let port = 0;
beforeEach(async () => {
  const door = pathToFileURL(path.join(import.meta.dirname, "open.mjs")).href;
  server = spawn(process.execPath, ["--import", door, "--input-type=module", "--eval", SERVER], {
    // Without a build to read.
    env: { ...process.env, NODE_ENV: "development" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  port = Number(await said());
});
afterEach(() => {
  server.kill("SIGKILL");
});

const said = async () => (server.stdout ? String(await once(server.stdout, "data")).trim() : "");

/** Asks the server to end; gives its exit code. */
async function endedByItself(): Promise<number | null> {
  server.kill("SIGTERM");
  const [code] = await once(server, "close");
  return code;
}

const ask = (address: string, agent: Agent) =>
  new Promise<string>((resolve, reject) => {
    get({ port, path: address, agent }, (answer) => {
      let body = "";
      answer.on("data", (piece) => {
        body += piece;
      });
      answer.on("end", () => resolve(body));
      answer.on("error", reject);
    }).on("error", reject);
  });

test("a server that is closed ends although a client never stops asking on its connection", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers: string[] = [];
  const asking = (async () => {
    for (let address = "/slow"; ; address = "/quick") answers.push(await ask(address, agent));
  })().catch((error: NodeJS.ErrnoException) => error.code);
  expect(await said()).toBe("asked");
  expect(await endedByItself()).toBe(143);
  // By then nobody listens.
  expect(["ECONNREFUSED", "ECONNRESET", "EPIPE"]).toContain(await asking);
  expect(answers[0]).toBe("begun, whole");
});

test("a server that is closed does not wait for those who never asked, and what it began arrives whole", async () => {
  const silent = connect(port, "127.0.0.1").on("error", () => undefined);
  await once(silent, "connect");
  const answer = ask("/slow", new Agent({ keepAlive: true }));
  expect(await said()).toBe("asked");
  expect(await endedByItself()).toBe(143);
  expect(await answer).toBe("begun, whole");
});

test("an answer that never ends is cut off, so that a server that is closed ends all the same", async () => {
  const answer = ask("/endless", new Agent()).catch((error: NodeJS.ErrnoException) => error.code);
  expect(await said()).toBe("asked");
  expect(await endedByItself()).toBe(143);
  expect(await answer).toBe("ECONNRESET");
});
