import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorSeconds } from "@/lib/testing/processor-seconds";
import type { JsonPiece } from "./json-document";
import { readJsonPieces } from "./json-pieces";
import { UnreadableFileError } from "./record";
import { chunksOf, collect, damaged, withCuts } from "./testing/read-text";

const LISTS = new Set(["results", "message.items", "body", "body.results"]);

const read = (text: string, cuts?: number[]) => collect(readJsonPieces(chunksOf(text, cuts), LISTS));
const refusal = (text: string) => expect(read(text)).rejects;

const item = (where: string, list: string, value: unknown) => ({ kind: "item", list, where, value });
const document = (where: string, value: unknown, counts: [string, number][] = []) => ({
  kind: "document",
  where,
  value: typeof value === "object" && value !== null ? expect.objectContaining(value) : value,
  counts: new Map(counts),
});

const ANSWER = {
  meta: { count: 2, note: 'a "quoted\\" [sign]' },
  results: [{ id: 1, tags: ["x", "}"] }, null, "text", -1.5e3, [[]]],
  after: [{}, true],
};

describe("a document", () => {
  it("comes after the items of its lists and without them", async () => {
    const { results, ...rest } = ANSWER;
    expect(await read(JSON.stringify(ANSWER))).toEqual([
      ...results.map((value, n) => item(`entry 1, results[${n}]`, "results", value)),
      document("entry 1", rest, [["results", 5]]),
    ]);
  });

  it("may hold its list in an object, beside which everything else stays", async () => {
    const pieces = await read('{"status":"ok","message":{"total":7,"items":[{"a":1}],"facets":{}}}');
    expect(pieces).toEqual([
      item("entry 1, message.items[0]", "message.items", { a: 1 }),
      document("entry 1", { status: "ok" }, [["message.items", 1]]),
    ]);
    expect(JSON.stringify((pieces[1] as { value?: unknown }).value)).toBe(
      '{"status":"ok","message":{"total":7,"facets":{}}}',
    );
  });

  it("counts an empty list too", async () => {
    expect(await read('{"results":[]}')).toEqual([document("entry 1", {}, [["results", 0]])]);
  });

  it("keeps what stands at the path of a list and is none", async () => {
    expect(await read('{"results":{"a":1}}')).toEqual([document("entry 1", { results: { a: 1 } })]);
  });

  it("may be one of many, in a list or one after the other", async () => {
    const documents = [{ results: [1] }, null, { a: 2 }, [3]];
    const expected = [
      item("entry 1, results[0]", "results", 1),
      document("entry 1", {}, [["results", 1]]),
      document("entry 2", null),
      document("entry 3", { a: 2 }),
      { kind: "document", where: "entry 4", value: [3], counts: new Map() },
    ];
    expect(await read(JSON.stringify(documents, null, 2))).toEqual(expected);
    expect(
      await read(
        documents
          .slice(0, 3)
          .map((one) => JSON.stringify(one))
          .join("\r\n"),
      ),
    ).toEqual(expected.slice(0, 4));
  });

  it("may begin with a byte order mark, and end with a bare number", async () => {
    expect(await read('\uFEFF{"a":1}\n 12')).toEqual([
      document("entry 1", { a: 1 }),
      document("entry 2", 12),
    ]);
  });

  it("reads the same wherever the chunks end", async () => {
    const text = JSON.stringify([ANSWER, { body: [ANSWER, 1] }, { message: { items: [ANSWER] } }], null, 1);
    const expected = await read(text);
    await fc.assert(
      fc.asyncProperty(withCuts(text), async (cuts) => {
        expect(await read(text, cuts)).toEqual(expected);
      }),
    );
  });

  it("holds any JSON value as it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), async (value) => {
        const [piece] = await read(`[${JSON.stringify({ value })}]`);
        expect(JSON.stringify(piece && "value" in piece && piece.value)).toBe(JSON.stringify({ value }));
      }),
    );
  });
});

describe("what is spoilt", () => {
  it("within the brackets of an item costs that item alone", async () => {
    expect(await read('{"results":[{"a":1},{a:1},NaN,{"a":2}]}')).toEqual([
      item("entry 1, results[0]", "results", { a: 1 }),
      expect.objectContaining({ where: "entry 1, results[1]", problem: expect.stringContaining("JSON") }),
      expect.objectContaining({ where: "entry 1, results[2]", problem: expect.stringContaining("JSON") }),
      item("entry 1, results[3]", "results", { a: 2 }),
      document("entry 1", {}, [["results", 4]]),
    ]);
  });

  it("within a member costs its document alone", async () => {
    expect(await read('[{"a":NaN,"b":1},{"a":1}]')).toEqual([
      expect.objectContaining({ where: "entry 1", problem: expect.stringMatching(/^a: .*JSON/) }),
      document("entry 2", { a: 1 }),
    ]);
  });

  it.each([
    [
      "a sign that does not belong there",
      '{"results":[1 2]}',
      'the sign "2" at character 15 (entry 1, results[1])',
    ],
    ["a comma before the end", '[{"a":1},]', 'the sign "]" at character 10'],
    ["a comma for a colon", '{"a",1}', 'the sign "," at character 5'],
    ["a key without quotation marks", "{a:1}", 'the sign "a" at character 2'],
    ["the wrong bracket", '[{"a":1]', 'the sign "]" at character 8'],
    [
      "a file that ends within an item",
      '{"results":[{"a":1},{"a":',
      "ends too early, at entry 1, results[1]",
    ],
    ["a file that ends within a list", '{"results":[1', "ends too early, at entry 1, results[0]"],
    ["no JSON at all", "@article{wheel}", "The file is no valid JSON"],
  ])("otherwise refuses the file: %s", async (_, text, message) => {
    await refusal(text).toBeInstanceOf(UnreadableFileError);
    await refusal(text).toThrow(message);
  });

  it("gives pieces or its own error, whatever the text is", async () => {
    const text = fc.oneof(damaged(JSON.stringify([ANSWER, ANSWER])), fc.string({ unit: "binary" }));
    await fc.assert(
      fc.asyncProperty(text, async (raw) => {
        const outcome = await read(raw).catch((error: unknown) => error);
        expect(Array.isArray(outcome) || outcome instanceof UnreadableFileError).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a file made to do harm", () => {
  const mebi = 1024 * 1024;
  async function* repeated(start: string, text: string, characters: number) {
    yield start;
    const chunk = text.repeat(mebi / text.length);
    for (let sent = 0; sent < characters; sent += chunk.length) yield chunk;
  }
  const readAll = async (chunks: AsyncIterable<string>) => {
    for await (const _ of readJsonPieces(chunks, LISTS));
  };

  it.each([
    ["an endless text", '{"results":["', "x", "results[0] is longer than 8 Mi characters"],
    ["an endless number", '{"results":[', "1", "results[0] is longer than 8 Mi characters"],
    ["an endless key", '{"', "x", "entry 1 is longer than 8 Mi characters"],
    ["an item of a million values", '{"results":[[', "1,", "results[0] holds more than 1,000,000 values"],
    ["a bottomless list", '{"results":[', "[", "results[0] lies more than 64 brackets deep"],
    ["a bottomless object", "", '{"a":', "lies more than 64 brackets deep"],
  ])("is refused as soon as it is too much: %s", async (_, start, text, message) => {
    await expect(readAll(repeated(start, text, 100 * mebi))).rejects.toThrow(message);
  });

  it("is refused when a document has 10,001 members, or members of more than 8 Mi characters together", async () => {
    const members = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, {}]));
    expect(await read(JSON.stringify(members(10_000)))).toHaveLength(1);
    await refusal(JSON.stringify(members(10_001))).toThrow("entry 1 has more than 10,000 members");
    const long = { a: "x".repeat(5 * mebi), b: "x".repeat(5 * mebi) };
    await refusal(JSON.stringify(long)).toThrow("too long ones");
  });

  it("may come as one huge chunk", async () => {
    const reading = () =>
      expect(readAll(chunksOf(`["${"x".repeat(100 * mebi)}"]`))).rejects.toThrow(UnreadableFileError);
    expect(await processorSeconds(reading)).toBeLessThan(2);
  });

  it("cannot reach the prototype of objects", async () => {
    const text =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"results":[{"__proto__":{"polluted":1}}]}';
    const pieces: JsonPiece[] = await read(text);
    expect(pieces).toHaveLength(2);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it("is read in parts, so that a long list needs no more than one of its items", async () => {
    let seen = 0;
    const items = repeated('{"results":[1', `,{"a":"${"b".repeat(1015)}"}`, 40 * mebi);
    await expect(
      (async () => {
        for await (const piece of readJsonPieces(items, LISTS)) if (piece.kind === "item") seen += 1;
      })(),
    ).rejects.toThrow("ends too early");
    expect(seen).toBe(1 + 40 * 1024);
  });
});
