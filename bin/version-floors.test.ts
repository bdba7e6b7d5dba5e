import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** The first versions without a known hole that concerns us. `npm audit` may not answer; this always does. */
const FLOORS: Readonly<Record<string, string>> = {
  next: "16.3.3",
  "next-auth": "4.24.15",
  "drizzle-orm": "0.45.2",
  nodemailer: "9.0.1",
  // Not used by us; a library may bring it.
  "fast-xml-parser": "5.5.7",
};
const OURS = ["next", "next-auth", "drizzle-orm", "nodemailer"];

const lock = JSON.parse(readFileSync(path.join(import.meta.dirname, "../package-lock.json"), "utf8")) as {
  packages: Record<string, { version?: string }>;
};

/** Whether a version is the floor or a later release; one that is yet to be released (`-beta`) is before its release. */
function reaches(version: string, floor: string): boolean {
  const [release = "", early] = version.split("-", 2);
  const [numbers, least] = [release, floor].map((text) => text.split(".").map(Number));
  for (const [i, wanted] of (least ?? []).entries())
    if (numbers?.[i] !== wanted) return (numbers?.[i] ?? 0) > wanted;
  return early === undefined;
}

test.each(Object.entries(FLOORS))("%s is %s or newer, wherever it is installed", (name, floor) => {
  const installed = Object.entries(lock.packages).filter(
    ([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`),
  );
  if (OURS.includes(name)) expect(installed.length, `${name} is not in the lock file`).toBeGreaterThan(0);
  for (const [place, { version = "" }] of installed)
    expect(reaches(version, floor), `${place} is ${version}; raise it or add an override`).toBe(true);
});

test.each([
  ["16.3.3", "16.3.3", true],
  ["16.4.0", "16.3.3", true],
  ["17.0.0", "16.3.3", true],
  ["16.3.10", "16.3.3", true],
  ["16.3.2", "16.3.3", false],
  ["15.9.9", "16.3.3", false],
  ["16.3.3-canary.1", "16.3.3", false],
  ["16.4.0-canary.1", "16.3.3", true],
  ["", "16.3.3", false],
])("%s reaches %s: %s", (version, floor, expected) => {
  expect(reaches(version, floor)).toBe(expected);
});
