import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { test } from "@/db/testing/fixtures";

const PROJECT = path.resolve(import.meta.dirname, "..");
const MEBI = 1024 * 1024;

/** The time that a file may take, in starts of the program (a second each, on a machine that is not busy). */
const STARTS = 2;
const MEBIBYTES = 300;
/** How much V8 sets aside besides what is in use depends on the machine; what is in use must fit in here. */
const HEAP = ["--max-old-space-size=160", "--max-semi-space-size=8"];

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "spokes-hostile-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  exit: number;
  stdout: string;
  stderr: string;
  seconds: number;
  mebibytes: number;
}

/** Has the program say at its end what it used: seconds of processor time in user mode, and its largest memory. */
const MEASURE = `data:text/javascript,${encodeURIComponent(`
  process.on("exit", () => {
    const { userCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write(["\\nUSED", userCPUTime / 1e6, maxRSS / 1024].join(" "));
  });
`)}`;

/** A process begins with the peak of the one that starts it: that must be a shell's, not the test runner's. */
const BY_SHELL = ["-c", '"$@"; exit $?', "sh", process.execPath];

function runImport(url: string, args: readonly string[]): Promise<Run> {
  const command = [...BY_SHELL, ...HEAP, "--import", "tsx", "--import", MEASURE, "bin/import.ts", ...args];
  const env = { ...process.env, DATABASE_URL: url };
  return new Promise((resolve) => {
    execFile("sh", command, { cwd: PROJECT, env }, (error, stdout, stderr) => {
      const [said = "", used = ""] = stderr.split("\nUSED ");
      const [seconds = Number.NaN, mebibytes = Number.NaN] = used.split(" ").map(Number);
      const exit = typeof error?.code === "number" ? error.code : 0;
      resolve({ exit, stdout, stderr: said.trim(), seconds, mebibytes });
    });
  });
}

type Piece = string | Uint8Array | { repeat: string; times: number };

async function save(name: string, pieces: readonly Piece[]): Promise<string> {
  const file = path.join(folder, name);
  function* bytes() {
    for (const piece of pieces) {
      if (typeof piece === "string" || piece instanceof Uint8Array) yield piece;
      else {
        const block = piece.repeat.repeat(Math.min(piece.times, 10_000));
        for (let left = piece.times; left > 0; left -= 10_000)
          yield left >= 10_000 ? block : piece.repeat.repeat(left);
      }
    }
  }
  await pipeline(Readable.from(bytes()), createWriteStream(file));
  return file;
}

const many = (repeat: string, times: number): Piece => ({ repeat, times });
const MILLION = 1_000_000;
const HEADER = '{"type":"spokes","version":1}\n';
const ZEROS = gzipSync(new Uint8Array(64 * MEBI));
const BLANKS = gzipSync(Buffer.alloc(64 * MEBI, " "));
const ENTITIES = '<!DOCTYPE article [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const EXTERNAL = '<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const jats = (doctype: string) =>
  `<?xml version="1.0"?>${doctype}<article><front><article-meta><title-group><article-title>&b;&x;</article-title></title-group></article-meta></front></article>`;

/** What is sent, and what is said of it in one line. */
const REFUSED: readonly (readonly [name: string, pieces: readonly Piece[], line: string])[] = [
  ["bomb.gz", Array(16).fill(ZEROS), "Line 1 holds a NUL character"],
  ["blanks.gz", [gzipSync(HEADER), ...Array(16).fill(BLANKS)], "it unpacks to more than 200 times its size"],
  [
    "bomb.zip",
    [zipSync({ a: new Uint8Array(64 * MEBI), b: new Uint8Array(64 * MEBI) })],
    "it unpacks to more than 200",
  ],
  ["entities.xml", [jats(ENTITIES)], "entities of its own"],
  ["external.xml", [jats(EXTERNAL)], "entities of its own"],
  [
    "line.jsonl",
    [HEADER, '{"type":"work","title":"', many("x", 100 * MILLION), '"}'],
    "Line 2 is longer than 16 Mi characters.",
  ],
  [
    "line.bib",
    ["@article{a, title = {", many("x", 100 * MILLION)],
    "Line 1 is longer than 16 Mi characters.",
  ],
  ["line.csv", ["title,doi\n", many("x", 100 * MILLION)], "Line 2 is longer than 16 Mi characters."],
  ["line.txt", [many("x", 100 * MILLION)], "its format is not recognised"],
  ["columns.csv", ["title,", many("x,", MILLION), "x\n"], "its format is not recognised"],
  ["deep.json", ['{"data":[{"citingPaper":', many("[", MILLION), many("]", MILLION), "}]}"], "brackets deep"],
  [
    "objects.json",
    ['{"spokes":1,"works":', many('{"a":', MILLION), "1", many("}", MILLION), "}"],
    "works must be a list",
  ],
  ["nul.jsonl", [HEADER, '{"type":"work","title":"a\0b"}\n'], "Line 2 holds a NUL character"],
  ["nul.bib", ["@article{a, title = {a\0b}}"], "Line 1 holds a NUL character"],
];

/** What goes in as a file of which each entry is refused. */
const LEFT_OUT: typeof REFUSED = [
  [
    "deep.jsonl",
    [HEADER, '{"type":"work","title":', many("[", MILLION), many("]", MILLION), "}"],
    "line 2: title must be a text",
  ],
  ["columns.csv", ["title,doi\n", many("x,", MILLION), "x\n"], "line 2: "],
  ["proto.jsonl", [HEADER, '{"__proto__":{"type":"work","title":"Polluted"}}\n'], "line 2: "],
];

describe("a hostile file", () => {
  const unhurt = (run: Run, start: Run, name: string) => {
    expect(run.seconds / start.seconds - 1, `${name}: starts`).toBeLessThan(STARTS);
    expect(run.mebibytes, `${name}: MiB`).toBeLessThan(MEBIBYTES);
  };
  const LISTED = ["--citers-of", "doi:10.5555/hub"];

  test("is refused in one line, in little time and memory", async ({ freshPool }) => {
    const url = String(freshPool.options.connectionString);
    const start = await runImport(url, [path.join(folder, "none")]);
    expect(start).toMatchObject({ exit: 2, stderr: `${folder}/none: there is no such file.` });
    for (const [name, pieces, line] of REFUSED) {
      const file = await save(name, pieces);
      const run = await runImport(url, [file, ...LISTED]);
      expect(run, name).toMatchObject({ exit: 2, stdout: "" });
      expect(run.stderr.split("\n"), name).toEqual([expect.stringContaining(`${file}: `)]);
      expect(run.stderr, name).toContain(line);
      unhurt(run, start, name);
    }
  });

  test("that can be read entry by entry loses those that are hostile", async ({ freshPool }) => {
    const url = String(freshPool.options.connectionString);
    const start = await runImport(url, [path.join(folder, "none")]);
    for (const [name, pieces, line] of LEFT_OUT) {
      const run = await runImport(url, [await save(name, pieces), ...LISTED]);
      expect(run, name).toMatchObject({ exit: 0, stderr: "" });
      expect(run.stdout, name).toContain("1 entry left out:");
      expect(run.stdout, name).toContain(line);
      expect(run.stdout, name).toContain("works        0 created");
      unhurt(run, start, name);
    }
  });
});

test("a list of which nobody says what it is is refused, and the options that say it are named", async ({
  freshPool,
}) => {
  const file = await save("list.bib", ["@book{a, title = {Lamps of the harbour at night}}"]);
  const run = await runImport(String(freshPool.options.connectionString), [file]);
  expect(run.exit).toBe(2);
  expect(run.stderr).toContain("the file lists works and does not say what they are");
  expect(run.stderr).toContain("--citers-of HUB or --references-of WORK");
  const both = await runImport("", [file, "--citers-of", "a", "--references-of", "b"]);
  expect(both.stderr).toBe(
    "A list holds either the citers of a hub or the references of a work: give one of the two.",
  );
});
