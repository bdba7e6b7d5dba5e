import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { coverOutage } from "./cover-outage.mjs";
import { answering, noteOutage, noteUntaken } from "./outages.mjs";

/** A site whose addresses say what becomes of a request. */
let server: Server;
let base = "";
beforeAll(async () => {
  server = createServer((request, response) =>
    answering(coverOutage(request, response), async () => {
      for await (const _piece of request);
      if (request.url === "/away") noteOutage();
      if (request.url === "/untaken") noteUntaken("nothing");
      const status = request.url === "/drawn" ? 200 : 500;
      if (request.url === "/drawn") noteUntaken("nothing");
      if (request.url === "/sized") response.writeHead(500, { "content-length": 5, etag: "a" });
      else response.statusCode = status;
      response.write("stack");
      response.end();
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const HTML = { accept: "text/html,*/*" };
const form = (note: string | File) => {
  const body = new FormData();
  body.set("note", note);
  return { method: "POST", body };
};

test("a page that fails while the database is away is 503 in words, and for a program one line", async () => {
  const page = await fetch(`${base}/away`, { headers: HTML });
  expect([page.status, page.headers.get("retry-after"), page.headers.get("cache-control")]).toEqual([
    503,
    "5",
    "private, no-store",
  ]);
  const text = await page.text();
  expect(text).toContain("The database cannot be reached just now");
  expect(text).not.toContain("stack");
  const line = await fetch(`${base}/away`);
  expect(line.status).toBe(503);
  expect(await line.text()).toBe("The database cannot be reached just now. Try again in a minute.\n");
});

test("a fault that is none of the database's stays one", async () => {
  const answer = await fetch(`${base}/bug`, { headers: HTML });
  expect([answer.status, await answer.text()]).toEqual([500, "stack"]);
  const sized = await fetch(`${base}/sized`);
  expect([sized.status, sized.headers.get("etag"), await sized.text()]).toEqual([500, "a", "stack"]);
});

test("a form whose page cannot be drawn comes back with what was written", async () => {
  const answer = await fetch(`${base}/untaken`, form("two words"));
  expect(answer.status).toBe(503);
  const text = await answer.text();
  expect(text).toContain("Nothing was saved. What you wrote is still here.");
  expect(text).toContain('name="note" value="two words"');
  const unsure = await (await fetch(`${base}/away`, form("two words"))).text();
  expect(unsure).toContain("look before you send it again");
});

test("a form that is too large or holds a file is not given back, and that is said", async () => {
  for (const note of ["a".repeat(1_100_000), new File(["rows"], "rows.csv")]) {
    const text = await (await fetch(`${base}/untaken`, form(note))).text();
    expect(text).toContain("Nothing was saved. Go back and send it again in a minute.");
  }
});

test("an answer that an action wrote stays as it is but for its status", async () => {
  for (const headers of [{}, { "next-action": "4f" }] as Record<string, string>[]) {
    const answer = await fetch(`${base}/drawn`, { ...form("a b"), headers });
    expect([answer.status, answer.headers.get("retry-after"), await answer.text()]).toEqual([
      503,
      "5",
      "stack",
    ]);
  }
});
