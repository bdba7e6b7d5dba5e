import { createServer, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { currentRequest, logRequests, type RequestLine } from "./request-log";

const lines: RequestLine[] = [];
const names: (string | undefined)[] = [];
const { emit } = Server.prototype;
const server = createServer(async (_request, response) => {
  await new Promise((resolve) => setImmediate(resolve));
  names.push(currentRequest());
  response.statusCode = 418;
  response.end("tea");
});

beforeAll(async () => {
  logRequests([{ page: "/people/[handle]", regex: /^\/people\/[^/]+$/ }], (line) => lines.push(line));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  Server.prototype.emit = emit;
  server.close();
});

test("a request is one line with the pattern of its address and nothing that was sent, named as in its answer", async () => {
  const canary = "canary";
  const { port } = server.address() as AddressInfo;
  const at = `http://127.0.0.1:${port}`;
  const headers = { "x-request-id": canary, cookie: `session=${canary}`, "user-agent": canary };
  const answer = await fetch(`${at}/people/${canary}?q=${canary}`, { method: "POST", headers, body: canary });
  await fetch(`${at}/${canary}`, { headers });
  await expect.poll(() => lines.length, { timeout: 60_000 }).toBe(2);
  expect(JSON.stringify(lines)).not.toContain(canary);
  const [first, second] = lines;
  expect(first).toMatchObject({ method: "POST", route: "/people/[handle]", status: 418 });
  expect(second).toMatchObject({ method: "GET", route: "none" });
  expect(answer.headers.get("x-request-id")).toBe(first?.request);
  expect(names).toEqual([first?.request, second?.request]);
  expect(first?.request).not.toBe(second?.request);
});
