import { describe, expect, it } from "vitest";
import { parsePithText } from "./pith-text";
import { ABSTRACT, HUB, PAGE } from "./testing/pith-page";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const parse = (text: string) => collect(parsePithText(chunksOf(text)));
const messages = async (text: string) => ofKind(await parse(text), "warning").map((item) => item.message);

describe("a saved Pith hub page", () => {
  it("becomes a hub with its abstract", async () => {
    const parsed = await parse(PAGE);
    expect(ofKind(parsed, "hub")).toEqual([{ kind: "hub", work: HUB }]);
    expect(ofKind(parsed, "work")[0]).toEqual({
      kind: "work",
      key: HUB,
      identifiers: [],
      fields: { title: "Wheels and the Wear of Roads", abstract: ABSTRACT },
      source: "pith",
    });
  });

  it("becomes a work and a citation for each entry of the explorer, in its order", async () => {
    const parsed = await parse(PAGE);
    expect(ofKind(parsed, "work").map((work) => work.fields.title)).toEqual([
      "Wheels and the Wear of Roads",
      "Gravel: A Study",
      "Painted Wheels",
      "Square Wheels Reconsidered",
    ]);
    expect(ofKind(parsed, "citation")[0]).toEqual({
      kind: "citation",
      hub: HUB,
      citing: "title:gravel a study||",
      contextGap: "not_supplied",
    });
    expect(ofKind(parsed, "citation")).toHaveLength(3);
  });

  it("takes an entry without a summary as a work without one", async () => {
    const last = ofKind(await parse(PAGE), "work").at(-1);
    expect(last?.fields).toEqual({ title: "Square Wheels Reconsidered" });
    const first = await parse(
      PAGE.replace("Gravel: A Study\nGravel slows wheels by a third.", "Gravel: A Study"),
    );
    expect(ofKind(first, "work")[1]?.fields).toEqual({ title: "Gravel: A Study" });
    expect(ofKind(first, "citation")).toHaveLength(3);
  });

  it("passes summaries on as they are, also an error message and one cut short", async () => {
    const text = PAGE.replaceAll("Paint does not slow wheels.", "The summary could not be made and").concat(
      "\nError.",
    );
    const summaries = ofKind(await parse(text), "work").map((work) => work.fields.summary);
    expect(summaries.slice(2)).toEqual(["The summary could not be made and", "Error."]);
  });

  it("reports the headline's count and the roles of the hub, not of any citer", async () => {
    expect(ofKind(await parse(PAGE), "reported_count")).toEqual([
      { kind: "reported_count", hub: HUB, axis: "citers", value: "citing papers", count: 3, source: "pith" },
      {
        kind: "reported_count",
        hub: HUB,
        axis: "role",
        value: "background",
        count: 2,
        total: 3,
        source: "pith",
      },
    ]);
    expect(ofKind(await parse(PAGE), "suggestion")).toEqual([]);
  });

  it.each([
    ["background 2method 1representative citing papers"],
    ["background 2method 1\nrepresentative citing papers"],
    ["background 2\nmethod 1\nrepresentative citing papers"],
    ["Background 2 Method 1 representative citing papers"],
  ])("reads several roles: %j", async (roles) => {
    const parsed = await parse(PAGE.replace("background 2representative citing papers", roles));
    const counts = ofKind(parsed, "reported_count").filter((item) => item.axis === "role");
    expect(counts.map(({ value, count, total }) => [value, count, total])).toEqual([
      ["background", 2, 3],
      ["method", 1, 3],
    ]);
    expect(ofKind(parsed, "citation")).toHaveLength(3);
  });

  it("reads a role of two words, and a heading that the last role is stuck to", async () => {
    const parsed = await parse(
      PAGE.replace(
        /background 2representative[\s\S]*?citing papers explorer/,
        "future work 1,200citing papers explorer",
      ),
    );
    expect(ofKind(parsed, "reported_count")[1]).toMatchObject({ value: "future_work", count: 1200 });
    expect(ofKind(parsed, "citation")).toHaveLength(3);
  });

  it.each(["background 2\nornament 4\n", "ornament 4background 2"])(
    "drops a role that it does not know, with a warning: %j",
    async (roles) => {
      const text = PAGE.replace("background 2", roles);
      expect(await messages(text)).toEqual([
        expect.stringContaining("only repeats the abstract"),
        '"ornament 4" is not read: nothing is expected there.',
      ]);
      expect(ofKind(await parse(text), "reported_count").map((item) => item.value)).toEqual([
        "citing papers",
        "background",
      ]);
    },
  );

  it("says nothing of a first line that belongs to an entry, and warns of one that does not", async () => {
    const about = (text: string) => expect(messages(text).then((list) => list.join("\n"))).resolves;
    await about(PAGE).not.toContain("belongs to no paper");
    await about(PAGE.replace("Gravel slows", "Sand slows")).toContain(
      '"Sand slows wheels by a third." belongs to no paper of the explorer',
    );
  });

  it("makes no record of the summaries without titles, and warns of one that belongs to no entry", async () => {
    const text = PAGE.replace("representative citing papers\n", "$&Nobody wrote this.\n");
    expect(await messages(text)).toContainEqual(
      '"Nobody wrote this." belongs to no paper of the explorer and is not read.',
    );
    expect(ofKind(await parse(text), "work")).toHaveLength(4);
  });

  it("takes no claim from a ledger that repeats the abstract, and says so", async () => {
    for (const entry of [ABSTRACT.slice(0, 50), ABSTRACT, `${ABSTRACT.slice(0, 40)}…`]) {
      const parsed = await parse(PAGE.replace(`- abstract ${ABSTRACT.slice(0, 50)}`, `- abstract ${entry}`));
      expect(ofKind(parsed, "claim")).toEqual([]);
      expect(ofKind(parsed, "warning")[0]).toEqual({
        kind: "warning",
        where: "line 11",
        message: "The claims ledger only repeats the abstract, which is not taken as a claim.",
      });
    }
  });

  it("numbers the claims that a ledger really makes", async () => {
    const text = PAGE.replace(
      "claims ledger\n",
      "$&- Round wheels turn best.\n- abstract Roads wear out\nfaster in spring.\n",
    );
    expect(ofKind(await parse(text), "claim")).toEqual([
      { kind: "claim", hub: HUB, number: 1, text: "Round wheels turn best." },
      { kind: "claim", hub: HUB, number: 2, text: "Roads wear out faster in spring." },
    ]);
  });

  it("warns when the headline counts other than the page lists", async () => {
    expect(await messages(PAGE.replace("3 Pith papers", "1,036 Pith papers"))).toContainEqual(
      "The page counts 1036 citing papers and lists 3.",
    );
    expect(await messages(PAGE)).not.toContainEqual(expect.stringContaining("The page counts"));
  });

  it("reads the headline of a single paper, and does without one", async () => {
    const single = PAGE.slice(0, PAGE.indexOf("-\nPainted")).replace(
      "3 Pith papers cite",
      "1 Pith paper cite",
    );
    expect(ofKind(await parse(single), "reported_count")[0]).toMatchObject({ axis: "citers", count: 1 });
    const none = await parse(PAGE.replace(/^3 Pith papers.*\n/m, ""));
    expect(ofKind(none, "reported_count")).toEqual([
      { kind: "reported_count", hub: HUB, axis: "role", value: "background", count: 2, source: "pith" },
    ]);
    expect(ofKind(none, "warning")[0]?.message).toBe("The page does not say how many papers cite the hub.");
  });

  it("takes titles as they are, also one that is a heading elsewhere", async () => {
    const parsed = await parse(PAGE.replace("Painted Wheels", "roles"));
    expect(ofKind(parsed, "work")[2]?.fields.title).toBe("roles");
    expect(ofKind(parsed, "citation")).toHaveLength(3);
  });

  it("keeps the first of two entries that cannot be told apart, and rejects the hub as its own citer", async () => {
    const parsed = await parse(`${PAGE}\n-\nGravel - a study\nAnother.\n-\nWheels and the Wear of Roads`);
    expect(ofKind(parsed, "rejected")).toEqual([
      {
        kind: "rejected",
        where: "line 27",
        reason: "The title stands in line 19 too, so the two cannot be told apart.",
      },
      { kind: "rejected", where: "line 30", reason: "The hub stands among the papers that cite it." },
    ]);
    expect(ofKind(parsed, "citation")).toHaveLength(3);
  });

  it("warns of lines that stand where nothing was expected", async () => {
    const text = PAGE.replace("hub tools\n", "$&Export\n")
      .replace("Paint does not slow wheels.\n-", "$&\n-")
      .concat("\nOne.\nTwo.");
    expect(await messages(text)).toEqual(
      expect.arrayContaining([
        '"Export" is not read: nothing is expected there.',
        '"Two." is not read: nothing is expected there.',
      ]),
    );
  });
});
