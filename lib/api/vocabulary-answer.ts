import { z } from "zod";
import { BASIS_GUIDES } from "@/lib/citation/basis-guide";
import { type CitoTerm, citoUrl, POLARITY_CITO, ROLE_CITO } from "@/lib/citation/cito";
import { CONSENSUS_ROWS, GUIDELINES_DATE, GUIDELINES_VERSION } from "@/lib/citation/guidelines";
import { LABEL_STATES } from "@/lib/citation/label-state";
import { BASIS_LABELS, EVIDENCE_BASES, POLARITIES, POLARITY_SIGNS } from "@/lib/citation/polarity";
import { POLARITY_GUIDES } from "@/lib/citation/polarity-guide";
import { ROLE_LABELS, ROLES } from "@/lib/citation/role";
import { ROLE_GUIDES } from "@/lib/citation/role-guide";
import { pageAt } from "./addresses";
import { named } from "./named-schema";

const CitoAnswer = named(
  "CitoTerm",
  "A term of the Citation Typing Ontology.",
  z.object({
    term: z.string(),
    iri: z.url(),
    close: z.boolean().describe("It means nearly, but not quite, the same."),
  }),
);

export const Vocabulary = named(
  "Vocabulary",
  "The words of the labels, with what they mean.",
  z.object({
    guidelines: z.object({
      version: z.string().describe("The version that is in force; a vote is given under one version."),
      since: z.iso.date(),
      page: z.url(),
    }),
    roles: z.array(
      z.object({
        value: z.enum(ROLES),
        label: z.string(),
        definition: z.string().describe("Completes: the citing work …"),
        cito: CitoAnswer,
      }),
    ),
    polarities: z.array(
      z.object({
        value: z.enum(POLARITIES),
        sign: z.string(),
        definition: z.string().describe("Completes: the citing text …"),
        cito: z.object({ any: CitoAnswer, ownEvidence: CitoAnswer }).nullable(),
      }),
    ),
    bases: z.array(
      z.object({
        value: z.enum(EVIDENCE_BASES),
        label: z.string(),
        definition: z.string().describe("Completes: the citing work …"),
      }),
    ),
    states: z.array(
      z.object({
        value: z.enum(LABEL_STATES),
        votes: z.string().describe("The votes that lead to it."),
        label: z.string().describe("What value the label then has."),
      }),
    ),
  }),
);

const cito = (term: CitoTerm) => ({ term: term.term, iri: citoUrl(term), close: term.close });

/** The words of the labels, from the one place where each is kept. */
export function vocabularyAnswer(): z.infer<typeof Vocabulary> {
  return {
    guidelines: { version: GUIDELINES_VERSION, since: GUIDELINES_DATE, page: pageAt("/guidelines") },
    roles: ROLES.map((value) => ({
      value,
      label: ROLE_LABELS[value],
      definition: ROLE_GUIDES[value].definition,
      cito: cito(ROLE_CITO[value]),
    })),
    polarities: POLARITIES.map((value) => {
      const terms = POLARITY_CITO[value];
      return {
        value,
        sign: POLARITY_SIGNS[value],
        definition: POLARITY_GUIDES[value].definition,
        cito: terms && { any: cito(terms.any), ownEvidence: cito(terms.ownEvidence) },
      };
    }),
    bases: EVIDENCE_BASES.map((value) => ({
      value,
      label: BASIS_LABELS[value],
      definition: BASIS_GUIDES[value].definition,
    })),
    states: CONSENSUS_ROWS.map(({ state, votes, value }) => ({ value: state, votes, label: value })),
  };
}
