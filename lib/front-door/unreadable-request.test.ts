import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBehindDoor } from "./testing/start-behind-door";

/** Prints what the log is told. */
const SERVER = `
  import { createServer } from "node:http";
  import { subscribe } from "node:diagnostics_channel";
  import { PassThrough } from "node:stream";
  import { pipeline } from "node:stream/promises";
  subscribe("spokes.unreadable-request", (told) => console.log(JSON.stringify(told)));
  const server = createServer(
    { headersTimeout: 1000, requestTimeout: 1000, connectionsCheckingInterval: 100 },
    (request, response) => {
      request.on("error", () => undefined);
      if (request.url === "/given-up") {
        const stop = new AbortController();
        pipeline(request, new PassThrough(), { signal: stop.signal }).catch(() => response.end("whole"));
        return stop.abort();
      }
      if (request.url === "/begun") response.writeHead(200).flushHeaders();
      if (request.url === "/begun" || request.url === "/waiting") return;
      response.end("whole");
    },
  );
  server.on("upgrade", (request, socket) => socket.end());
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

let server: Awaited<ReturnType<typeof startBehindDoor>>;
beforeAll(async () => {
  server = await startBehindDoor(SERVER);
});
afterAll(() => server.stop());

/** What comes back on a connection until the server closes it; the second is sent once something came. */
async function answerTo(first: string, second = ""): Promise<string> {
  const socket = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true }).setEncoding("utf8");
  let text = "";
  socket.on("data", (piece) => {
    text += piece;
  });
  const closed = once(socket, "close");
  socket.on("error", () => undefined).on("end", () => socket.destroy());
  socket.write(first);
  if (second !== "") socket.once("data", () => socket.write(second));
  await closed;
  return text;
}

const GET = "GET / HTTP/1.1\r\nHost: a\r\n";
const CHUNKED = "HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
const UNREADABLE: Readonly<Record<string, [request: string, status: number, code: string, words: RegExp]>> = {
  "a first line that is none": ["HELLO\r\n\r\n", 400, "HPE_INVALID_METHOD", /could not be read/],
  "a header that is none": [`${GET}No colon here\r\n\r\n`, 400, "HPE_INVALID_HEADER_TOKEN", /could not/],
  "a length that is none": [
    `${GET}Content-Length: x\r\n\r\n`,
    400,
    "HPE_INVALID_CONTENT_LENGTH",
    /could not/,
  ],
  "headers that are too long": [`${GET}X: ${"x".repeat(20_000)}\r\n\r\n`, 431, "HPE_HEADER_OVERFLOW", /long/],
  "an address that is too long": [
    `GET /${"x".repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    431,
    "HPE_HEADER_OVERFLOW",
    /address/,
  ],
  "headers that never end": [GET, 408, "ERR_HTTP_REQUEST_TIMEOUT", /too long to arrive/],
  "a chunk that is none": [`GET /waiting ${CHUNKED}zz\r\n`, 400, "HPE_INVALID_CHUNK_SIZE", /could not/],
  "a chunk that says too much": [
    `GET /waiting ${CHUNKED}1;${"x".repeat(20_000)}\r\n`,
    413,
    "HPE_CHUNK_EXTENSIONS_OVERFLOW",
    /chunks/,
  ],
};

test("what cannot be read as a request is refused in words, with the headers of every answer, and told to the log", async () => {
  for (const [what, [request, status, code, words]] of Object.entries(UNREADABLE)) {
    const before = server.said();
    const text = await answerTo(request);
    const [head = "", body = ""] = text.split("\r\n\r\n");
    expect(head, what).toMatch(new RegExp(`^HTTP/1\\.1 ${status} \\w`));
    expect(body, what).toMatch(words);
    expect(head, what).toContain(`\r\nContent-Length: ${body.length}`);
    expect(head, what).toContain("\r\nConnection: close");
    expect(head, what).toMatch(/\r\nDate: \w{3}, \d\d \w{3} \d{4} /);
    expectDressed(head, what);
    const said = () => server.said().slice(before.length);
    await expect.poll(said, { message: what, timeout: 60_000 }).toContain("\n");
    expect(JSON.parse(said()), what).toEqual({ status, code });
  }
});

test("what Node would refuse by itself is refused in words, and the connection goes on", async () => {
  const refused: [string, number, RegExp][] = [
    [`${GET}Expect: a-miracle\r\n\r\n`, 417, /expectation/],
    ["GET / HTTP/1.1\r\n\r\n", 400, /names the host/],
  ];
  for (const [request, status, words] of refused) {
    const text = await answerTo(request, `${GET}Connection: close\r\n\r\n`);
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(text).toMatch(words);
    expect(text).toContain("whole");
    expectDressed(text, request);
  }
});

test("a wish for another protocol is a plain request", async () => {
  for (const protocol of ["websocket", "h2c"]) {
    const text = await answerTo(`${GET}Connection: Upgrade, close\r\nUpgrade: ${protocol}\r\n\r\n`);
    expect(text, protocol).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(text, protocol).toContain("whole");
  }
});

test("a request that was given up in the middle of its body is answered", async () => {
  expect(
    await answerTo(`GET /given-up HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 9\r\n\r\n`),
  ).toContain("whole");
});

test("an answer that has begun is cut off, and nothing is written into it", async () => {
  const text = await answerTo(`GET /begun ${CHUNKED}zz\r\n`);
  expect(text).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(text).not.toContain("400");
});

test("what comes broken after a whole answer on its connection is refused in words", async () => {
  const text = await answerTo(`${GET}\r\n`, "HELLO\r\n\r\n");
  expect(text).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(text).toMatch(/whole.*HTTP\/1\.1 400 Bad Request/s);
});

test("who leaves in the middle of a request is not written to, and the server goes on", async () => {
  const socket = connect(server.port, "127.0.0.1").on("error", () => undefined);
  await once(socket, "connect");
  socket.write(GET);
  socket.resetAndDestroy();
  expect(await answerTo(`${GET}Connection: close\r\n\r\n`)).toContain("whole");
});

function expectDressed(head: string, what: string): void {
  expect(head, what).toContain("Content-Security-Policy: default-src 'none'");
  expect(head, what).toContain("X-Content-Type-Options: nosniff");
  expect(head, what).toContain("Strict-Transport-Security: max-age=63072000");
  expect(head, what).toContain("Cache-Control: private, no-store");
}
