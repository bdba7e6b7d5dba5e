import { z } from "zod";
import type { CitationLabelRow } from "@/db/queries/citation-label-columns";
import type { LabelledTarget } from "@/db/queries/citer-labels";
import type { TargetVote } from "@/db/queries/target-votes";
import { targetLabel } from "@/lib/citation/consensus";
import { CITATION_LABEL_STATES, LABEL_STATES, LABEL_STRENGTHS } from "@/lib/citation/label-state";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { pageAt } from "./addresses";
import { Count, Moment, named } from "./named-schema";

const Polarity = z.enum(POLARITIES);
const Role = z.enum(ROLES);
const Basis = z.enum(EVIDENCE_BASES);
const Strength = z.enum(LABEL_STRENGTHS);

export const CitationLabel = named(
  "CitationLabel",
  "What votes say of a citation, over all its sentences, and beside it what imports and models suggest. A suggestion never counts as a vote.",
  z.object({
    state: z.enum(CITATION_LABEL_STATES),
    polarity: Polarity.nullable(),
    strength: Strength.nullable().describe(
      "`agreed` when everything that the polarity rests on is agreed or decided.",
    ),
    roles: z.array(Role),
    roleStrength: Strength.nullable(),
    votes: Count.describe("Votes that count, on all sentences together."),
    suggestedPolarity: Polarity.nullable(),
    suggestedRoles: z.array(Role),
  }),
);

const Vote = named(
  "Vote",
  "What one person says of one sentence, or of a citation as a whole.",
  z.object({
    by: z
      .object({ handle: z.string(), page: z.url() })
      .nullable()
      .describe("Who votes; null when the account was removed."),
    role: Role,
    furtherRoles: z.array(Role),
    polarity: Polarity,
    basis: Basis.nullable(),
    claims: z.array(z.object({ number: z.int(), verdict: Polarity })),
    note: z.string(),
    ownPaper: z.boolean().describe("The person wrote the citing paper or the hub."),
    counted: z.boolean().describe("False until the account is approved."),
    changedAt: Moment,
  }),
);

const State = z.enum(LABEL_STATES);

export const TargetLabel = named(
  "TargetLabel",
  "What the votes on one sentence, or on a citation as a whole, come to; see `/guidelines` for the rules.",
  z.object({
    polarity: z.object({ state: State, value: Polarity.nullable() }),
    basis: Basis.nullable(),
    role: z.object({ state: State, value: Role.nullable() }),
    furtherRoles: z.array(Role),
    claims: z.array(z.object({ number: z.int(), state: State, verdict: Polarity.nullable() })),
    ruling: z.string().nullable().describe("Why an admin decided; null where nobody had to."),
    votes: z.array(Vote).describe("The oldest first."),
  }),
);

/** What lists show of a citation's label. */
export function citationLabel(row: CitationLabelRow): z.infer<typeof CitationLabel> {
  return {
    state: row.labelState,
    polarity: row.polarity,
    strength: row.strength,
    roles: row.roles,
    roleStrength: row.roleStrength,
    votes: row.votes,
    suggestedPolarity: row.suggestedPolarity,
    suggestedRoles: ROLES.filter((role) => row.suggestedRoles.includes(role)),
  };
}

/** A target as its page shows it, with every vote. */
export function targetLabelAnswer(target: LabelledTarget): z.infer<typeof TargetLabel> {
  const ballots = target.said.filter(({ counted }) => counted);
  return {
    polarity: { state: target.polarityState, value: target.polarity },
    basis: target.basis,
    role: { state: target.roleState, value: target.role },
    furtherRoles: target.furtherRoles,
    claims: targetLabel(ballots, null).claims.map(({ number, state, verdict }) => ({
      number,
      state,
      verdict,
    })),
    ruling: target.ruling,
    votes: target.said.map(vote),
  };
}

function vote(said: TargetVote): z.infer<typeof Vote> {
  const { handle, claims, changedAt, role, furtherRoles, polarity, basis, note, ownPaper, counted } = said;
  return {
    by: handle === null ? null : { handle, page: pageAt(`/people/${handle}`) },
    role,
    furtherRoles,
    polarity,
    basis,
    claims: claims.map(({ number, verdict }) => ({ number, verdict })),
    note,
    ownPaper,
    counted,
    changedAt: changedAt.toISOString(),
  };
}
