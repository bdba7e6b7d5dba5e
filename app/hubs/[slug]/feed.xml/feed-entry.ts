import { plainTitle } from "@/app/_citation/title-text";
import type { FeedEvent } from "@/db/queries/feed";
import { count } from "@/lib/citation/count";
import { plainText } from "@/lib/citation/inline-markup";
import type { LabelState } from "@/lib/citation/label-state";
import { ROLE_LABELS } from "@/lib/citation/role";
import type { AtomEntry } from "@/lib/export/atom";

/** An event as an entry of a feed. One label has one entry, which changes as its label does. */
export function feedEntry(event: FeedEvent, hubId: number, site: string): AtomEntry {
  const paper = `${site}/citers/${event.workId}`;
  const citation = `${paper}#hub-${hubId}`;
  const title = plainTitle(event.title);
  if (event.kind === "citer")
    return {
      id: citation,
      href: citation,
      title: `New citing paper: ${title}`,
      updated: event.at,
      content: event.summary === null ? "No summary is known." : plainText(event.summary),
    };
  const { contextId, text } = event;
  return {
    id: contextId === null ? `${paper}#label-${hubId}` : `${paper}#c-${contextId}`,
    href: contextId === null ? citation : `${paper}#c-${contextId}`,
    title: `${headline(event)}: ${title}`,
    updated: event.at,
    content: [
      `${labelWords(event)} (${count(event.votes, "vote")}).`,
      ...(text === null ? [] : [`“${text}”`]),
    ].join("\n\n"),
  };
}

type Label = Extract<FeedEvent, { kind: "label" }>;

function headline({ polarityState, roleState }: Label): string {
  const states: LabelState[] = [polarityState, roleState];
  if (states.includes("contested")) return "Contested";
  return states.includes("adjudicated") ? "Decided by an admin" : "Agreed";
}

function labelWords({ polarityState, polarity, roleState, role }: Label): string {
  return [
    `Polarity: ${polarity ?? polarityState}`,
    `role: ${role === null ? roleState : ROLE_LABELS[role]}`,
  ].join(", ");
}
