import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pages } from "../page-cache/pages.mjs";
import { giveHeldPage } from "./held-page.mjs";

/** What is not given out here arrives where Next would be. */
const server = createServer((asked, answer) => {
  if (!giveHeldPage(asked, answer)) answer.end("Next");
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

const HTML = `<!doctype html><title>Ein Knoten – ${"viel gelesen ".repeat(50)}</title>`;
const hold = (
  key: string,
  of: { html?: string; status?: number; kind?: string; revalidate?: number | false },
) => {
  const { html = HTML, status, kind = "APP_PAGE", revalidate = false } = of;
  pages.get(key);
  pages.set(
    key,
    { value: { kind, html, status }, cacheControl: { revalidate } },
    { tags: [`_N_T_${key}`], bytes: 1 },
  );
};
beforeEach(() => {
  pages.invalidate("all");
  hold("/hubs/fog", {});
});

interface Answer {
  status: number | undefined;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, headers, method }, async (answer) => {
      const body = Buffer.concat(await answer.toArray());
      resolve({ status: answer.statusCode, headers: answer.headers, body });
    });
    asked.on("error", reject).end();
  });
}

const text = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).body.toString();

test("a held page is given out whole, plain or packed as the reader takes it", async () => {
  const plain = await ask("/hubs/fog");
  expect(plain.body.toString()).toBe(HTML);
  expect(plain.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "public, max-age=0, s-maxage=1, must-revalidate",
    "content-length": String(Buffer.byteLength(HTML)),
  });
  expect(plain.headers.vary).toContain("Accept-Encoding");
  const packed = await ask("/hubs/fog", { "accept-encoding": "br;q=1, gzip;q=0.8" });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(packed.body.byteLength).toBeLessThan(plain.body.byteLength);
  expect(gunzipSync(packed.body).toString()).toBe(HTML);
  for (const refusing of ["gzip;q=0", "gzip; q=0.0, br", "identity"])
    expect((await ask("/hubs/fog", { "accept-encoding": refusing })).headers).not.toHaveProperty(
      "content-encoding",
    );
});

test("a reader who has it already gets its tag alone, and HEAD no body", async () => {
  const { etag = "" } = (await ask("/hubs/fog")).headers;
  const known = await ask("/hubs/fog", { "if-none-match": `"other", ${etag}` });
  expect([known.status, known.body.byteLength, known.headers.etag]).toEqual([304, 0, etag]);
  const head = await ask("/hubs/fog", {}, "HEAD");
  expect([head.status, head.body.byteLength]).toEqual([200, 0]);
  expect(head.headers["content-length"]).toBe(String(Buffer.byteLength(HTML)));
});

test("after a change the page is Next's to make, and the new one has another tag", async () => {
  const before = await ask("/hubs/fog");
  pages.invalidate(["/hubs/fog"]);
  expect(await text("/hubs/fog")).toBe("Next");
  hold("/hubs/fog", { html: "<p>new" });
  const after = await ask("/hubs/fog");
  expect(after.body.toString()).toBe("<p>new");
  expect(after.headers.etag).not.toBe(before.headers.etag);
});

test("a page without a variable part is held under the address to which it is rewritten", async () => {
  expect(await text("/")).toBe("Next");
  hold("/home/current", { html: "<p>home" });
  expect(await text("/")).toBe("<p>home");
});

test.each([
  ["another page", "/hubs/fog2", {}, "GET"],
  ["a query", "/hubs/fog?years=all", {}, "GET"],
  ["an escape", "/hubs/f%6Fg", {}, "GET"],
  ["a form", "/hubs/fog", {}, "POST"],
  ["Next's client", "/hubs/fog", { rsc: "1" }, "GET"],
  ["a preview", "/hubs/fog", { cookie: "a=1; __prerender_bypass=x" }, "GET"],
])("%s goes to Next", async (_, path, headers, method) => {
  expect(await text(path, headers, method)).toBe("Next");
});

test("what is no lasting page that was found goes to Next", async () => {
  hold("/hubs/none", { status: 404 });
  hold("/hubs/file", { kind: "APP_ROUTE" });
  hold("/hubs/hour", { revalidate: 3600 });
  for (const path of ["/hubs/none", "/hubs/file", "/hubs/hour"]) expect(await text(path)).toBe("Next");
});

test("asking for a page that is not held leaves no trace of a rendering that never ends", () => {
  const before = pages.rendering.size;
  pages.held("/hubs/never");
  expect(pages.rendering.size).toBe(before);
});
