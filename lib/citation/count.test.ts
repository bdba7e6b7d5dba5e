import { describe, expect, it } from "vitest";
import { count, share } from "@/lib/citation/count";

describe("count", () => {
  it.each([
    [0, "0 citers"],
    [1, "1 citer"],
    [36, "36 citers"],
    [999, "999 citers"],
    [1000, "1,000 citers"],
    [1234567, "1,234,567 citers"],
  ])("prints %i as %s", (n, printed) => {
    expect(count(n, "citer")).toBe(printed);
  });

  it("takes a plural of its own", () => {
    expect(count(1, "summary", "summaries")).toBe("1 summary");
    expect(count(2, "summary", "summaries")).toBe("2 summaries");
  });
});

describe("share", () => {
  it("names both numbers", () => {
    expect(share(3, 36)).toBe("3 of 36");
    expect(share(1200, 100000)).toBe("1,200 of 100,000");
  });
});
