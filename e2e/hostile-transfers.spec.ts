import { expect, test } from "./fixtures";
import { cookieOf } from "./people";
import { TELLTALE } from "./probe";
import { chunked, sendRaw } from "./raw-request";
import { callServerAction, listServerActions } from "./server-actions";

/** Bodies that are not what their head says, to everything that takes one: no fault of ours, and the connection ends. */
const BASE = process.env.SPOKES_URL ?? "";
const BOUNDARY = "----x";
const FORM = `multipart/form-data; boundary=${BOUNDARY}`;
const TOO_MUCH = "This is too much for one form: at most 1 MB can be sent.\n";
const UNREADABLE = "This form arrived broken and could not be read. Go back and send it again.\n";

const part = (name: string, value: string, boundary = BOUNDARY) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const form = (...parts: string[]) => `${parts.join("")}--${BOUNDARY}--\r\n`;

const signIn = listServerActions().find(({ name }) => name === "app/sign-in/actions.ts#signIn");

interface Taker {
  path: string;
  headers: readonly string[];
}

async function takers(): Promise<Taker[]> {
  const admin = `Cookie: ${await cookieOf({ role: "admin" })}`;
  return [
    { path: "/sign-in", headers: [] },
    { path: "/sign-in", headers: [`Next-Action: ${signIn?.id}`] },
    { path: "/admin/imports/upload", headers: [admin] },
    { path: "/admin/imports/upload", headers: [] },
  ];
}

const headOf = ({ path, headers }: Taker, ...more: string[]) => [
  `POST ${path} HTTP/1.1`,
  `Host: ${new URL(BASE).host}`,
  `Origin: ${BASE}`,
  "Connection: close",
  ...headers,
  ...more,
];

test("a form of more than 1 MB is refused in the same words when it does not say how long it is", async () => {
  const large = form(part("login", "a".repeat(1_100_000)));
  for (const taker of (await takers()).filter(({ path }) => path === "/sign-in")) {
    const head = headOf(taker, `Content-Type: ${FORM}`, "Transfer-Encoding: chunked");
    const { statuses, text } = await sendRaw(BASE, head, chunked(large));
    expect(statuses, taker.headers.join()).toEqual([413]);
    expect(text).toContain(TOO_MUCH);
    expect(text).toContain("Content-Security-Policy: default-src 'none'");
  }
});

test("a form that comes in chunks is taken like any other, with script and without", async ({ request }) => {
  const script = `Next-Action: ${signIn?.id}`;
  const sent = form(part("_1_login", "nobody"), part("_1_password", "x"), part("0", `["$undefined","$K1"]`));
  const head = headOf(
    { path: "/sign-in", headers: [script] },
    `Content-Type: ${FORM}`,
    "Transfer-Encoding: chunked",
  );
  const { statuses, text } = await sendRaw(BASE, head, chunked(sent, 7));
  expect(statuses).toEqual([200]);
  const whole =
    signIn && (await callServerAction(request, signIn, { login: "nobody", password: "x" }, { origin: BASE }));
  expect(whole?.error).not.toBeNull();
  expect(text).toContain(whole?.error ?? "");
});

/** What a body can be while its head says that it is a form. */
const BROKEN: Readonly<Record<string, string>> = {
  empty: "",
  "no form at all": "Dear diary",
  "another boundary": form(part("login", "x", "other")),
  "without an end": part("login", "x"),
  "broken off in a head": `--${BOUNDARY}\r\nContent-Dispo`,
  "nothing but an end": form(),
  "a part without a head": form(`--${BOUNDARY}\r\n\r\nx\r\n`),
  "a part without a name": form(`--${BOUNDARY}\r\nContent-Disposition: form-data\r\n\r\nx\r\n`),
  "a head without a colon": form(`--${BOUNDARY}\r\nContent-Disposition form-data\r\n\r\nx\r\n`),
  "an endless head": form(`--${BOUNDARY}\r\nContent-Disposition: ${"x".repeat(100_000)}\r\n\r\nx\r\n`),
  "a thousand parts": form(...Array.from({ length: 1000 }, (_, i) => part(`p${i}`, "x"))),
};

test("a form that is none is never a fault of ours, however it is sent", async () => {
  for (const taker of await takers())
    for (const [name, body] of Object.entries(BROKEN))
      for (const [transfer, sent] of [
        [`Content-Length: ${body.length}`, body],
        ["Transfer-Encoding: chunked", body === "" ? "0\r\n\r\n" : chunked(body)],
      ] as const) {
        const head = headOf(taker, `Content-Type: ${FORM}`, transfer);
        const { statuses, text } = await sendRaw(BASE, head, sent);
        const what = `${name}, ${transfer}, to ${taker.path} ${taker.headers.join().slice(0, 20)}`;
        expect(statuses, what).toHaveLength(1);
        expect(statuses[0], `${what}: ${text.slice(0, 300)}`).toBeLessThan(500);
        expect(text, what).not.toMatch(TELLTALE);
      }
  const head = headOf({ path: "/sign-in", headers: [] }, `Content-Type: ${FORM}`, "Content-Length: 10");
  const { statuses, text } = await sendRaw(BASE, head, "Dear diary");
  expect([statuses, text.includes(UNREADABLE)]).toEqual([[400], true]);
});

test("a boundary that is none is refused", async () => {
  for (const boundary of ['""', `"${"x".repeat(300)}"`, "a b", '"\\"', "é", ";;", "=", `${"x".repeat(7000)}`])
    for (const taker of await takers()) {
      const body = form(part("login", "x"));
      const type = `Content-Type: multipart/form-data; boundary=${boundary}`;
      const { statuses, text } = await sendRaw(
        BASE,
        headOf(taker, type, `Content-Length: ${body.length}`),
        body,
      );
      expect(statuses[0], `${boundary} to ${taker.path}: ${text.slice(0, 300)}`).toBeLessThan(500);
    }
});

test("a length that lies, or is said in two ways, is refused or ends with the connection", async () => {
  const body = form(part("login", "x"));
  const length = `Content-Length: ${body.length}`;
  const type = `Content-Type: ${FORM}`;
  for (const taker of await takers()) {
    const send = (heads: string[], sent: string, options = {}) =>
      sendRaw(BASE, headOf(taker, type, ...heads), sent, options);
    const refused: [string, string[], string][] = [
      ["both kinds of length", ["Transfer-Encoding: chunked", length], chunked(body)],
      ["two lengths", [length, `Content-Length: ${body.length + 1}`], body],
      ["a negative length", ["Content-Length: -1"], body],
      ["a length that is no number", ["Content-Length: 1e3"], body],
      ["an unknown coding", ["Transfer-Encoding: gzip, identity"], body],
      ["a chunk whose length is no number", ["Transfer-Encoding: chunked"], "zz\r\nx\r\n0\r\n\r\n"],
      ["a chunk that is longer than it says", ["Transfer-Encoding: chunked"], "1\r\nxyz\r\n0\r\n\r\n"],
    ];
    for (const [what, heads, sent] of refused) {
      const { statuses } = await send(heads, sent, { leaves: true });
      // Who may not send a file is told so before its first chunk.
      expect(
        statuses.filter((status) => status !== 400 && status !== 401),
        `${what} to ${taker.path}`,
      ).toEqual([]);
      expect(statuses, `${what} to ${taker.path}`).not.toEqual([]);
    }
    // What comes after the length that was said is nobody's.
    const short = await send([`Content-Length: ${body.length - 8}`], body);
    expect(short.statuses[0], `too short to ${taker.path}`).toBeLessThan(500);
    const long = await send([`Content-Length: ${body.length + 1000}`], body, { leaves: true });
    expect(
      long.statuses.filter((status) => status >= 500),
      `too long to ${taker.path}`,
    ).toEqual([]);
    const cut = await send(["Transfer-Encoding: chunked"], "ffff\r\nhalf of it", { leaves: true });
    expect(
      cut.statuses.filter((status) => status >= 500),
      `cut off to ${taker.path}`,
    ).toEqual([]);
  }
});

test("who asks first whether to go on is told, and is answered", async () => {
  const body = form(part("login", "x"));
  for (const taker of await takers()) {
    const expectation = ["Expect: 100-continue", `Content-Length: ${body.length}`];
    const { statuses } = await sendRaw(BASE, headOf(taker, `Content-Type: ${FORM}`, ...expectation), body);
    expect(statuses[0], taker.path).toBe(100);
    expect(statuses[1], taker.path).toBeLessThan(500);
    const large = ["Expect: 100-continue", "Content-Length: 99999999999"];
    const told = await sendRaw(BASE, headOf(taker, `Content-Type: ${FORM}`, ...large), body, {
      leaves: true,
    });
    expect(
      told.statuses.filter((status) => status >= 500),
      taker.path,
    ).toEqual([]);
  }
});

test("afterwards the site still takes forms", async ({ request }) => {
  const answer =
    signIn && (await callServerAction(request, signIn, { login: "nobody", password: "x" }, { origin: BASE }));
  expect([answer?.status, answer?.error === null]).toEqual([200, false]);
});
