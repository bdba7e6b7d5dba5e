import type { Moved } from "@/db/commands/merge/count-moved";
import { count } from "@/lib/citation/count";

/** What a merge does, in sentences; what it does not touch is not named. */
export function MovedList({ moved }: { moved: Moved }) {
  return (
    <ul className="list-disc space-y-1 ps-5 text-ui">
      {sentencesOn(moved).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function sentencesOn(moved: Moved): string[] {
  const { hub, hubsMoved, hubsJoined, hubsLeft, votesTwice } = moved;
  const on = (n: number, one: string, many: string) => (n === 0 ? [] : [count(n, one, many)]);
  return [
    ...on(moved.records, "record of a source moves.", "records of sources move."),
    ...on(moved.identifiers, "identifier moves.", "identifiers move."),
    ...(hub === null
      ? []
      : [`The hub at /hubs/${hub} moves, with its claims, citers and votes; its address stays.`]),
    ...on(hubsMoved, "citation of a hub moves.", "citations of hubs move."),
    ...on(
      hubsJoined,
      "hub is cited by both: one citation of it remains.",
      "hubs are cited by both: one citation of each remains.",
    ),
    ...on(
      hubsLeft,
      "citation stays behind, hidden: it is hidden already, or the paper would cite itself.",
      "citations stay behind, hidden: they are hidden already, or the paper would cite itself.",
    ),
    ...on(moved.contexts, "sentence moves.", "sentences move."),
    ...on(
      moved.contextsTwice,
      "sentence stands in both and is shown once.",
      "sentences stand in both and are shown once.",
    ),
    ...on(moved.votes, "vote moves.", "votes move."),
    ...on(
      votesTwice,
      "vote does not count any more: its voter voted on the same of the paper that remains. It is kept.",
      "votes do not count any more: their voters voted on the same of the paper that remains. They are kept.",
    ),
    ...on(moved.decisions, "decision of an admin moves.", "decisions of admins move."),
    ...on(moved.suggestions, "suggestion moves.", "suggestions move."),
    ...on(
      moved.suggestionsTwice,
      "suggestion is made of both and counts once.",
      "suggestions are made of both and count once.",
    ),
    ...on(moved.reports, "report moves.", "reports move."),
    ...on(
      moved.references,
      "reference to or from it becomes one of the paper that remains.",
      "references to or from it become those of the paper that remains.",
    ),
    "Its page leads to the paper that remains.",
  ];
}
