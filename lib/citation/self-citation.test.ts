import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAuthor } from "@/lib/citation/authors";
import { selfCitationsOf } from "@/lib/citation/self-citation";

const authors = (names: string) => names.split("; ").map(parseAuthor);
const isSelfCitation = (cited: Parameters<typeof selfCitationsOf>[0], citing: typeof cited) =>
  selfCitationsOf(cited)(citing);
const isSelf = (cited: string, citing: string) => isSelfCitation(authors(cited), authors(citing));

const ORCID = "0000-0002-1825-0097";
const OTHER_ORCID = "0000-0001-5109-3700";

describe("a self-citation", () => {
  it.each([
    ["the same name", "Ada Lovelace; Bo Ek", "Cy Dahl; Ada Lovelace"],
    ["other spellings of it", "Piotr Dollár", "Dollar, Piotr"],
    ["a further given name", "Ada Lovelace", "Ada King Lovelace"],
    ["a further initial", "Ada K. Lovelace", "Ada Lovelace"],
    ["two initials", "John Adam Smith", "J. A. Smith"],
    ["two initials without dots", "Smith, John Adam", "Smith, JA"],
    ["a hyphen", "Jae-Won Chung", "J.-W. Chung"],
    ["no hyphen", "Jae-Won Chung", "Jaewon Chung"],
    ["a particle left out", "Nando de Freitas", "Freitas, Nando"],
    ["two authors with one initial each", "John Smith; Ada Jones", "Jones, A.; Smith, J."],
    ["a name without spaces", "王伟", "李娜; 王伟"],
  ])("has an author in common: %s", (_, cited, citing) => {
    expect(isSelf(cited, citing)).toBe(true);
    expect(isSelf(citing, cited)).toBe(true);
  });

  it.each([
    ["nobody", "Ada Lovelace", "Alan Turing"],
    ["a family name alone", "Wei Wang", "Li Wang"],
    ["one initial", "Wei Wang", "W. Wang"],
    ["one initial on both sides", "W. Wang", "W. Wang"],
    ["one initial of two people of one name", "W. Wang; H. Wang", "Wei Wang; Hao Wang"],
    ["initials that differ in the second place", "J. A. Smith", "John B. Smith"],
    ["a beginning of a given name", "Jo Smith", "John Smith"],
    ["a first name in capitals", "WEI LIN", "WAN LIN"],
    ["a single word", "Plato", "Plato"],
    ["a family name with no given name", "Smith", "John Smith"],
    ["no authors", "", ""],
  ])("is none when the works share %s", (_, cited, citing) => {
    expect(isSelf(cited, citing)).toBe(false);
    expect(isSelf(citing, cited)).toBe(false);
  });

  it("is known by an ORCID, whatever the names, and two of them are two people", () => {
    const [ada, bo] = authors("Ada Lovelace; Bo Ek") as [{ name: string }, { name: string }];
    expect(isSelfCitation([{ ...ada, orcid: ORCID }], [{ ...bo, orcid: ORCID }])).toBe(true);
    expect(isSelfCitation([{ ...ada, orcid: ORCID }], [{ ...ada, orcid: OTHER_ORCID }])).toBe(false);
    expect(isSelfCitation([{ ...ada, orcid: ORCID }], [ada])).toBe(true);
  });

  it("is the same in both directions and in any order of the names, and no names make it fail", () => {
    const part = fc.constantFrom(
      "Ada",
      "A.",
      "AB",
      "Lovelace",
      "Wang",
      "W.",
      "van",
      ",",
      "王伟",
      "\ud800",
      "J.-W.",
    );
    const list = fc.array(
      fc.array(part, { maxLength: 4 }).map((parts) => parseAuthor(parts.join(" "))),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(list, list, (cited, citing) => {
        const answer = isSelfCitation(cited, citing);
        expect(isSelfCitation(citing, cited)).toBe(answer);
        expect(isSelfCitation([...cited].reverse(), [...citing].reverse())).toBe(answer);
      }),
      { numRuns: 1000 },
    );
  });
});
