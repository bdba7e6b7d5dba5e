import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type LockFile, missingFromLock } from "./lock-file";

const lock = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../package-lock.json"), "utf8"),
) as LockFile;

test("the lock file names every optional package of every platform, or npm ci refuses it: npm run lock:complete", () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  expect(missingFromLock(lock)).toEqual({});
});

test("the lock file carries exact versions, no leftovers and no download addresses", () => {
  for (const [place, entry] of Object.entries(lock.packages)) {
    expect(entry.version, place).toMatch(/^\d+\.\d+\.\d+/);
    expect(entry.extraneous, place).toBeUndefined();
    expect(entry.resolved, place).toBeUndefined();
  }
});

test("an optional package that is missing is added with the platform that its name says", () => {
  const packages = {
    "node_modules/tool": {
      version: "1.0.0",
      dev: true,
      optionalDependencies: { "@tool/cli-linux-x64-musl": "1.0.0", "@tool/cli-darwin-arm64": "1.0.0" },
    },
    "node_modules/@tool/cli-darwin-arm64": { version: "1.0.0" },
  };
  expect(missingFromLock({ packages })).toEqual({
    "node_modules/@tool/cli-linux-x64-musl": {
      version: "1.0.0",
      cpu: ["x64"],
      libc: ["musl"],
      os: ["linux"],
      dev: true,
      optional: true,
    },
  });
});
