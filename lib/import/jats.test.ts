import { describe, expect, it } from "vitest";
import { processorSeconds } from "@/lib/testing/processor-seconds";
import { detectJats, parseJats } from "./jats";
import { UnreadableFileError } from "./record";
import {
  contextLines,
  expectSameInChunks,
  expectSurvivesDamage,
  expectWhole,
} from "./testing/expect-full-text";
import { JATS, TEI } from "./testing/full-texts";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const parse = (text: string) => collect(parseJats(chunksOf(text)));
const CITING = "doi:10.5555/moss.1";

/** An article around what is given. */
const article = (body: string, refs = "") =>
  parse(
    `<article><front><article-meta><title-group><article-title>Moss in four words</article-title></title-group></article-meta></front><body>${body}</body><back><ref-list>${refs}</ref-list></back></article>`,
  );

const ref = (id: string, title: string) =>
  `<ref id="${id}"><element-citation publication-type="journal"><article-title>${title}</article-title><year>2001</year></element-citation></ref>`;
const link = (id: string, text: string) => `<xref ref-type="bibr" rid="${id}">${text}</xref>`;

describe("detectJats", () => {
  it("knows articles, also in an answer of PubMed Central and with a prefix", () => {
    expect(detectJats(JATS)).toBe(true);
    expect(detectJats(`<!-- x --><pmc-articleset>${JATS.slice(JATS.indexOf("<article"))}`)).toBe(true);
    expect(detectJats("\uFEFF <j:article><j:front><j:article-meta>")).toBe(true);
  });

  it.each([
    ["TEI", TEI],
    ["a web page", "<!DOCTYPE html><html><body><article><article-meta></article>"],
    ["DocBook", "<article><info><title>x</title></info></article>"],
    ["a PubMed record", "<PubmedArticleSet><PubmedArticle>"],
    ["a text", "article-meta"],
    ["nothing", ""],
  ])("leaves %s alone", (_, head) => {
    expect(detectJats(head)).toBe(false);
  });
});

describe("parseJats", () => {
  it("reads the citing work", async () => {
    const [work] = ofKind(await parse(JATS), "work");
    expect(work).toEqual({
      kind: "work",
      key: CITING,
      identifiers: [
        { scheme: "doi", value: "10.5555/moss.1" },
        { scheme: "pmid", value: "90000001" },
      ],
      fields: {
        title: "How <i>Bryum</i> grows on stone & bark",
        authors: [
          { name: "Ann B. Müller", family: "Müller", given: "Ann B.", orcid: "0000-0002-1825-0097" },
          { name: "The Moss Group" },
        ],
        published: "2011-08-02",
        venue: "Journal of Moss",
        abstract: "Moss is green. It is known to be so [1].",
      },
      source: "jats",
    });
  });

  it("reads the reference list as works with references", async () => {
    const parsed = await parse(JATS);
    const [, ...works] = ofKind(parsed, "work");
    expect(works.map(({ key, fields }) => [key, fields])).toEqual([
      [
        "doi:10.5555/ash",
        {
          title: "The colour of <i>Bryum</i> in rain",
          authors: [
            { name: "AB Ash", family: "Ash", given: "AB" },
            { name: "E van der Elm Jr", family: "van der Elm", given: "E" },
          ],
          authorsComplete: false,
          published: "2001",
          venue: "Moss Lett",
        },
      ],
      [
        "title:a book of stones and bark|1999|birch",
        {
          title: "A Book of Stones and Bark",
          authors: [{ name: "Ben Birch", family: "Birch", given: "Ben" }],
          published: "1999",
        },
      ],
      [
        "title:watching moss in the dark|2004|cedar",
        {
          title: "Watching moss in the dark",
          authors: [
            { name: "C Cedar", family: "Cedar", given: "C" },
            { name: "DE Dogwood", family: "Dogwood", given: "DE" },
          ],
          published: "2004",
        },
      ],
      ["doi:10.5555/late", { authors: [{ name: "AB Ash", family: "Ash", given: "AB" }], published: "2010" }],
    ]);
    expect(ofKind(parsed, "reference").map(({ citing, cited }) => [citing, cited])).toEqual(
      works.map(({ key }) => [CITING, key]),
    );
  });

  it("gives every sentence around a mark, with its section and what stands within a range", async () => {
    const parsed = await parse(JATS);
    expect(contextLines(parsed)).toEqual([
      " → doi:10.5555/ash: It is known to be so [⟦1⟧].",
      "Background → doi:10.5555/ash: It was grown before [⟦1⟧–3], e.g. by Ash et al. [5] at 10⁻³ m² of CO₂.",
      "Background → title:a book of stones and bark|1999|birch: It was grown before [⟦1–3⟧], e.g. by Ash et al. [5] at 10⁻³ m² of CO₂.",
      "Background → title:watching moss in the dark|2004|cedar: It was grown before [1–⟦3⟧], e.g. by Ash et al. [5] at 10⁻³ m² of CO₂.",
      "Background → doi:10.5555/late: It was grown before [1–3], e.g. by Ash et al. [⟦5⟧] at 10⁻³ m² of CO₂.",
      "Figure 1 → title:a book of stones and bark|1999|birch: Moss, after Birch ⟦[2]⟧.",
      "Table 1 → doi:10.5555/ash: Moss | Ash [⟦1,3⟧] | 3.5 mm. Slow.",
      "Table 1 → title:watching moss in the dark|2004|cedar: Moss | Ash [⟦1,3⟧] | 3.5 mm. Slow.",
    ]);
    const [, context] = ofKind(parsed, "context");
    expect(context).toMatchObject({
      citing: CITING,
      before: "Moss grows slowly.",
      after: "Stones do not grow (F[1,2] = 3).",
      source: "jats",
      ifHub: true,
    });
    const positions = ofKind(parsed, "context").map(({ position = -1 }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(ofKind(parsed, "citation")).toEqual(
      [...new Set(ofKind(parsed, "context").map(({ hub }) => hub))].map((hub) => ({
        kind: "citation",
        hub,
        citing: CITING,
        ifHub: true,
      })),
    );
  });

  it("refuses an entry without title, and tells of a mark that points nowhere", async () => {
    const parsed = await parse(JATS);
    expect(ofKind(parsed, "rejected")).toEqual([
      {
        kind: "rejected",
        where: "article 1 (line 3), reference 4",
        reason:
          'has neither a title nor an identifier that can be read: "Moss Office (2007) Yearly figures. Available: the office."',
      },
    ]);
    expect(ofKind(parsed, "warning")).toEqual([
      {
        kind: "warning",
        where: 'article 1 (line 3), Background › Theory, "It follows from […] that k1 is small [9]."',
        message: 'The mark "9" is left out: it points to nothing in the reference list.',
      },
    ]);
  });

  it("says of a reference without a mark that none was found", async () => {
    const parsed = await article("<p>Moss.</p>", ref("a", "Stones and the rain"));
    expect(ofKind(parsed, "citation")).toEqual([
      expect.objectContaining({
        hub: "title:stones and the rain|2001|",
        contextGap: "not_parsed",
        ifHub: true,
      }),
    ]);
    const bare = await article("", ref("a", "Stones and the rain"));
    expect(ofKind(bare, "citation")[0]?.contextGap).toBe("no_full_text");
  });

  it("takes lists, notes and quotations out of the paragraph that they stand in", async () => {
    const parsed = await article(
      `<sec><title>One</title><p>Before<fn id="n"><p>A note ${link("a", "[1]")}.</p></fn> and after ${link("a", "[1]")}:<list><list-item><p>An item ${link("a", "[1]")}.</p></list-item></list></p></sec>`,
      ref("a", "Stones and the rain"),
    );
    expect(ofKind(parsed, "context").map(({ text }) => text)).toEqual([
      "Before and after [1]:",
      "A note [1].",
      "An item [1].",
    ]);
  });

  it("joins a mark without text to the one before it", async () => {
    const refs = ["a", "b", "c"].map((id) => ref(id, `Stones and the ${id}`)).join("");
    const parsed = await article(`<p>Moss [${link("a", "1")}–${link("b", "")}${link("c", "3")}].</p>`, refs);
    expect(contextLines(parsed)).toEqual([
      " → title:stones and the a|2001|: Moss [⟦1⟧–3].",
      " → title:stones and the b|2001|: Moss [⟦1–3⟧].",
      " → title:stones and the c|2001|: Moss [1–⟦3⟧].",
    ]);
  });

  it("reads raised marks, linked or not", async () => {
    const refs = ["a", "b", "c", "d"].map((id) => ref(id, `Stones and the ${id}`)).join("");
    const linked = await article(
      `<p>Moss.<sup>${link("a", "1")},${link("c", "3")}–${link("d", "4")}</sup> Stones.</p>`,
      refs,
    );
    expect(contextLines(linked).map((line) => line.replace(/^.*: /, ""))).toEqual([
      "Moss.⟦¹⟧,³–⁴",
      "Moss.¹,⟦³⟧–⁴",
      "Moss.¹,³–⟦⁴⟧",
    ]);
    const printed = await article(
      "<p>Moss grows<sup>1,2</sup> on 10 cm<sup>2</sup> of stones<sup>4</sup>.</p>",
      refs,
    );
    expect(contextLines(printed).map((line) => line.replace(/^.*: /, ""))).toEqual([
      "Moss grows⟦¹⟧,² on 10 cm² of stones⁴.",
      "Moss grows¹,⟦²⟧ on 10 cm² of stones⁴.",
      "Moss grows¹,² on 10 cm² of stones⟦⁴⟧.",
    ]);
  });

  it("does not take the work itself for one that it cites", async () => {
    const parsed = await article(
      "<p>Moss.</p>",
      ref("a", "Moss in four words").replace("<year>2001</year>", ""),
    );
    expect(ofKind(parsed, "reference")).toEqual([]);
    expect(ofKind(parsed, "rejected")[0]?.reason).toContain("is the citing work itself");
  });

  it("leaves out what no paper holds, and says so", async () => {
    const refs = ref("a", "Stones and the rain");
    const marked = `<p>Moss ${link("a", "[1]")}.</p>`;
    const long = await article(`${marked}<p>${"Moss. ".repeat(20_000)}${link("a", "[1]")}</p>`, refs);
    expect(ofKind(long, "context")).toHaveLength(1);
    expect(ofKind(long, "warning").map(({ message }) => message)).toEqual([
      "1 of 2 paragraphs left out: no prose is as long",
    ]);
    const many = await article(marked.repeat(20_001), refs);
    expect(ofKind(many, "context")).toHaveLength(20_000);
    expect(ofKind(many, "warning").map(({ message }) => message)).toEqual([
      "has more than 20,000 citation marks; the others are not read",
    ]);
  });

  it.each([
    ["brackets", `<p>${"[1,".repeat(30_000)}</p>`],
    ["names", `<p>${"Aa, ".repeat(24_000)}</p>`],
    ["links", `<p>${`${link("a", "1")}-`.repeat(1_900)}</p>`],
    ["sections", "<sec>".repeat(1000)],
  ])("ends soon on a paper full of %s", async (_, piece) => {
    const reading = () =>
      article(piece.repeat(10), ref("a", "Stones and the rain")).catch((error: unknown) => {
        expect(error).toBeInstanceOf(UnreadableFileError);
      });
    expect(await processorSeconds(reading)).toBeLessThan(2);
  });

  it("reads several articles, and refuses one that nothing is known of", async () => {
    const text = `<pmc-articleset>${JATS.slice(JATS.indexOf("<article "))}<article><front><article-meta/></front></article></pmc-articleset>`;
    const parsed = await parse(text);
    expect(ofKind(parsed, "work")).toHaveLength(5);
    expect(ofKind(parsed, "rejected").at(-1)?.where).toMatch(/^article 2/);
  });

  it.each(["", "<article>", "<articles></articles>", "no XML", '<!DOCTYPE a [<!ENTITY x "y">]><article/>'])(
    "refuses %j as a whole",
    async (text) => {
      await expect(parse(text)).rejects.toThrow(UnreadableFileError);
    },
  );

  it("reads soundly", async () => {
    expectWhole(await parse(JATS));
    await expectSameInChunks(parseJats, JATS);
  });

  it("throws nothing but its own error, whatever the text is", async () => {
    await expectSurvivesDamage(parseJats, JATS);
  }, 30_000);
});
