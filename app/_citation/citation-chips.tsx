import type { CitationLabelRow } from "@/db/queries/citation-label-columns";
import { strengthWords } from "@/lib/citation/consensus-words";
import { ROLES } from "@/lib/citation/role";
import { PolarityChip, RoleChip, SuggestedChips } from "./label-chips";

/** The label of a citation in chips: what votes say, with how well that is supported; without any, what is suggested. */
export function CitationChips({ label }: { label: CitationLabelRow }) {
  const { labelState, polarity, strength, roles, roleStrength, votes } = label;
  if (labelState === "unlabelled" && roles.length === 0)
    return <SuggestedChips polarity={label.suggestedPolarity} roles={label.suggestedRoles} />;
  const said = strength === null ? null : strengthWords(strength, votes);
  const saidOfRole = roleStrength === null ? null : strengthWords(roleStrength, votes);
  return (
    <>
      {labelState === "unlabelled" ? null : (
        <PolarityChip
          value={labelState === "labelled" && polarity !== null ? polarity : stateOf(labelState)}
        />
      )}
      {said === null || said === saidOfRole ? null : <span>{said}</span>}
      {ROLES.filter((role) => roles.includes(role)).map((role) => (
        <RoleChip key={role} role={role} />
      ))}
      {saidOfRole === null ? null : <span>{saidOfRole}</span>}
    </>
  );
}

const stateOf = (state: CitationLabelRow["labelState"]) => (state === "contested" ? "contested" : "unclear");
