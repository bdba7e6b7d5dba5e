import { describe, expect, it } from "vitest";
import { LISTED_OF, type Listing, placeListed } from "./place-listed";
import type { Parsed } from "./record";
import { collect } from "./testing/read-text";

const WORK: Parsed = { kind: "work", key: "w", identifiers: [], fields: { title: "Paint" }, source: "s" };
const LISTED: Parsed = { kind: "listed", work: "w" };
const CITING: Parsed = { kind: "citation", hub: LISTED_OF, citing: "w", isInfluential: true };
const CITED: Parsed = { kind: "citation", hub: "w", citing: LISTED_OF, ifHub: true };

const HUB = { identifiers: [{ scheme: "doi", value: "10.5555/wheel" }], title: "Wheels" } as const;
const listing = (as: Listing["as"]): Listing => ({ as, of: HUB, source: "admin" });
const OF = {
  kind: "work",
  key: LISTED_OF,
  identifiers: HUB.identifiers,
  fields: { title: "Wheels" },
  source: "admin",
};

async function* each(items: readonly Parsed[]) {
  yield* items;
}
const place = (items: readonly Parsed[], said: Listing | null) => collect(placeListed(each(items), said));

describe("the works of a list", () => {
  it("cite the hub, which is introduced once, before the first of them", async () => {
    expect(await place([WORK, LISTED, LISTED], listing("citers"))).toEqual([
      WORK,
      OF,
      { kind: "hub", work: LISTED_OF },
      { kind: "citation", hub: LISTED_OF, citing: "w" },
      { kind: "citation", hub: LISTED_OF, citing: "w" },
    ]);
  });

  it("are cited by the work whose references they are, which becomes no hub", async () => {
    expect(await place([WORK, LISTED], listing("references"))).toEqual([
      WORK,
      OF,
      { kind: "reference", citing: LISTED_OF, cited: "w" },
    ]);
  });

  it("may come with more that is said of their ties to the work", async () => {
    expect(await place([CITING], listing("citers"))).toEqual([OF, { kind: "hub", work: LISTED_OF }, CITING]);
    expect(await place([CITED], listing("references"))).toEqual([OF, CITED]);
  });

  it("are refused where nobody says what they are, but a file without a list is not", async () => {
    for (const one of [LISTED, CITING, CITED])
      await expect(place([WORK, one], null)).rejects.toThrow("name the hub that they cite");
    expect(await place([WORK], null)).toEqual([WORK]);
    expect(await place([WORK], listing("citers"))).toEqual([WORK]);
  });

  it("are refused when they say themselves that they are something else", async () => {
    await expect(place([CITING], listing("references"))).rejects.toThrow("works that cite one work");
    await expect(place([CITED], listing("citers"))).rejects.toThrow("the references of one work");
  });
});
