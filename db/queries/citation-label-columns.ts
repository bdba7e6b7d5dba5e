import { citation } from "@/db/schema/citation";

/** What lists show of a citation's label: what votes say of it, and what is suggested. */
export const CITATION_LABEL_COLUMNS = {
  labelState: citation.labelState,
  polarity: citation.polarity,
  strength: citation.strength,
  roles: citation.roles,
  roleStrength: citation.roleStrength,
  votes: citation.votes,
  suggestedPolarity: citation.suggestedPolarity,
  suggestedRoles: citation.suggestedRoles,
} as const;

/** What a row of a citation tells of its label. */
export type CitationLabelRow = Pick<typeof citation.$inferSelect, keyof typeof CITATION_LABEL_COLUMNS>;
