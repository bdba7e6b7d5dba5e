import { createServer } from "node:http";
import { expect, test } from "vitest";
import { keepTrusted } from "@/lib/auth/forwarded-headers.mjs";

const SENT = {
  host: "spokes.test",
  "x-forwarded-for": "203.0.113.9, 192.0.2.7",
  "x-forwarded-host": "evil.test, spokes.test",
  "x-forwarded-proto": "https",
  "x-real-ip": "203.0.113.9",
  forwarded: "for=203.0.113.9",
};

test("without a trusted proxy nothing that a browser says of its own address is kept", () => {
  const headers = { ...SENT };
  keepTrusted(headers, false);
  expect(headers).toEqual({ host: "spokes.test" });
});

test("with a trusted proxy its own entry is kept, the last one", () => {
  const headers = { ...SENT };
  keepTrusted(headers, true);
  expect(headers).toEqual({
    host: "spokes.test",
    "x-forwarded-for": "192.0.2.7",
    "x-forwarded-host": "spokes.test",
    "x-forwarded-proto": "https",
  });
});

test("every server of the process that loaded it is covered", async () => {
  const server = createServer((request, response) => response.end(JSON.stringify(request.headers)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const answer = await fetch(`http://127.0.0.1:${address.port}`, {
    headers: { "X-Forwarded-For": "203.0.113.9", "x-other": "kept" },
  });
  const seen = (await answer.json()) as Record<string, string>;
  server.close();
  expect(seen).toMatchObject({ "x-other": "kept" });
  expect(seen).not.toHaveProperty("x-forwarded-for");
});
