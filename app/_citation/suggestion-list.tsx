import { Chip } from "@/app/_ui/chip";
import type { Citer } from "@/db/queries/citer";
import { BASIS_LABELS } from "@/lib/citation/polarity";
import { SuggestedPolarityChip, SuggestedRoleChip } from "./label-chips";
import { sourceName } from "./source-name";

type Suggestion = Citer["suggestions"][number];

/** Labels that somebody or something proposes, each with what it was called there; never a vote. */
export function SuggestionList({ lead, suggestions }: { lead: string; suggestions: readonly Suggestion[] }) {
  if (suggestions.length === 0) return null;
  return (
    <ul className="mt-1.5 space-y-1 text-small text-soft [overflow-wrap:anywhere]">
      {suggestions.map((suggestion) => (
        <li
          key={`${suggestion.source} ${suggestion.original}`}
          className="flex flex-wrap items-center gap-x-2 gap-y-1"
        >
          <span>{lead}</span>
          <MappedLabels suggestion={suggestion} />
          <span>{origin(suggestion)}</span>
        </li>
      ))}
    </ul>
  );
}

function MappedLabels({ suggestion: { polarity, role, basis } }: { suggestion: Suggestion }) {
  if (polarity === null && role === null && basis === null) return <span>no label of ours;</span>;
  return (
    <>
      {polarity === null ? null : <SuggestedPolarityChip polarity={polarity} />}
      {role === null ? null : <SuggestedRoleChip role={role} />}
      {basis === null ? null : <Chip tentative>{BASIS_LABELS[basis]}</Chip>}
    </>
  );
}

function origin({ original, source, version, confidence }: Suggestion): string {
  const by = version === null ? sourceName(source) : `${sourceName(source)} ${version}`;
  const sure = confidence === null ? "" : `, confidence ${confidence.toFixed(2)}`;
  return `“${original}” by ${by}${sure}`;
}
