import type { CitationLabelState, LabelState, LabelStrength } from "@/lib/citation/label-state";
import type { EvidenceBasis, Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";
import type { ContextGap } from "@/lib/import/record";
import type { ExportedWork } from "./exported-work";

/** A citing paper as a list shows it, with its label. */
export interface ListedCiter extends ExportedWork {
  /** The number of its page: `/citers/ID`. */
  id: number;
  summary: string | null;
  summarySource: string | null;
  isSelf: boolean;
  isInfluential: boolean;
  contextCount: number;
  contextGap: ContextGap | null;
  label: CitationLabel;
  suggested: { polarity: Polarity | null; roles: readonly string[] };
  claims: readonly { number: number; verdict: Polarity; strength: LabelStrength }[];
}

/** What people say of the citation as a whole. */
interface CitationLabel {
  state: CitationLabelState;
  polarity: Polarity | null;
  polarityOwn: Polarity | null;
  strength: LabelStrength | null;
  roles: readonly Role[];
  roleStrength: LabelStrength | null;
  votes: number;
  contested: boolean;
}

/** The same with all that its page shows of this hub. */
export interface ExportedCiter extends ListedCiter {
  /** Of the citation as a whole; those of sentences stand with them. */
  votes: CountedVotes | null;
  suggestions: readonly ExportedSuggestion[];
  contexts: readonly ExportedContext[];
}

export interface ExportedContext {
  /** Its permalink is `/citers/CITER#c-ID`. */
  id: number;
  section: string | null;
  position: number | null;
  before: string | null;
  text: string;
  after: string | null;
  markers: readonly { start: number; end: number }[];
  implicit: boolean;
  source: string;
  /** A person entered it, and where it was read. */
  byHand: boolean;
  confirmed: boolean;
  readIn: string | null;
  votes: CountedVotes | null;
  suggestions: readonly ExportedSuggestion[];
}

/** What the votes on one target come to, without who cast them. */
export interface CountedVotes {
  votes: number;
  polarity: CountedAxis<Polarity>;
  basis: EvidenceBasis | null;
  role: CountedAxis<Role>;
  furtherRoles: readonly Role[];
  /** Why an admin decided as the label says. */
  ruling: string | null;
}

interface CountedAxis<Value extends string> {
  state: LabelState;
  value: Value | null;
  counts: Readonly<Partial<Record<Value, number>>>;
}

/** A label from elsewhere: never a vote. */
export interface ExportedSuggestion {
  label: string;
  role: Role | null;
  polarity: Polarity | null;
  basis: EvidenceBasis | null;
  source: string;
  version: string | null;
  confidence: number | null;
}
