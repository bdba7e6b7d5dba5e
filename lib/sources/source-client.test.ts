import { afterEach, describe, expect, test } from "vitest";
import { guardedFetch } from "./guarded-fetch";
import { SourceClient } from "./source-client";
import { type ReplayServer, type Reply, startReplay } from "./testing/replay-server";
import { stillClock } from "./testing/still-clock";

let server: ReplayServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A client of a service that gives these replies one after the other, the last one for ever. */
async function clientOf(
  replies: readonly Reply[],
  options: { allowLoopback?: boolean; interval?: number; stop?: AbortSignal } = {},
) {
  // What is to be waited out is not waited for long, and nothing else is late however busy the machine is.
  const isSilent = replies.some((reply) => reply === "hang" || reply === "stall");
  server = await startReplay((_, number) => replies[Math.min(number, replies.length) - 1]);
  const clock = stillClock();
  const client = new SourceClient(
    {
      base: `${server.base}/v1`,
      interval: options.interval ?? 0,
      headers: { "x-api-key": "secret" },
      params: { api_key: "secret" },
      keys: ["secret"],
    },
    {
      fetch: guardedFetch({ allowLoopback: options.allowLoopback ?? true }),
      clock,
      stop: options.stop ?? new AbortController().signal,
      limits: { timeout: isSilent ? 1000 : 60_000, bytes: 100 * 1024 },
    },
  );
  return { client, clock, server };
}

const ask = (client: SourceClient) => client.getJson("/works", {});

/** How asking fails, in the client's words. */
async function failureOf(replies: readonly Reply[], options: Parameters<typeof clientOf>[1] = {}) {
  const { client, server } = await clientOf(replies, options);
  const failure = await ask(client).then(
    () => null,
    (error: Error) => `${error.name}: ${error.message}`,
  );
  return { failure, asked: server.asked.length };
}

const OK: Reply = { json: { answer: 42 } };

describe("an answer", () => {
  test("is read, packed or not, and 404 is no answer", async () => {
    const { client } = await clientOf([OK, { json: { answer: 42 }, gzip: true }, { status: 404 }]);
    expect(await ask(client)).toEqual({ answer: 42 });
    expect(await ask(client)).toEqual({ answer: 42 });
    expect(await ask(client)).toBeUndefined();
  });

  test("is asked for with the key and what was asked, encoded", async () => {
    const { client, server } = await clientOf([OK]);
    await client.getJson("/works", { filter: "doi:10.1000/a&b|c" });
    const [{ url, headers } = { url: new URL("http://none"), headers: {} }] = server.asked;
    expect(url.pathname).toBe("/v1/works");
    expect(Object.fromEntries(url.searchParams)).toEqual({ filter: "doi:10.1000/a&b|c", api_key: "secret" });
    expect(headers["x-api-key"]).toBe("secret");
  });

  test("may redirect within the service", async () => {
    const { client, server } = await clientOf([{ status: 301, headers: { location: "/v1/works/W2" } }, OK]);
    expect(await ask(client)).toEqual({ answer: 42 });
    expect(server.asked.map(({ url }) => url.pathname)).toEqual(["/v1/works", "/v1/works/W2"]);
  });
});

describe("a failure that passes", () => {
  test("429 is waited out as long as Retry-After says", async () => {
    const { client, clock } = await clientOf([{ status: 429, headers: { "retry-after": "7" } }, OK]);
    expect(await ask(client)).toEqual({ answer: 42 });
    expect(clock.slept).toEqual([7000]);
  });

  test("500, a cut connection and cut JSON are asked again after ever longer waits", async () => {
    const { client, clock } = await clientOf([{ status: 500 }, "cut", { text: '{"answer":' }, OK]);
    expect(await ask(client)).toEqual({ answer: 42 });
    expect(clock.slept).toEqual([1000, 2000, 4000]);
  });

  test("a service that says nothing, or stops in its middle, is asked again", async () => {
    const { client } = await clientOf(["hang", "stall", OK]);
    expect(await ask(client)).toEqual({ answer: 42 });
  });
});

describe("a failure that stays", () => {
  test.each<[string, Reply, string]>([
    ["500", { status: 500 }, "answered with status 500 (4 attempts)"],
    ["cut JSON", { text: '{"answer":' }, "sent JSON that cannot be read"],
    ["a cut connection", "cut", "cannot be reached"],
    ["a hanging connection", "hang", "did not answer within 1 second (4 attempts)"],
    ["a stalled answer", "stall", "did not answer within 1 second (4 attempts)"],
  ])("%s is given up after four attempts", async (_, reply, words) => {
    const { failure, asked } = await failureOf([reply]);
    expect(failure).toContain(`SourceFailure: ${words}`);
    expect(asked).toBe(4);
  });

  test.each<[string, Reply, string]>([
    ["a long wait", { status: 429, headers: { "retry-after": "3600" } }, "asks to wait 3,600 seconds"],
    [
      "a refusal",
      { status: 400, json: { error: "Bad", message: "No such field." } },
      'status 400: "Bad No such field."',
    ],
    [
      "a refusal that repeats the key",
      { status: 401, json: { message: "The key secret is wrong." } },
      'status 401: "The key … is wrong."',
    ],
    ["an answer without end", "flood", "sent an answer of more than 100 KiB"],
    ["a bomb", { json: "0".repeat(5_000_000), gzip: true }, "sent an answer of more than 100 KiB"],
    [
      "another host",
      { status: 302, headers: { location: "https://example.org/x" } },
      "redirects to example.org, which",
    ],
    [
      "a private address",
      { status: 302, headers: { location: "http://10.0.0.1/x" } },
      "redirects to 10.0.0.1",
    ],
    [
      "this machine",
      { status: 302, headers: { location: "http://localhost:5432/" } },
      "redirects to localhost:5432",
    ],
    ["a file", { status: 302, headers: { location: "file:///etc/passwd" } }, "redirects to "],
  ])("%s ends it at once", async (_, reply, words) => {
    const { failure, asked } = await failureOf([reply]);
    expect(failure).toContain(words);
    expect(failure).not.toContain("secret");
    expect(asked).toBe(1);
  });

  test("redirects in a circle end", async () => {
    const { failure } = await failureOf([{ status: 302, headers: { location: "/v1/works" } }]);
    expect(failure).toContain("redirects again and again");
  });

  test("a service at a private address is not asked", async () => {
    const { failure, asked } = await failureOf([OK], { allowLoopback: false });
    expect(failure).toContain("is not asked: 127.0.0.1 is no public address");
    expect(asked).toBe(0);
  });

  test("a name that means a private address is not asked", async () => {
    const { server } = await clientOf([OK]);
    const fetch = guardedFetch({ allowLoopback: false });
    const url = new URL(server.base.replace("127.0.0.1", "localhost"));
    await expect(fetch(url, { headers: {}, signal: AbortSignal.timeout(1000) })).rejects.toThrow(
      "localhost is no public address",
    );
    expect(server.asked).toEqual([]);
  });
});

test("requests begin no closer together than the service allows", async () => {
  const { client, clock } = await clientOf([OK], { interval: 3000 });
  for (let n = 0; n < 3; n += 1) await ask(client);
  expect(clock.slept).toEqual([3000, 3000]);
});

test("whoever asked can stop while the service says nothing", async () => {
  const stop = new AbortController();
  const { client } = await clientOf(["hang"], { stop: stop.signal });
  setTimeout(() => stop.abort(new Error("stopped by hand")), 50);
  await expect(ask(client)).rejects.toThrow("stopped by hand");
});
