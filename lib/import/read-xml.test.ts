import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorSeconds } from "@/lib/testing/processor-seconds";
import { readXml } from "./read-xml";
import { UnreadableFileError } from "./record";
import { chunksOf, collect, damaged, withCuts } from "./testing/read-text";

const LIST = `<?xml version="1.0"?>
<!DOCTYPE list PUBLIC "-//X//DTD//EN" "https://example.org/list.dtd">
<x:list xmlns:x="urn:x">
  <x:wheel id="1" __proto__="p">Round <i>wheels</i> &amp; r&ouml;ads &unknown; &#8211;<![CDATA[ <raw>]]></x:wheel>
  <other><wheel>Square<wheel>inner</wheel></wheel></other>
  <wheel/>
</x:list>`;

const read = (text: string, cuts?: number[]) => collect(readXml(chunksOf(text, cuts), ["wheel"]));

async function* manyTimes(piece: string, times: number) {
  for (let index = 0; index < times; index++) yield piece;
}

async function* endless(start: string, sign: string) {
  yield start;
  yield* manyTimes(sign.repeat(1024 * 1024), 100);
}

describe("readXml", () => {
  it("yields the wanted elements as trees, the outer one of two within each other, with their lines", async () => {
    const [first, second, third] = await read(LIST);
    expect(first).toMatchObject({
      name: "wheel",
      line: 4,
      children: ["Round ", { name: "i", children: ["wheels"] }, " & röads &unknown; – <raw>"],
    });
    expect(Object.entries(first?.attributes ?? {})).toEqual([
      ["id", "1"],
      ["__proto__", "p"],
    ]);
    expect(second).toMatchObject({ line: 5, children: ["Square", { name: "wheel", children: ["inner"] }] });
    expect(third).toMatchObject({ line: 6, children: [] });
  });

  it("reads past a byte order mark, empty lines before the declaration and control characters", async () => {
    expect(await read("\uFEFF \n<?xml version='1.0'?><wheel>a\u000bb\u0001c</wheel>")).toMatchObject([
      { children: ["a\nbc"] },
    ]);
  });

  it("gives the same trees wherever the chunks end", async () => {
    const whole = await read(LIST);
    await fc.assert(
      fc.asyncProperty(withCuts(LIST), async (cuts) => {
        expect(await read(LIST, cuts)).toEqual(whole);
      }),
    );
  });

  it("throws nothing but its own error, whatever the text is", async () => {
    await fc.assert(
      fc.asyncProperty(damaged(LIST), async (text) => {
        await read(text).catch((error) => expect(error).toBeInstanceOf(UnreadableFileError));
      }),
    );
  });

  it.each([
    ["is empty", "", "The file is empty."],
    ["ends early", "<list><wheel>a</wheel><wheel>", "line 1: it is not well-formed: unclosed tag: wheel."],
    ["closes what it did not open", "<list>\n<wheel></list>", "line 2: it is not well-formed"],
    ["declares entities", '<!DOCTYPE l [<!ENTITY a "b">]><l><wheel>&a;</wheel></l>', "declares entities"],
  ])("refuses a file that %s", async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it("yields what stands before the fault", async () => {
    const seen: string[] = [];
    const reading = async () => {
      for await (const { name } of readXml(chunksOf("<list><wheel/>\n<wheel></list>", [14]), ["wheel"]))
        seen.push(name);
    };
    await expect(reading()).rejects.toThrow(UnreadableFileError);
    expect(seen).toEqual(["wheel"]);
  });

  it.each([
    ["a text without end", () => endless("", "x"), "longer than 8 Mi characters"],
    ["a comment without end", () => endless("<!--", "x"), "longer than 8 Mi"],
    ["a million levels", () => manyTimes("<wheel>".repeat(1000), 1000), "256 deep"],
    ["a million children", () => manyTimes("<a/>".repeat(1000), 1000), "more than 200,000 others"],
    ["a million attributes", () => manyTimes("", 1), "more than 1,000 attributes"],
  ])("refuses %s in less than 2 s", async (what, chunks, message) => {
    async function* file() {
      yield what.endsWith("attributes") ? "<wheel " : "<wheel>";
      if (what.endsWith("attributes"))
        yield Array.from({ length: 1_000_000 }, (_, index) => `a${index}="" `).join("");
      yield* chunks();
    }
    const reading = () => expect(collect(readXml(file(), ["wheel"]))).rejects.toThrow(message);
    expect(await processorSeconds(reading)).toBeLessThan(2);
  });

  it("reads a file of any size as long as its elements are small", async () => {
    async function* file() {
      yield "<list>";
      yield* manyTimes(`<wheel>${"x".repeat(100_000)}</wheel>\n`, 100);
      yield "</list>";
    }
    let seen = 0;
    for await (const _ of readXml(file(), ["wheel"])) seen += 1;
    expect(seen).toBe(100);
  });
});
