import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { familyKey, formatAuthors, parseAuthor, parseAuthorList } from "@/lib/citation/authors";

const wildText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "Ada",
        "van",
        "De",
        "Jr.",
        "III",
        ",",
        ",",
        " ",
        " ",
        '"',
        "et al.",
        "…",
        "others",
        "王",
        "J.-W.",
        "\u00a0",
      ),
    )
    .map((parts) => parts.join("")),
);

describe("parseAuthor", () => {
  it.each([
    ["Ada Lovelace", "Ada Lovelace", "Lovelace", "Ada"],
    ["Lovelace, Ada", "Ada Lovelace", "Lovelace", "Ada"],
    ["  Lovelace ,\n Ada  King ", "Ada King Lovelace", "Lovelace", "Ada King"],
    ["Rianne van den Berg", "Rianne van den Berg", "van den Berg", "Rianne"],
    ["van der Berg, Jan", "Jan van der Berg", "van der Berg", "Jan"],
    ["Nando de Freitas", "Nando de Freitas", "de Freitas", "Nando"],
    ["Daniel De Freitas", "Daniel De Freitas", "De Freitas", "Daniel"],
    ["Laurens Van Der Maaten", "Laurens Van Der Maaten", "Van Der Maaten", "Laurens"],
    ["Thanh Van Nguyen", "Thanh Van Nguyen", "Nguyen", "Thanh Van"],
    ["Della Reese Smith", "Della Reese Smith", "Smith", "Della Reese"],
    ["Charles de la Vallée Poussin", "Charles de la Vallée Poussin", "de la Vallée Poussin", "Charles"],
    ["Martin Luther King Jr.", "Martin Luther King Jr.", "King", "Martin Luther"],
    ["Martin Luther King, Jr.", "Martin Luther King Jr.", "King", "Martin Luther"],
    ["King, Jr., Martin Luther", "Martin Luther King Jr.", "King", "Martin Luther"],
    ["King, Martin Luther, Jr.", "Martin Luther King Jr.", "King", "Martin Luther"],
    ["King Jr., Martin Luther", "Martin Luther King Jr.", "King", "Martin Luther"],
    ["King, Martin Luther Jr.", "Martin Luther King Jr.", "King", "Martin Luther"],
    ["Clyde Lee Giles III", "Clyde Lee Giles III", "Giles", "Clyde Lee"],
    ["J.-W. Chung", "J.-W. Chung", "Chung", "J.-W."],
    ["Wise, G. Bowden", "G. Bowden Wise", "Wise", "G. Bowden"],
    ['Xuhai "Orson" Xu', 'Xuhai "Orson" Xu', "Xu", 'Xuhai "Orson"'],
    ["Lluis-Miquel Munguia", "Lluis-Miquel Munguia", "Munguia", "Lluis-Miquel"],
    ["BigScience Workshop", "BigScience Workshop", "Workshop", "BigScience"],
  ])("reads %j as %j, of family %j", (text, name, family, given) => {
    expect(parseAuthor(text)).toEqual({ name, family, given });
  });

  it.each([
    ["Plato", "Plato"],
    ["Plato,", "Plato"],
    ["Jr.", "Jr."],
    ["王伟", "王伟"],
    ["Centre for Birds, Bees, and Trees", "Centre for Birds, Bees, and Trees"],
    ["", ""],
    [" , ", ""],
  ])("leaves %j without parts", (text, name) => {
    expect(parseAuthor(text)).toEqual({ name });
  });

  it("takes what begins with a small particle for a family name alone", () => {
    expect(parseAuthor("van der Berg")).toEqual({ name: "van der Berg", family: "van der Berg" });
  });

  it("throws on no text, and reads what it shows as the same name", () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const { name } = parseAuthor(text);
        expect(parseAuthor(name).name).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("parseAuthorList", () => {
  const names = (texts: string[]) => parseAuthorList(texts).authors.map((author) => author.name);

  it("is complete when it names people only", () => {
    expect(parseAuthorList(["Lovelace, Ada", "Plato"])).toEqual({
      authors: [{ name: "Ada Lovelace", family: "Lovelace", given: "Ada" }, { name: "Plato" }],
      complete: true,
    });
  });

  it.each([
    "et al.",
    "et al",
    "Et Al.",
    "et. al.",
    "and others",
    "others",
    "and 12 others",
    "…",
    "...",
    "等",
  ])("drops %j and is incomplete", (remark) => {
    expect(parseAuthorList(["Ada Lovelace", remark])).toMatchObject({
      authors: [{ name: "Ada Lovelace" }],
      complete: false,
    });
  });

  it.each([
    "Ada Lovelace et al.",
    "Ada Lovelace, et al.",
    "Ada Lovelace and others",
    "Ada Lovelace…",
    "Lovelace, Ada, et al.",
  ])("finds the remark behind the name in %j", (text) => {
    expect(parseAuthorList([text])).toMatchObject({ authors: [{ name: "Ada Lovelace" }], complete: false });
  });

  it("does not take part of a name for a remark", () => {
    expect(names(["Jane Brothers", "Ali Etal", "Alet Al"])).toEqual(["Jane Brothers", "Ali Etal", "Alet Al"]);
    expect(parseAuthorList(["Jane Brothers"]).complete).toBe(true);
  });

  it("drops texts without a name", () => {
    expect(parseAuthorList(["", " ", "Plato", ",", '"', "1"])).toEqual({
      authors: [{ name: "Plato" }],
      complete: true,
    });
  });

  it("throws on no texts, and names nobody without a name", () => {
    fc.assert(
      fc.property(fc.array(wildText), (texts) => {
        for (const author of parseAuthorList(texts).authors) expect(author.name).not.toBe("");
      }),
    );
  });
});

describe("familyKey", () => {
  it.each([
    ["Dollár, Piotr", "dollar"],
    ["Piotr Dollar", "dollar"],
    ["Nando de Freitas", "freitas"],
    ["Freitas, Nando de", "freitas"],
    ["Le Scao, Teven", "scao"],
    ["Teven Le Scao", "scao"],
    ["García Márquez, Gabriel", "marquez"],
    ["Martin Luther King Jr.", "king"],
    ["Plato", "plato"],
    ["Jørgensen, A.", "jorgensen"],
    ["王伟", "王伟"],
    ["???", ""],
  ])("of %j is %j", (text, key) => {
    expect(familyKey(parseAuthor(text))).toBe(key);
  });

  it("leaves out a suffix that a source gives as part of the family name", () => {
    expect(familyKey({ name: "Martin Luther King Jr.", family: "King Jr." })).toBe("king");
  });

  it("throws on no name", () => {
    fc.assert(
      fc.property(wildText, (name) => {
        expect(familyKey({ name })).not.toContain(" ");
      }),
    );
  });
});

describe("formatAuthors", () => {
  const named = (...names: string[]) => names.map((name) => ({ name }));

  it.each([
    [["A"], true, 3, "A"],
    [["A", "B"], true, 3, "A and B"],
    [["A", "B", "C"], true, 3, "A, B and C"],
    [["A", "B", "C", "D"], true, 3, "A, B, C and 1 other"],
    [["A", "B", "C", "D", "E", "F", "G", "H", "I"], true, 2, "A, B and 7 others"],
    [["A", "B"], true, 0, "A and 1 other"],
    [["A"], false, 3, "A et al."],
    [["A", "B"], false, 3, "A, B et al."],
    [["A", "B", "C"], false, 1, "A et al."],
    [[], true, 3, ""],
    [[], false, 3, ""],
  ])("prints %j, complete: %s, at most %i as %j", (names, complete, max, line) => {
    expect(formatAuthors(named(...names), complete, max)).toBe(line);
  });
});
