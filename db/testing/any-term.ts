import fc from "fast-check";
import { CLAIM_VERDICTS, QUERY_VOCABULARIES, type QueryTerm } from "@/lib/citation/query";

const not = fc.boolean();
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 1, maxLength: 2 });
const ofVocabulary = (["role", "polarity", "basis", "label", "by", "has", "is"] as const).map(
  (key) =>
    fc.record({
      key: fc.constant(key),
      not,
      values: some(fc.constantFrom(...QUERY_VOCABULARIES[key])),
    }) as fc.Arbitrary<QueryTerm>,
);
export const anyTerm: fc.Arbitrary<QueryTerm> = fc.oneof(
  ...ofVocabulary,
  fc.record({
    key: fc.constant("year" as const),
    not,
    values: some(
      fc.constantFrom({ from: 2003, to: null }, { from: null, to: 2004 }, { from: 2005, to: 2005 }),
    ),
  }),
  fc.record({
    key: fc.constant("field" as const),
    not,
    values: some(fc.constantFrom("optics", "History", "none")),
  }),
  fc.record({
    key: fc.constant("venue" as const),
    not,
    values: some(fc.constantFrom("journal of fog", "leuchtturm", "of")),
  }),
  fc.record({
    key: fc.constant("author" as const),
    not,
    values: some(fc.constantFrom("muller", "Fogg Ana", "Bo")),
  }),
  fc.record({
    key: fc.constant("cites" as const),
    not,
    values: some(
      fc.constantFrom(
        { scheme: "doi" as const, value: "10.5555/ref0" },
        { scheme: "doi" as const, value: "10.5555/ref1" },
        999_999_999,
      ),
    ),
  }),
  fc.record({
    key: fc.constant("claim" as const),
    not,
    values: some(
      fc.record({ number: fc.constantFrom(1, 2, 3), verdict: fc.option(fc.constantFrom(...CLAIM_VERDICTS)) }),
    ),
  }),
  fc.record({
    key: fc.constant("text" as const),
    not,
    text: fc.constantFrom("lamp", "lamps", "LEUCHT", "fog", "müller", "sentence"),
    phrase: fc.constant(false),
  }),
  fc.record({
    key: fc.constant("text" as const),
    not,
    text: fc.constantFrom("lamp and", "in it", "on fog", "lam"),
    phrase: fc.constant(true),
  }),
);
