import fc from "fast-check";
import type { ExportedCiter, ExportedContext } from "../exported-citer";
import type { ExportedHub } from "../exported-hub";

export const SITE = "https://spokes.example.org";

export const HUB: ExportedHub = {
  id: 7,
  slug: "wheels",
  demonstration: true,
  title: "Wheels and the Wear of Roads",
  authors: [{ name: "Ada Dale", family: "Dale", given: "Ada" }],
  authorsComplete: true,
  published: "2018",
  venue: null,
  fields: [],
  abstract: null,
  citedByCount: null,
  notices: [],
  identifiers: [{ scheme: "doi", value: "10.5555/wheels" }],
};

/** A citing paper of which everything is known. */
export const GRAVEL: ExportedCiter = {
  id: 12,
  title: "Gravel & <i>sand</i>: 50% of H<sub>2</sub>O",
  authors: [
    { name: "Ben Hill Jr.", family: "Hill", given: "Ben", orcid: "0000-0002-1825-0097" },
    { name: "Cleo van der Meer", family: "van der Meer", given: "Cleo" },
    { name: "The Gravel Group" },
  ],
  authorsComplete: false,
  published: "2021-04-07",
  venue: "Journal of Wheels",
  fields: ["Engineering"],
  abstract: "Gravel slows wheels.\n\nWe measure by how much.",
  citedByCount: 12,
  notices: [{ kind: "corrected" }],
  identifiers: [
    { scheme: "doi", value: "10.5555/gravel" },
    { scheme: "arxiv", value: "2104.00001" },
    { scheme: "pmid", value: "123" },
    { scheme: "acl", value: "W06-1615" },
  ],
  summary: "Gravel slows wheels by a third.",
  summarySource: "wheel-index",
  isSelf: false,
  isInfluential: true,
  contextCount: 1,
  contextGap: null,
  label: {
    state: "labelled",
    polarity: "supporting",
    polarityOwn: "supporting",
    strength: "agreed",
    roles: ["dataset", "baseline"],
    roleStrength: "single",
    votes: 3,
    contested: false,
  },
  suggested: { polarity: "neutral", roles: ["background"] },
  claims: [{ number: 2, verdict: "contrasting", strength: "single" }],
  votes: null,
  suggestions: [],
  contexts: [
    {
      id: 40,
      section: "1 Introduction",
      position: 3,
      before: "Wear has many causes.",
      text: "Roads wear where wheels are square [4].",
      after: null,
      markers: [{ start: 35, end: 38 }],
      implicit: false,
      source: "wheel-index",
      byHand: false,
      confirmed: false,
      readIn: null,
      votes: {
        votes: 3,
        polarity: { state: "agreed", value: "supporting", counts: { supporting: 2, unclear: 1 } },
        basis: "own_evidence",
        role: { state: "contested", value: null, counts: { dataset: 1, baseline: 1, method: 1 } },
        furtherRoles: ["baseline"],
        ruling: null,
      },
      suggestions: [
        {
          label: "positive",
          role: null,
          polarity: "supporting",
          basis: null,
          source: "model-a",
          version: "2",
          confidence: 0.8,
        },
      ],
    } satisfies ExportedContext,
  ],
};

/** A citing paper of which nothing is known. */
export const UNKNOWN: ExportedCiter = {
  ...GRAVEL,
  id: 13,
  title: null,
  authors: [],
  authorsComplete: true,
  published: null,
  venue: null,
  fields: [],
  abstract: null,
  citedByCount: null,
  notices: [],
  identifiers: [],
  summary: null,
  summarySource: null,
  isInfluential: false,
  contextCount: 0,
  contextGap: "no_full_text",
  label: {
    state: "unlabelled",
    polarity: null,
    polarityOwn: null,
    strength: null,
    roles: [],
    roleStrength: null,
    votes: 0,
    contested: false,
  },
  suggested: { polarity: null, roles: [] },
  claims: [],
  contexts: [],
};

export async function* streamOf<Item>(...items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** Everything that a writer yields, as one text. */
export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

/** One line of words and signs, among them those that formats give a meaning; never an entity or a tag. */
export const anyLine = fc
  .array(
    fc.oneof(
      fc.constantFrom("Gravel", "sand", "wheels", "Straße", "道路", "and", "naïve"),
      fc.constantFrom(
        "{",
        "}",
        "{{",
        "\\",
        "%",
        "#",
        "_",
        "$",
        "~",
        "^",
        "--",
        "---",
        "''",
        "``",
        '"',
        ",",
        ";",
      ),
      fc.constantFrom("=1+1", "+2", "-3", "@cmd", "|", "[4]", "(a)", "&", "\u2013", "ER  -", "TY  - JOUR"),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((words) => `The ${words.join(" ").replace(/\s+/gu, " ")} of roads`);
