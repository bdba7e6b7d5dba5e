import { request as httpRequest } from "node:http";
import { request as apiRequest } from "@playwright/test";
import { expect, test } from "./fixtures";
import { type Chance, chanceOf, hostile, hostilePiece } from "./hostile-values";
import { type OwnSite, startOwnSite } from "./own-site";
import { listParameterNames } from "./parameter-names";
import { cookieOf, withSiteDb } from "./people";
import { callServerAction, listServerActions } from "./server-actions";
import { addressOf, listSiteRoutes, sampleValues } from "./site-routes";

/**
 * Whatever is sent to whichever route, form or parameter: no answer is a fault of ours, none tells of our code, and
 * each comes. SPOKES_FUZZ_ROUNDS makes it longer; SPOKES_FUZZ_SEED repeats a run.
 */
const ROUNDS = Number(process.env.SPOKES_FUZZ_ROUNDS ?? 12);
const SEED = Number(process.env.SPOKES_FUZZ_SEED ?? 20_260_101);
const PATIENCE_MS = 30_000;
const AT_ONCE = 4;

/** What only code, a driver or a database says. */
const TELLTALE =
  /\bat (?:async )?[\w.<>[\] ]*\(?(?:file:\/\/|\/)\S+:\d+:\d+|node_modules[/\\]|PostgresError|DrizzleQueryError|Failed query|syntax error at or near|invalid input syntax|invalid byte sequence/;

const NAMES = listParameterNames();
const ODD_NAMES = ["__proto__", "constructor", "a[b][c]", "q[]", "%ff", "", "q%00", "$ACTION_KEY"];
const ODD_HEADERS: readonly (readonly [string, string])[] = [
  ["rsc", "1"],
  ["rsc", "x"],
  ["next-router-prefetch", "1"],
  ["next-url", "/\\..//evil"],
  ["accept", "text/x-component"],
  ["accept", "x".repeat(2000)],
  ["accept-language", "*;q=NaN"],
  ["range", "bytes=5-1"],
  ["if-none-match", "*"],
  ["if-modified-since", "yesterday"],
  ["x-forwarded-proto", "javascript"],
  ["x-forwarded-host", "evil.test\\@"],
  ["x-forwarded-for", "'; drop table rate_limit; --"],
  ["x-middleware-subrequest", "middleware:middleware"],
  ["x-nextjs-data", "1"],
  ["x-matched-path", "/admin"],
  ["cookie", "next-auth.session-token=eyJhbGciOiJkaXIifQ..x.y.z; spokes_signed_in=1"],
  ["cookie", "=;;=%ff; next-auth.session-token=%00"],
  ["authorization", "Bearer null"],
  ["content-type", "multipart/form-data"],
];

let site: OwnSite;
let admin = "";
let values: Record<string, string> = {};
test.describe.configure({ timeout: 240_000 + ROUNDS * 20_000 });
test.beforeAll(async () => {
  site = await startOwnSite("fuzzed", { TRUST_PROXY: "on" });
  values = await withSiteDb(sampleValues, site);
  admin = await cookieOf({ role: "admin" }, site);
});
test.afterAll(async () => {
  await site.stop();
});

interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

/** Asks, with the path as it is written, and says what is wrong with the answer; null when nothing is. */
function problemOf({ method, path, headers, body }: Asked): Promise<string | null> {
  const { hostname, port } = new URL(site.url);
  const { cookie = "", ...others } = headers;
  const described = [
    method,
    path,
    cookie === admin ? "as admin" : cookie,
    JSON.stringify(others),
    String(body ?? ""),
  ]
    .map((part) => part.slice(0, 300))
    .join(" ");
  return new Promise((resolve) => {
    const options = { hostname, port, path, method, headers, timeout: PATIENCE_MS };
    const sent = httpRequest(options, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (data: string) => {
        text += data;
      });
      answer.on("end", () => {
        const status = answer.statusCode ?? 0;
        const told = TELLTALE.exec(text)?.[0];
        const bare = answer.headers["content-security-policy"] === undefined;
        if (status >= 500) resolve(`${status}: ${described}`);
        else if (told) resolve(`tells "${told}": ${described}`);
        // Node itself turns away what is no HTTP, before there is a request.
        else resolve(bare && status !== 400 && status !== 431 ? `bare: ${described}` : null);
      });
    });
    sent.on("timeout", () => sent.destroy(new Error(`no answer within ${PATIENCE_MS} ms`)));
    sent.on("error", (error) => resolve(`${error.message}: ${described}`));
    sent.end(body);
  });
}

/** Asks all of them, a few at a time, and expects nothing to be wrong with any answer. */
async function expectAllFine(asked: readonly Asked[]): Promise<void> {
  const problems: string[] = [];
  const left = [...asked];
  const work = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const problem = await problemOf(one);
      if (problem !== null) problems.push(problem);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(problems, `with SPOKES_FUZZ_SEED=${SEED}`).toEqual([]);
}

function query(chance: Chance): string {
  const parts = Array.from({ length: chance.below(5) }, () => {
    const name = chance.below(5) === 0 ? chance.pick(ODD_NAMES) : chance.pick(NAMES);
    return `${name}=${chance.below(6) === 0 ? chance.pick(Object.values(values)) : hostilePiece(chance)}`;
  });
  return parts.length > 0 ? `?${parts.join("&")}`.slice(0, 7000) : "";
}

function anyAddress(chance: Chance, route: string): string {
  const fill = () => (chance.below(2) === 0 ? hostilePiece(chance).slice(0, 4000) || "%20" : undefined);
  return `${addressOf(route, values, fill)}${query(chance)}`;
}

function anyHeaders(chance: Chance): Record<string, string> {
  const odd = Array.from({ length: chance.below(3) }, () => chance.pick(ODD_HEADERS));
  return { ...(chance.below(2) === 0 ? { cookie: admin } : {}), ...Object.fromEntries(odd) };
}

test("the names of parameters are found, also those that only one page knows", () => {
  expect(NAMES).toEqual(
    expect.arrayContaining(["q", "from", "to", "sort", "after", "target", "hub", "token"]),
  );
});

test("no route fails, whatever stands in its address and its headers", async () => {
  const asked = listSiteRoutes().flatMap(({ path }, i) => {
    const chance = chanceOf(SEED + i);
    return Array.from({ length: ROUNDS }, () => ({
      method: chance.pick(["GET", "GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "PUT"]),
      path: anyAddress(chance, path),
      headers: anyHeaders(chance),
    }));
  });
  await expectAllFine(asked);
});

test("no action fails, whatever stands in the fields that it asks for", async () => {
  const api = await apiRequest.newContext({ baseURL: site.url });
  const chance = chanceOf(SEED - 1);
  const problems: string[] = [];
  for (const action of listServerActions())
    for (let round = 0; round < Math.max(2, ROUNDS / 3); round += 1) {
      // Anew each time: some of them end the session or the account.
      const headers = {
        origin: site.url,
        cookie: await cookieOf({ role: "admin" }, site),
        "x-forwarded-for": `192.0.2.${chance.below(250)}`,
      };
      const { complaints } = await callServerAction(api, action, {}, headers);
      const fields: Record<string, string> = {};
      for (const name of Object.keys(complaints))
        fields[name] =
          chance.below(3) === 0 ? chance.pick([...Object.values(values), "1", "yes"]) : hostile(chance);
      const { status, text } = await callServerAction(api, action, fields, headers);
      const told = TELLTALE.exec(text)?.[0];
      if (status >= 500 || told)
        problems.push(`${status} ${told ?? ""} ${action.name} ${JSON.stringify(fields).slice(0, 300)}`);
    }
  await api.dispose();
  expect(problems, `with SPOKES_FUZZ_SEED=${SEED}`).toEqual([]);
});

/** A form as a browser writes it. */
function formOf(parts: readonly (readonly [string, string])[]): { type: string; body: string } {
  const boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
  const fields = parts.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${fields.join("")}--${boundary}--\r\n` };
}

/** What takes the place of an action's arguments. */
const ARGUMENTS = [
  ...[
    "[]",
    "{}",
    "null",
    '"x"',
    '["$K1"]',
    '["$1","$2"]',
    '["$F1"]',
    '["$@1"]',
    '["$undefined","$undefined"]',
  ],
  ...[
    '[{"error":null},{"entries":1}]',
    '[{"__proto__":{"x":1}},"$K9"]',
    "[".repeat(900),
    `[${"[],".repeat(900)}1]`,
  ],
];
const REFERENCES = [
  '{"id":"ff","bound":null}',
  '{"id":"ID","bound":"$@1"}',
  '{"id":"ID","bound":null}',
  "[",
  "{}",
];

test("no action and no upload fails, whatever takes the place of its form", async () => {
  const chance = chanceOf(SEED - 2);
  const send = (
    id: string,
    action: string | null,
    { type, body }: { type: string; body: string },
    path: string,
  ) => ({
    method: "POST",
    path,
    body,
    headers: {
      cookie: admin,
      origin: site.url,
      "content-type": type,
      "content-length": String(Buffer.byteLength(body)),
      ...(action === null ? {} : { "next-action": action.replace("ID", id) }),
    },
  });
  const known = listServerActions();
  const chosen = ROUNDS > 40 ? known : [chance.pick(known), chance.pick(known), chance.pick(known)];
  const asked = [...chosen, { id: "0", path: "/admin/imports/upload" }].flatMap(({ id, path }) => [
    ...ARGUMENTS.map((text) => send(id, "ID", formOf([["0", text]]), path)),
    ...ARGUMENTS.map((text) => send(id, "ID", { type: "text/plain;charset=UTF-8", body: text }, path)),
    ...["ff", "", "../x", "f".repeat(42)].map((action) => send(id, action, formOf([["0", "[]"]]), path)),
    ...["$ACTION_ID_ff", "$ACTION_ID_", "$ACTION_REF_1", "$ACTION_KEY", "__proto__", "0", ""].map((name) =>
      send(id, null, formOf([[name, chance.pick(["", "x", "[", "{}"])]]), path),
    ),
    ...REFERENCES.map((reference) =>
      send(
        id,
        null,
        formOf([
          ["$ACTION_REF_1", ""],
          ["$ACTION_1:0", reference.replace("ID", id)],
          ["$ACTION_1:1", chance.pick(ARGUMENTS)],
          ["$ACTION_KEY", "k"],
        ]),
        path,
      ),
    ),
    send(id, "ID", { type: "multipart/form-data", body: "no boundary" }, path),
    send(id, null, { type: "application/x-www-form-urlencoded", body: "a=%ff&a=1" }, path),
    send(id, "ID", { type: "application/octet-stream", body: "\0\u0001" }, path),
  ]);
  await expectAllFine(asked);
});

test("afterwards the site is as quick and as whole as before", async () => {
  for (const path of ["/", "/hubs", "/hubs/demonstration", "/api/me"])
    expect(await problemOf({ method: "GET", path, headers: {} })).toBeNull();
});
