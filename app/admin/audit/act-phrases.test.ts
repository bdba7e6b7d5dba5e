import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ACT_KINDS, ACT_PHRASES, actPhrase } from "./act-phrases";

const ROOT = path.join(import.meta.dirname, "../../..");

/** The kinds of acts that any code writes to the audit log, where it names them outright. */
const written = ["app", "bin", "db", "lib"]
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      path.join(ROOT, folder, file),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$/.test(file))
  .map((file) => readFileSync(file, "utf8"))
  .filter((text) => text.includes("recordAct("))
  .flatMap((text) => [...text.matchAll(/\baction: "([a-z_.]+)"/g)].map((match) => match[1] ?? ""));

test("every kind of act that is written to the audit log has words", () => {
  expect(written).toContain("user.disable");
  const wordless = written.filter((action) => !(action in ACT_PHRASES));
  expect(wordless, "say in act-phrases.ts what the audit log shows for it").toEqual([]);
});

test("no two kinds of acts are chosen by the same words, and each names what it is on", () => {
  const labels = ACT_KINDS.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.filter((label) => /\{\}|something/.test(label))).toEqual([]);
  expect(labels).toEqual(expect.arrayContaining(["hid a sentence", "hid a citation", "hid a hub"]));
});

test("a phrase names on whom the act was where it has a place for that", () => {
  expect(actPhrase("user.disable")).toEqual({ before: "disabled", after: "" });
  expect(actPhrase("user.remove")).toEqual({ before: "removed their own account", after: null });
});

test("an act without words is shown as it is called", () => {
  expect(actPhrase("hub.paint")).toEqual({ before: "did “hub.paint” to", after: "" });
});
