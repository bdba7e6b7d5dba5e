import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** How code reads a parameter of an address, or names a field of a form. */
const READS = [
  /\b(?:one|get|getAll|has)\(\s*"([\w-]+)"/g,
  /\bname="([\w-]+)"/g,
  /[?&]([a-z]\w*)=/g,
  /^\s+(\w+): (?:z\.|[A-Z]\w+[,.])/gm,
];
const SPREAD = /\{([^{}]+)\} = await searchParams/g;

/**
 * Every name of a parameter that the pages and handlers of the site know, found in their source.
 *
 * @param folder a folder under `app`, of which only the files themselves are read; without it, all of them. What is
 *   no folder knows none.
 */
export function listParameterNames(folder?: string): string[] {
  const place = path.join("app", folder ?? "");
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return [];
  const texts = readdirSync(place, { recursive: folder === undefined, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(place, file), "utf8"));
  const names = texts.flatMap((text) => [
    ...READS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = ""]) => name)),
    ...[...text.matchAll(SPREAD)].flatMap(([, list = ""]) =>
      list.split(",").map((part) => part.trim().split(":")[0] ?? ""),
    ),
  ]);
  return [...new Set(names)].filter((name) => name !== "").sort();
}
