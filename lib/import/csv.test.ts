import { describe, expect, it } from "vitest";
import { detectCsv, parseCsv } from "./csv";
import { csvColumns } from "./csv-columns";
import { splitNames } from "./csv-names";
import { LIST_FILES } from "./testing/list-files";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const read = (text: string) => collect(parseCsv(chunksOf(text)));
const works = async (text: string) => ofKind(await read(text), "work");
const fieldsOf = (head: string) =>
  Object.fromEntries(
    (csvColumns(head)?.columns ?? []).flatMap(({ name, field }) => (field ? [[field, name]] : [])),
  );

describe("csvColumns", () => {
  it.each([
    [
      "Zotero",
      "Key,Item Type,Publication Year,Author,Title,Publication Title,DOI,Url,Abstract Note,Date",
      {
        id: "Key",
        year: "Publication Year",
        authors: "Author",
        title: "Title",
        venue: "Publication Title",
        doi: "DOI",
        url: "Url",
        abstract: "Abstract Note",
        published: "Date",
      },
    ],
    [
      "Scopus",
      '"Authors","Author full names","Title","Year","Source title","Cited by","DOI","Link","PubMed ID"',
      {
        authors: "Author full names",
        title: "Title",
        year: "Year",
        venue: "Source title",
        citedByCount: "Cited by",
        doi: "DOI",
        url: "Link",
        pmid: "PubMed ID",
      },
    ],
    [
      "Web of Science",
      "PT\tAU\tAF\tTI\tSO\tPY\tDI\tUT\tPM",
      { authors: "AF", title: "TI", venue: "SO", year: "PY", doi: "DI", id: "UT", pmid: "PM" },
    ],
    [
      "OpenAlex",
      "id,doi,display_name,publication_year,publication_date,primary_location.source.display_name,authorships.author.display_name,cited_by_count",
      {
        id: "id",
        doi: "doi",
        title: "display_name",
        year: "publication_year",
        published: "publication_date",
        venue: "primary_location.source.display_name",
        authors: "authorships.author.display_name",
        citedByCount: "cited_by_count",
      },
    ],
    ["plain names with semicolons", "Title;Author;Year", { title: "Title", authors: "Author", year: "Year" }],
  ])("knows the columns of %s", (_, head, fields) => {
    expect(fieldsOf(`${head}\nx`)).toEqual(fields);
  });

  it("finds the names behind a line that tells of the export, as Dimensions writes it", () => {
    const found = csvColumns(
      '"About the data: exported on Apr 7, 2021; criteria: title"\n"Rank","Publication ID","DOI","Title","PubYear","Authors"\n',
    );
    expect(found).toMatchObject({ delimiter: ",", headerLine: 2 });
  });

  it.each([
    ["Colour,Size\nred,2"],
    ["Title\nA title alone"],
    ["The title, as the doi says, is good."],
    [`title,${"doi,".repeat(2000)}`],
    [""],
  ])("takes %s for no table of works", (head) => {
    expect(csvColumns(head)).toBeNull();
    expect(detectCsv(head)).toBe(false);
  });
});

describe("parseCsv", () => {
  it("reads quoted cells, doubled marks and cells over several lines", async () => {
    const [first, second] = await works(LIST_FILES.csv ?? "");
    expect(first?.fields).toEqual({
      title: 'Gravel slows wheels, by a "third"',
      authors: [
        { name: "A. van der Berg", family: "van der Berg", given: "A." },
        { name: "B. Mårtensson", family: "Mårtensson", given: "B." },
      ],
      published: "2021-04-07",
      venue: "Journal of Wheels",
      citedByCount: 12,
    });
    expect(second?.fields.title).toBe("Painted wheels");
  });

  it("tells what cannot be read, with its line", async () => {
    const parsed = await read(LIST_FILES.csv ?? "");
    expect(ofKind(parsed, "warning")).toEqual([
      { kind: "warning", where: "line 3", message: '"no doi" cannot be read as a DOI and is left out.' },
    ]);
    expect(ofKind(parsed, "rejected").map(({ where }) => where)).toEqual(["line 5"]);
  });

  it("loses no other row to a quotation mark that nothing closes", async () => {
    const titles = (
      await works('Title,Year\n"One of a kind,1999\nTwo of a kind,2000\n"Three of a kind",2001\n')
    ).map(({ fields }) => fields.title);
    expect(titles).toEqual(expect.arrayContaining(["Two of a kind", "Three of a kind"]));
  });

  it("rejects a row of a million columns and reads the next", async () => {
    const parsed = await read(`Title,Year\n${"x,".repeat(1_000_000)}\nOne of a kind,1999\n`);
    expect(ofKind(parsed, "rejected")[0]).toMatchObject({ where: "line 2" });
    expect(ofKind(parsed, "work")).toHaveLength(1);
  });

  it("reads columns as it is told to", async () => {
    const columns = {
      delimiter: ",",
      headerLine: 1,
      columns: [
        { name: "a", field: null },
        { name: "b", field: "title" as const },
      ],
    };
    const parsed = await collect(parseCsv(chunksOf("a,b\nx,One of a kind\n"), columns));
    expect(ofKind(parsed, "work")[0]?.fields).toEqual({ title: "One of a kind" });
  });
});

describe("splitNames", () => {
  it.each([
    ["Smith, John; Doe, Anna", ["Smith, John", "Doe, Anna"]],
    ["Smith, John (57190000000); Doe, Anna (57190000001)", ["Smith, John", "Doe, Anna"]],
    ["John Smith|Anna Doe", ["John Smith", "Anna Doe"]],
    ["Smith J., Doe A.B.", ["Smith J.", "Doe A.B."]],
    ["Smith, J., Doe, A. B.", ["Smith, J.", "Doe, A. B."]],
    ["John Smith, Wei Li and Anna Doe", ["John Smith", "Wei Li", "Anna Doe"]],
    ["John Smith & Anna Doe", ["John Smith", "Anna Doe"]],
    ["Smith, John", ["Smith, John"]],
    ["Smith, J.", ["Smith, J."]],
    ["", []],
  ])("%s", (cell, names) => {
    expect(splitNames(cell)).toEqual(names);
  });
});
