import { describe, expect, it } from "vitest";
import { readHub } from "./spokes-hub";
import { ofKind } from "./testing/read-text";

const place = { where: "line 2", source: "wheel-index" };

describe("a hub entry", () => {
  it("becomes its work, the hub, its claims and what is reported of it", () => {
    const claims = [
      { number: 1, text: "Wheels wear roads.", quote: "We find that wheels wear roads." },
      { number: 2, text: "Paint does not." },
    ];
    const reported = [{ axis: "role", value: "background", count: 2, total: 3 }];
    const work = { id: "h", title: "Wheels and Roads" };
    const parsed = readHub(
      { work, slug: "wheels", demonstration: true, claims, reported, source: "list" },
      place,
    );
    expect(parsed).toEqual([
      { kind: "work", key: "id:h", identifiers: [], fields: { title: "Wheels and Roads" }, source: "list" },
      { kind: "hub", work: "id:h", slug: "wheels", demonstration: true },
      { kind: "claim", hub: "id:h", ...claims[0] },
      { kind: "claim", hub: "id:h", ...claims[1] },
      { kind: "reported_count", hub: "id:h", ...reported[0], source: "list" },
    ]);
  });

  it("needs no more than a reference to its work", () => {
    expect(readHub({ work: "h" }, place)).toStrictEqual([{ kind: "hub", work: "id:h" }]);
  });

  it("loses a bad claim or count alone", () => {
    const claims = [{ number: 0, text: "a" }, { number: 1 }, { number: 2, text: "Good." }];
    const reported = [{ axis: "colour", value: "red", count: 1 }];
    const parsed = readHub({ work: "h", claims, reported }, place);
    expect(ofKind(parsed, "rejected").map(({ where, reason }) => [where, reason])).toEqual([
      ["line 2, claims[0]", "number is below 1"],
      ["line 2, claims[1]", "text is missing"],
      ["line 2, reported[0]", 'axis must be "role" or "polarity" or "citers"'],
    ]);
    expect(ofKind(parsed, "claim").map((claim) => claim.number)).toEqual([2]);
    expect(ofKind(parsed, "hub")).toHaveLength(1);
  });

  it("is rejected for an address that could not stand in a link", () => {
    expect(readHub({ work: "h", slug: "Wheels & Roads" }, place)).toEqual([
      {
        kind: "rejected",
        where: "line 2",
        reason: "slug may hold lower-case letters and digits, parted by single hyphens",
      },
    ]);
  });
});
