import type { ContextGap } from "@/lib/import/record";

/** Why the sentence is missing, for one paper. */
export const CONTEXT_GAP_REASONS: Readonly<Record<ContextGap, string>> = {
  no_full_text: "there is no open full text",
  withheld_by_source: "the source withholds it",
  not_parsed: "the full text could not be parsed",
  not_supplied: "no source has supplied it",
};
