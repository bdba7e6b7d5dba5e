import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "./fixtures";
import { type OwnSite, startOwnSite } from "./own-site";
import { cookieOf } from "./people";
import { listServerActions } from "./server-actions";

/** A site behind a proxy that does TLS, asked as the proxy would. */
const HOST = "spokes.example";
const ORIGIN = `https://${HOST}`;

let site: OwnSite;
test.beforeAll(async () => {
  site = await startOwnSite("over_tls", { SITE_URL: ORIGIN, TRUST_PROXY: "on" });
});
test.afterAll(async () => {
  await site.stop();
});

async function ask(path: string, { method = "GET", headers = {}, body = "" } = {}) {
  const { hostname, port } = new URL(site.url);
  return new Promise<{ headers: NodeJS.Dict<string | string[]>; cookies: string[]; body: string }>(
    (resolve, reject) => {
      const all = { host: HOST, "x-forwarded-proto": "https", "x-forwarded-host": HOST, ...headers };
      const sent = httpRequest({ hostname, port, path, method, headers: all }, async (answer) =>
        resolve({
          headers: answer.headers,
          cookies: answer.headers["set-cookie"] ?? [],
          body: await text(answer),
        }),
      );
      sent.on("error", reject).end(body);
    },
  );
}

test("every answer tells browsers to come back over TLS", async () => {
  for (const path of ["/", "/hubs", "/nothing-is-here", "/hubs/%ff", "/account-menu.js", "/api/me", "/me"])
    expect((await ask(path)).headers["strict-transport-security"], path).toBe("max-age=63072000");
});

test("cookies are for this host and TLS alone, also the ones that take them away", async () => {
  const signOut = listServerActions().find(({ name }) => name === "app/sign-out/actions.ts#signOut");
  const cookie = (await cookieOf({}, site)).replace("next-auth", "__Host-next-auth");
  expect(JSON.parse((await ask("/api/me", { headers: { cookie } })).body)).toMatchObject({ isAdmin: false });
  const taken = [
    ...(await ask("/api/me")).cookies,
    ...(
      await ask("/sign-out", {
        method: "POST",
        headers: {
          cookie,
          origin: ORIGIN,
          "next-action": signOut?.id ?? "",
          "content-type": "multipart/form-data; boundary=----spokes",
        },
        body: `------spokes\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$undefined","$K1"]\r\n------spokes--\r\n`,
      })
    ).cookies,
  ];
  expect(taken.length).toBe(4);
  for (const line of taken) {
    expect(line).toMatch(/^(?:__Host-next-auth\.session-token|spokes_signed_in)=;/);
    expect(line).toMatch(/; Secure/);
    expect(line).toMatch(/; Path=\//);
    expect(line).toMatch(/; SameSite=lax/i);
    expect(line).not.toMatch(/; Domain=/);
  }
  expect(JSON.parse((await ask("/api/me", { headers: { cookie } })).body)).toBeNull();
});

test("a cookie of the name that is used without TLS signs nobody in", async () => {
  const cookie = await cookieOf({}, site);
  expect(JSON.parse((await ask("/api/me", { headers: { cookie } })).body)).toBeNull();
});

test("a form of another origin is refused, also one of the same host without TLS", async () => {
  const report = listServerActions().find(({ name }) => name === "app/flag/actions.ts#reportMistake");
  const send = async (origin: string) =>
    (
      await ask("/flag?hub=demonstration", {
        method: "POST",
        headers: {
          origin,
          "next-action": report?.id ?? "",
          "content-type": "multipart/form-data; boundary=----spokes",
        },
        body: `------spokes\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$undefined","$K1"]\r\n------spokes--\r\n`,
      })
    ).body;
  expect(await send(ORIGIN)).toContain("Choose what is wrong.");
  for (const origin of [`http://${HOST}`, "https://elsewhere.example", `${ORIGIN}:8443`])
    expect(await send(origin), origin).not.toContain("Choose what is wrong.");
});
