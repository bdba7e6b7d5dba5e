import { afterAll, beforeAll, expect, test } from "vitest";
import { startBehindDoor } from "./testing/start-behind-door";

/** Tells what it was sent. */
const SERVER = `
  import { createServer } from "node:http";
  const server = createServer(async (request, response) => {
    let bytes = 0;
    for await (const piece of request) bytes += piece.length;
    if (request.url === "/list") response.writeHead(200, ["Set-Cookie", "a=1", "Set-Cookie", "b=2"]);
    if (request.url === "/object") response.writeHead(302, "Found it", { Location: "/", "X-Own": "kept" });
    if (request.url === "/public") response.setHeader("Cache-Control", "public, max-age=60");
    response.end(JSON.stringify({ url: request.url, bytes, ...request.headers }));
  });
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

let server: Awaited<ReturnType<typeof startBehindDoor>>;
let base = "";
beforeAll(async () => {
  server = await startBehindDoor(SERVER);
  base = `http://127.0.0.1:${server.port}`;
});
afterAll(() => server.stop());

const ask = (address: string, options: RequestInit = {}) =>
  fetch(`${base}${address}`, { redirect: "manual", ...options });

test("every server of the process that loaded it is covered, whichever way it sends its head", async () => {
  for (const address of ["/", "/list", "/object", "/public"]) {
    const { headers } = await ask(address);
    expect(headers.get("content-security-policy"), address).toContain("default-src 'none'");
    expect(headers.get("strict-transport-security"), address).toBe("max-age=63072000");
    expect(headers.get("x-content-type-options"), address).toBe("nosniff");
  }
  expect((await ask("/list")).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  const found = await ask("/object");
  expect([found.status, found.statusText, found.headers.get("location")]).toEqual([302, "Found it", "/"]);
  expect(found.headers.get("x-own")).toBe("kept");
});

test("the site is told the nonce of the answer, a new one each time, and never one from a browser", async () => {
  const seen = new Set<string>();
  for (let i = 0; i < 3; i += 1) {
    const answer = await ask("/", { headers: { "content-security-policy": "script-src 'nonce-mine'" } });
    const told = ((await answer.json()) as Record<string, string>)["content-security-policy"] ?? "";
    const nonce = /^script-src ('nonce-[\w+/]{22}==')$/.exec(told)?.[1] ?? "nothing";
    expect(answer.headers.get("content-security-policy")).toContain(nonce);
    seen.add(nonce);
  }
  expect(seen.size).toBe(3);
  expect((await ask("/public")).headers.get("content-security-policy")).not.toContain("nonce");
});

test("what a browser says of its own address does not arrive", async () => {
  const answer = await ask("/", { headers: { "X-Forwarded-For": "203.0.113.9", "x-other": "kept" } });
  const seen = (await answer.json()) as Record<string, string>;
  expect(seen).toMatchObject({ "x-other": "kept" });
  expect(seen).not.toHaveProperty("x-forwarded-for");
});

test("a wish for a part of a file, or for a file as it was, does not arrive: files are given out whole", async () => {
  const headers = { Range: "bytes=9-", "If-Range": "x", "If-Match": "x", "If-Unmodified-Since": "never" };
  const seen = (await (await ask("/", { headers })).json()) as Record<string, string>;
  for (const name of Object.keys(headers)) expect(seen).not.toHaveProperty(name.toLowerCase());
});

test("a form goes where there is an action, and is refused elsewhere with the same headers", async () => {
  const form = () => {
    const fields = new FormData();
    fields.set("login", "ada");
    return { method: "POST", body: fields };
  };
  expect((await ask("/sign-in", form())).status).toBe(200);
  expect((await ask("/sign-in", { method: "POST", body: "login=ada" })).status).toBe(415);
  const refused = await ask("/", form());
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  expect(refused.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("a form that does not say how long it is arrives whole, or is refused once it is too large", async () => {
  const sent = (bytes: number) => ({
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    body: new Blob(["a".repeat(bytes)]).stream(),
    duplex: "half" as const,
  });
  const taken = await ask("/sign-in", sent(1_000_000));
  expect([taken.status, await taken.json()]).toEqual([200, expect.objectContaining({ bytes: 1_000_000 })]);
  const refused = await ask("/sign-in", sent(1_100_000));
  expect([refused.status, await refused.text()]).toEqual([
    413,
    "This is too much for one form: at most 1 MB can be sent.\n",
  ]);
});

test("an address that cannot be decoded arrives as one without a page", async () => {
  expect(await (await ask("/hubs/%ff?a=1")).json()).toMatchObject({ url: "/no-such-address" });
});
