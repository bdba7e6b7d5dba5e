import type { Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

/** Where the terms of the Citation Typing Ontology live. */
export const CITO_PREFIX = "http://purl.org/spar/cito/";

/** A term of CiTO; `close` when it means nearly, but not quite, what the label means (written ≈). */
export interface CitoTerm {
  term: string;
  close: boolean;
}

const exactly = (term: string): CitoTerm => ({ term, close: false });
const nearly = (term: string): CitoTerm => ({ term, close: true });

/** What each role is called in CiTO. */
export const ROLE_CITO: Readonly<Record<Role, CitoTerm>> = {
  background: exactly("obtainsBackgroundFrom"),
  motivation: nearly("obtainsBackgroundFrom"),
  evidence: nearly("citesAsEvidence"),
  method: exactly("usesMethodIn"),
  dataset: exactly("usesDataFrom"),
  software: nearly("usesMethodIn"),
  baseline: nearly("discusses"),
  comparison: nearly("discusses"),
  extension: exactly("extends"),
  replication: nearly("discusses"),
  future_work: nearly("citesAsPotentialSolution"),
  other: exactly("cites"),
};

/** What each polarity is called in CiTO, in general and where it rests on own evidence; null where CiTO has no word. */
export const POLARITY_CITO: Readonly<Record<Polarity, { any: CitoTerm; ownEvidence: CitoTerm } | null>> = {
  supporting: { any: exactly("supports"), ownEvidence: exactly("confirms") },
  mixed: { any: exactly("qualifies"), ownEvidence: exactly("qualifies") },
  neutral: { any: exactly("cites"), ownEvidence: exactly("cites") },
  contrasting: { any: exactly("disagreesWith"), ownEvidence: exactly("disputes") },
  unclear: null,
};

/** The address of a term. */
export function citoUrl({ term }: CitoTerm): string {
  return `${CITO_PREFIX}${term}`;
}
