import type { QUERY_VOCABULARIES, QueryTerm } from "@/lib/citation/query";
import type { DescribedCiter } from "./described-citers";

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const includesRun = (all: readonly string[], run: readonly string[]) =>
  all.some((_, i) => run.every((word, j) => all[i + j] === word));

/** The same as the SQL, said in the plainest way. */
export function holds(term: QueryTerm, citer: DescribedCiter): boolean {
  const unvoted = citer.labelState === "unlabelled" && citer.roles.length === 0;
  const is = (): boolean => {
    switch (term.key) {
      case "text": {
        const places = [[citer.title], [citer.author], ...citer.sentences.map((one) => [one])].map(([text]) =>
          wordsOf(text ?? ""),
        );
        const own = [...(places[0] ?? []), ...(places[1] ?? [])];
        const wanted = wordsOf(term.text);
        return [own, ...places.slice(2)].some((words) =>
          term.phrase
            ? includesRun(words, wanted)
            : wanted.every((want) => words.some((word) => word.startsWith(want))),
        );
      }
      case "year":
        return term.values.some(
          ({ from, to }) => citer.year !== null && citer.year >= (from ?? 0) && citer.year <= (to ?? 9999),
        );
      case "field":
        return term.values.some((value) =>
          citer.fields.some((field) => field.toLowerCase() === value.toLowerCase()),
        );
      case "venue":
        return term.values.some((value) => includesRun(wordsOf(citer.venue), wordsOf(value)));
      case "author":
        return term.values.some((value) =>
          wordsOf(value).every((word) => wordsOf(citer.author).includes(word)),
        );
      case "cites":
        return term.values.some(
          (one) => typeof one !== "number" && citer.cites.some((key) => one.value === `10.5555/${key}`),
        );
      case "claim":
        return term.values.some(({ number, verdict }) =>
          citer.claims.some(
            (one) =>
              one.number === number &&
              (verdict === null || one.verdict === (verdict === "used" ? "neutral" : verdict)),
          ),
        );
      case "role":
        return term.values.some((role) => (unvoted ? citer.suggestedRoles : citer.roles).includes(role));
      case "polarity":
        return term.values.some((value) => value === effectivePolarity(citer));
      case "basis":
        return term.values.some(
          (basis) =>
            citer.bases.includes(basis) || (unvoted && citer.suggestions.some((one) => one.basis === basis)),
        );
      case "label":
        return term.values.some((value) => isLabelled(citer, value, unvoted));
      case "by":
        return term.values.some((value) =>
          value === "person"
            ? citer.votes > 0
            : citer.suggestions.some((one) => (one.version === null) === (value === "import")),
        );
      case "has":
        return citer.sentences.length > 0;
      case "is":
        return term.values.some(
          (value) =>
            ({ self: citer.isSelf, influential: citer.isInfluential, retracted: citer.retracted })[value],
        );
    }
  };
  return is() !== term.not;
}

function effectivePolarity({ labelState, polarity, suggestedPolarity }: DescribedCiter): string | null {
  if (labelState === "labelled") return polarity;
  if (labelState === "unlabelled") return suggestedPolarity;
  return labelState === "unclear" ? "unclear" : null;
}

function isLabelled(
  citer: DescribedCiter,
  value: (typeof QUERY_VOCABULARIES)["label"][number],
  unvoted: boolean,
): boolean {
  switch (value) {
    case "unlabelled":
      return citer.labelState === "unlabelled";
    case "unclear":
      return citer.labelState === "unclear";
    case "contested":
      return citer.contested;
    case "adjudicated":
      return citer.ruled;
    case "suggested":
      return unvoted && (citer.suggestedPolarity !== null || citer.suggestedRoles.length > 0);
    default:
      return citer.labelState === "labelled" && citer.strength === value;
  }
}
