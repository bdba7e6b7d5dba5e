import { expect, test } from "vitest";
import { citoUrl, POLARITY_CITO, ROLE_CITO } from "@/lib/citation/cito";

test("a term has its address in the ontology", () => {
  expect(citoUrl(ROLE_CITO.extension)).toBe("http://purl.org/spar/cito/extends");
});

test("a judgement on own evidence has the stronger term", () => {
  expect(POLARITY_CITO.supporting?.ownEvidence.term).toBe("confirms");
  expect(POLARITY_CITO.contrasting?.ownEvidence.term).toBe("disputes");
});

test("a term that two roles share is exact for one of them at most", () => {
  const exact = Object.values(ROLE_CITO).flatMap(({ term, close }) => (close ? [] : [term]));
  expect(new Set(exact).size).toBe(exact.length);
});

test("support of the citing work is not taken for support of the hub", () => {
  const terms = Object.values(POLARITY_CITO).flatMap((one) =>
    one ? [one.any.term, one.ownEvidence.term] : [],
  );
  expect(terms).not.toContain("obtainsSupportFrom");
});
