import { expect, test } from "vitest";
import { keepTrusted } from "@/lib/front-door/forwarded-headers.mjs";

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
