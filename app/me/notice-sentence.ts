import type { Notice } from "@/db/queries/own-account";

/** What happened, by the kind of a notice; its detail says how it went. */
const SENTENCES: Readonly<Record<Notice["kind"], string>> = {
  vote_adjudicated: "An admin decided on a citation that you voted on",
  flag_settled: "Something that you reported was settled",
  context_settled: "A sentence that you added was looked at",
};

/** The first sentence of a notice: "Something that you reported was settled: dismissed." */
export function noticeSentence({ kind, detail }: Pick<Notice, "kind" | "detail">): string {
  return `${SENTENCES[kind]}${detail.outcome ? `: ${detail.outcome}` : ""}.`;
}
