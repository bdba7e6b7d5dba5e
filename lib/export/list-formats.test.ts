import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBibtex } from "@/lib/import/bibtex";
import { parseCslJson } from "@/lib/import/csl-json";
import { parseCsv } from "@/lib/import/csv";
import type { Parsed } from "@/lib/import/record";
import { parseRis } from "@/lib/import/ris";
import { chunksOf, collect, ofKind } from "@/lib/import/testing/read-text";
import { bibtexFile } from "./bibtex";
import { cslJsonFile } from "./csl-json";
import { csvFile } from "./csv";
import type { ListedCiter } from "./exported-citer";
import { risFile } from "./ris";
import { anyLine, GRAVEL, SITE, streamOf, textOf, UNKNOWN } from "./testing/citers";

type Format = {
  write: (citers: AsyncIterable<ListedCiter>) => AsyncGenerator<string>;
  read: (chunks: AsyncIterable<string>) => AsyncIterable<Parsed>;
};

const FORMATS: Readonly<Record<string, Format>> = {
  bibtex: { write: bibtexFile, read: parseBibtex },
  ris: { write: risFile, read: parseRis },
  "csl-json": { write: cslJsonFile, read: parseCslJson },
  csv: { write: (citers) => csvFile(citers, SITE), read: (chunks) => parseCsv(chunks) },
};

async function readBack({ write, read }: Format, ...citers: ListedCiter[]) {
  const parsed = await collect(read(chunksOf(await textOf(write(streamOf(...citers))))));
  expect([...ofKind(parsed, "rejected"), ...ofKind(parsed, "warning")]).toEqual([]);
  return ofKind(parsed, "work");
}

/** Two authors at least, because one name alone could be two in a table. */
const plainCiter = fc
  .record({
    title: anyLine,
    // A venue that is the title is no venue to a reader.
    venue: fc.option(anyLine.map((line) => `Annals of ${line}`)),
    abstract: anyLine,
    family: anyLine,
  })
  .map(({ title, venue, abstract, family }): ListedCiter => {
    const authors = [
      { name: "Ben Hill", family: "Hill", given: "Ben" },
      { name: `The ${family.replace(/[;|,]| and /gu, " ").replace(/\s+/gu, " ")} Group` },
    ];
    return { ...GRAVEL, title, venue, abstract, authors, authorsComplete: true };
  });

describe.each(Object.entries(FORMATS))("what %s writes, our own reader reads", (name, format) => {
  test("with title, authors, date, venue, abstract and identifiers", async () => {
    const [work, ...more] = await readBack(format, GRAVEL);
    expect(more).toEqual([]);
    const { identifiers, fields } = work ?? {};
    expect(fields).toMatchObject({
      title: name === "csv" || name === "ris" ? "Gravel & sand: 50% of H2O" : GRAVEL.title,
      published: "2021-04-07",
      venue: "Journal of Wheels",
      abstract: expect.stringMatching(/^Gravel slows wheels\.\s+We measure by how much\.$/u),
    });
    expect(fields?.authors).toEqual([
      { name: "Ben Hill Jr.", family: "Hill", given: "Ben" },
      { name: "Cleo van der Meer", family: "van der Meer", given: "Cleo" },
      expect.objectContaining({ name: "The Gravel Group" }),
    ]);
    expect(identifiers).toContainEqual({ scheme: "doi", value: "10.5555/gravel" });
    expect(identifiers).toContainEqual(
      name === "ris" ? { scheme: "acl", value: "W06-1615" } : { scheme: "arxiv", value: "2104.00001" },
    );
    expect(identifiers).toContainEqual({ scheme: "pmid", value: "123" });
  });

  test("whatever signs stand in title, venue, abstract and names", async () => {
    await fc.assert(
      fc.asyncProperty(plainCiter, async (citer) => {
        const [work] = await readBack(format, citer);
        expect(work?.fields.title).toBe(citer.title);
        expect(work?.fields.venue).toBe(citer.venue ?? undefined);
        expect(work?.fields.abstract).toBe(citer.abstract);
        expect(work?.fields.authors?.map((author) => author.name)).toEqual(
          citer.authors.map((author) => author.name),
        );
      }),
    );
  });

  test("also of a work of which nothing is known", async () => {
    const text = await textOf(format.write(streamOf<ListedCiter>(UNKNOWN, GRAVEL)));
    const parsed = await collect(format.read(chunksOf(text)));
    expect(ofKind(parsed, "work").length).toBeGreaterThan(0);
  });
});
