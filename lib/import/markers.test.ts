import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AuthorName, parseAuthor } from "@/lib/citation/authors";
import { processorSeconds } from "@/lib/testing/processor-seconds";
import { type Link, type MarkedText, markStyleOf } from "./mark-style";
import { findMarkers } from "./markers";
import { type ListedReference, ReferenceList } from "./reference-list";

function entry(id: string, number: number, names: string, published: string, letter: string | null = null) {
  const authors = names.split("; ").map((name): AuthorName => parseAuthor(name));
  const reference: ListedReference = {
    id,
    number,
    works: [id],
    authors,
    authorsComplete: true,
    published,
    letter,
  };
  return reference;
}

const LIST = new ReferenceList([
  entry("ash", 1, "Ash, Ann", "2019"),
  entry("birch-a", 2, "Birch, Ben; Ash, Ann; Fir, Flo", "2020", "a"),
  entry("birch-b", 3, "Birch, Ben; Ash, Ann; Fir, Flo", "2020", "b"),
  entry("cedar", 4, "Cedar, Cem; Dogwood, Di", "2001"),
  entry("elm", 5, "van der Elm, Eva", "1998"),
  entry("elm-2", 6, "van der Elm, Eva", "2003"),
  entry("müller", 7, "Müller-Fir, Jo; Ash, Ann", "2011"),
  { ...entry("office", 8, "", "2007"), authors: [{ name: "World Moss Office" }] },
]);

/** `{3>ash}` is the mark "3" linked to the entry `ash`, `{4>}` one linked to nothing, `~12~` is raised. */
function read(written: string): MarkedText {
  let text = "";
  const links: Link[] = [];
  const raised: { start: number; end: number }[] = [];
  for (const piece of written.split(/(\{[^}]*>[^}]*\}|~[^~]+~)/)) {
    const [, shown, targets] = /^\{([^>]*)>(.*)\}$/.exec(piece) ?? [];
    const [, high] = /^~(.+)~$/.exec(piece) ?? [];
    const words = shown ?? high ?? piece;
    const place = { start: text.length, end: text.length + words.length };
    if (shown !== undefined) {
      const ids = (targets ?? "").split(" ").filter((id) => id !== "");
      links.push({ ...place, targets: ids, isRaised: false });
    }
    if (high !== undefined) raised.push(place);
    text += words;
  }
  return { text, links, raised };
}

/** The marks of the last paragraph, the others only tell the style: entry and words, or words and problem. */
function marksOf(...written: string[]) {
  const paragraphs = written.map(read);
  const paragraph = paragraphs.at(-1);
  if (!paragraph) throw new Error("nothing is written");
  const { found, unresolved } = findMarkers(paragraph, LIST, markStyleOf(paragraphs, LIST));
  const words = ({ start, end }: { start: number; end: number }) => paragraph.text.slice(start, end);
  return {
    found: found.map((marker) => `${marker.reference.id}: ${words(marker)}`),
    unresolved: unresolved.map((mark) => `${words(mark)}: ${mark.problem}`),
  };
}

describe("names and years", () => {
  it.each([
    ["as in (Ash, 2019)", ["ash: Ash, 2019"]],
    ["Ash (2019) says", ["ash: Ash (2019)"]],
    ["Ash [2019] says", ["ash: Ash [2019]"]],
    ["Ash’s (2019) moss", ["ash: Ash’s (2019)"]],
    [
      "(see e.g. Ash 2019, p. 3; Cedar and Dogwood, 2001)",
      ["ash: Ash 2019", "cedar: Cedar and Dogwood, 2001"],
    ],
    ["[Cedar & Dogwood, 2001, Ash, 2019]", ["cedar: Cedar & Dogwood, 2001", "ash: Ash, 2019"]],
    ["(Birch et al., 2020a, b)", ["birch-a: Birch et al., 2020a", "birch-b: b"]],
    ["(Birch, Ash, and Fir 2020b)", ["birch-b: Birch, Ash, and Fir 2020b"]],
    ["van der Elm (1998, 2003)", ["elm: van der Elm (1998", "elm-2: 2003"]],
    ["Following Elm 2003, we", ["elm-2: Elm 2003"]],
    ["(Müller-Fir and Ash, 2011)", ["müller: Müller-Fir and Ash, 2011"]],
    ["(Mueller; Cedar und Dogwood 2001)", ["cedar: Cedar und Dogwood 2001"]],
    ["the World Moss Office (2007)", ["office: Office (2007)"]],
  ])("%s", (text, found) => {
    expect(marksOf(text)).toEqual({ found, unresolved: [] });
  });

  it.each([
    ["(Birch et al., 2020)", "Birch et al., 2020: 2 entries of the reference list fit it"],
    ["(Ash, 2019a)", "Ash, 2019a: the reference list does not say which entry has the letter a"],
    ["(Ash et al., 2019)", "Ash et al., 2019: no entry of the reference list fits it"],
    ["(Cedar, 2001)", "Cedar, 2001: no entry of the reference list fits it"],
    ["(Cedar and Fir, 2001)", "Cedar and Fir, 2001: no entry of the reference list fits it"],
    ["Ash (2018)", "Ash (2018): no entry of the reference list fits it"],
  ])("%s means no one entry", (text, problem) => {
    expect(marksOf(text)).toEqual({ found: [], unresolved: [problem] });
  });

  it.each(["(June 2019)", "in Finland 2019", "since 2019", "Table 2019", "(Ash 2019-2021)"])(
    "%s is no mark",
    (text) => {
      expect(marksOf(text)).toEqual({ found: [], unresolved: [] });
    },
  );
});

describe("numbers without links", () => {
  const HALF = "Moss [1], [2], [3], [4] grows.";

  it.each([
    ["moss [3] grows", ["birch-b: 3"]],
    ["moss [3,5] grows", ["birch-b: 3", "elm: 5"]],
    ["moss [3; 5] grows", ["birch-b: 3", "elm: 5"]],
    ["moss [3-5, 7]", ["birch-b: 3-5", "cedar: 3-5", "elm: 3-5", "müller: 7"]],
    ["moss [3–5]", ["birch-b: 3–5", "cedar: 3–5", "elm: 3–5"]],
    ["moss [see 3, p. 12]", ["birch-b: 3"]],
    ["moss [^3] [^5]", ["birch-b: ^3", "elm: ^5"]],
  ])("%s", (text, found) => {
    expect(marksOf(HALF, text)).toEqual({ found, unresolved: [] });
  });

  it.each(["F[1,2] = 3", "in 2001 [sic]", "moss [a, 3]"])("%s holds none", (text) => {
    expect(marksOf(HALF, text).found).toEqual([]);
  });

  it("are all left out when one of a group stands in no list", () => {
    expect(marksOf(HALF, "within [0, 1] and [3–90]")).toEqual({
      found: [],
      unresolved: [
        "[0, 1]: not all of its numbers stand in the reference list",
        "[3–90]: not all of its numbers stand in the reference list",
      ],
    });
  });

  it("mean nothing where they name less than half of the list", () => {
    expect(marksOf("Moss [1] grows in [1, 2] of [2, 3].").found).toEqual([]);
  });

  const RAISED = "Moss grows~1,2~ and stones~3~ do not.~4~";

  it("may be raised", () => {
    expect(marksOf(RAISED, "Ferns~5–7~ die.~1,3~").found).toEqual([
      "elm: 5–7",
      "elm-2: 5–7",
      "müller: 5–7",
      "ash: 1",
      "birch-b: 3",
    ]);
  });

  it.each(["10 cm~2~", "R~2~", "10~3~", "5 kmol~2~", "the 2~nd~"])("are no marks in %s", (text) => {
    expect(marksOf(RAISED, text)).toEqual({ found: [], unresolved: [] });
  });
});

describe("links", () => {
  it("mean what they point to, whatever they show", () => {
    expect(marksOf("[{1>ash}, {2>birch-a}] and {Birch 2020>birch-b} and {1, 2>ash birch-a}").found).toEqual([
      "ash: 1",
      "birch-a: 2",
      "birch-b: Birch 2020",
      "ash: 1, 2",
      "birch-a: 1, 2",
    ]);
  });

  it.each([
    ["[{1>ash}–{4>cedar}]", ["ash: 1", "birch-a: 1–4", "birch-b: 1–4", "cedar: 4"]],
    ["{[1]>ash}-{[3]>birch-b}", ["ash: [1]", "birch-a: [1]-[3]", "birch-b: [3]"]],
    ["[{1>ash},{4>cedar}]", ["ash: 1", "cedar: 4"]],
  ])("make a range of %s", (text, found) => {
    expect(marksOf(text).found).toEqual(found);
  });

  it("make no range when the numbers are not those of the list", () => {
    expect(marksOf("[{1>birch-a}–{4>elm}]").found).toEqual(["birch-a: 1", "elm: 4"]);
  });

  it("leave other numbers alone, and read names all the same", () => {
    expect(marksOf("[{1>ash}] found F[2,3] and [4], as Cedar and Dogwood (2001)")).toEqual({
      found: ["ash: 1", "cedar: Cedar and Dogwood (2001)"],
      unresolved: [],
    });
  });

  it("without a target are read by what they show, when it looks like those with one", () => {
    expect(marksOf("[{1>ash}] or {[3,4]>} or {(Ash, 2019>}).{2>}")).toEqual({
      found: ["ash: 1", "birch-b: 3", "cedar: 4", "ash: Ash, 2019"],
      unresolved: ["2: the source does not say which reference it means"],
    });
  });

  it("that point nowhere are told", () => {
    expect(marksOf("{Oak 1990>oak}").unresolved).toEqual([
      "Oak 1990: it points to nothing in the reference list",
    ]);
  });

  it("lose a bracket without its other half, and the comma after them", () => {
    expect(marksOf("(e.g., {Ash, 2019)>ash} {[3,>birch-b} {4]>cedar}").found).toEqual([
      "ash: Ash, 2019",
      "birch-b: 3",
      "cedar: 4",
    ]);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    "Ash",
    "Birch et al.",
    " and ",
    ", ",
    "; ",
    "2019",
    "2020a",
    "(",
    ")",
    "[",
    "]",
    "3",
    "–",
    "1",
    "{1>ash}",
    "{>}",
    "{2>x}",
    "~3~",
    "van ",
    " ",
    "é",
    "𝒳",
  );

  it("gives marks within the text, in order, the same each time", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 30 }), (parts) => {
        const paragraph = read(parts.join(""));
        const style = { linked: { brackets: true, raised: true }, printed: { brackets: true, raised: true } };
        const markers = findMarkers(paragraph, LIST, style);
        expect(findMarkers(paragraph, LIST, style)).toEqual(markers);
        for (const marks of [markers.found, markers.unresolved]) {
          expect(
            marks.every(({ start, end }) => 0 <= start && start <= end && end <= paragraph.text.length),
          ).toBe(true);
          expect(marks.map(({ start }) => start)).toEqual(
            marks.map(({ start }) => start).sort((a, b) => a - b),
          );
        }
      }),
    );
  });

  it("takes time in proportion to its length", async () => {
    const style = { linked: { brackets: true, raised: true }, printed: { brackets: true, raised: true } };
    for (const piece of ["Aa, ", "Aa ", "[1,", "[1] ", "1–", "Aa and ", "(Ash, 2019; ", "2019, ", "van "]) {
      const text = piece.repeat(200_000 / piece.length);
      const finding = () => findMarkers({ text, links: [], raised: [] }, LIST, style);
      expect(await processorSeconds(finding), piece).toBeLessThan(2);
    }
  });
});
