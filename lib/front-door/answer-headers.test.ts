import { expect, test } from "vitest";
import { answerHeaders } from "./answer-headers.mjs";

const NONCE = "bm9uY2U=";
const headersOf = (
  answer: Partial<Parameters<typeof answerHeaders>[0]> = {},
  site: Partial<Parameters<typeof answerHeaders>[1]> = {},
): Record<string, string> =>
  Object.fromEntries(
    answerHeaders(
      { nonce: NONCE, status: 200, cacheControl: "private, no-store", hasCookie: false, ...answer },
      { secure: false, dev: false, ...site },
    ),
  );

const directives = (headers: Record<string, string>) =>
  Object.fromEntries(
    (headers["Content-Security-Policy"] ?? "").split("; ").map((part) => {
      const [name = "", ...sources] = part.split(" ");
      return [name, sources.join(" ")];
    }),
  );

const SHARED = { cacheControl: "public, max-age=0, s-maxage=1, must-revalidate" };

test("every answer forbids framing, guessing of types, the rights of a device, and tells other sites little", () => {
  for (const status of [200, 304, 404, 500])
    expect(headersOf({ status, ...(status < 400 ? SHARED : {}) })).toMatchObject({
      "X-Frame-Options": "DENY",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "Permissions-Policy": expect.stringContaining("camera=(), microphone=(), geolocation=()"),
      "Cross-Origin-Opener-Policy": "same-origin",
    });
});

test("an answer that is rendered for one request runs our files and the scripts of its own nonce alone", () => {
  expect(directives(headersOf())).toEqual({
    "default-src": "'none'",
    "script-src": `'self' 'nonce-${NONCE}'`,
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  });
});

test("an answer that may be shared knows no nonce, and makes no script out of text", () => {
  expect(directives(headersOf(SHARED))).toMatchObject({
    "script-src": "'self'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
  });
  expect(headersOf(SHARED)["Content-Security-Policy"]).not.toContain(NONCE);
  expect(headersOf(SHARED)).not.toHaveProperty("Cache-Control");
});

test.each([
  ["an error", { ...SHARED, status: 500 }],
  ["an answer with a cookie", { ...SHARED, hasCookie: true }],
  ["an answer that does not say", { cacheControl: "" }],
])("%s is for one reader, and no cache keeps it", (_what, answer) => {
  expect(headersOf(answer)["Cache-Control"]).toBe("private, no-store");
  expect(headersOf(answer)["Content-Security-Policy"]).toContain(NONCE);
});

test.each(["private, no-cache, no-store, max-age=0, must-revalidate", "private, max-age=60", "no-cache"])(
  "%s stays as it is",
  (cacheControl) => {
    expect(headersOf({ cacheControl })).not.toHaveProperty("Cache-Control");
  },
);

test("browsers are told to come back over TLS only where the site is reached so", () => {
  expect(headersOf({}, { secure: true })["Strict-Transport-Security"]).toBe("max-age=63072000");
  expect(headersOf()).not.toHaveProperty("Strict-Transport-Security");
});

test("no policy that is shipped lets text be evaluated or a foreign address in", () => {
  for (const answer of [{}, SHARED, { status: 500 }]) {
    const policy = headersOf(answer)["Content-Security-Policy"] ?? "";
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:|data:|blob:|script-src[^;]*unsafe-inline/);
  }
});
