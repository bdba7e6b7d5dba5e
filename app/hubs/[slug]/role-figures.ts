import type { HubFigures } from "@/db/queries/hub-figures";
import type { VotedFigures } from "@/db/queries/voted";
import { ROLES, type Role } from "@/lib/citation/role";

/** Citers by role: those that votes agree on, and those of one vote or, without any vote, of suggestions. */
export interface RoleRow {
  role: Role;
  agreed: number;
  others: number;
}

/** What the citers use the hub for. */
export interface RoleFigures {
  /** Whether votes are counted; else it is suggestions, but where people have labelled the citer. */
  isVoted: boolean;
  /** Citers with any role. */
  withRole: number;
  rows: RoleRow[];
}

/** The roles of a hub's citers by votes as soon as these give any, else by suggestions. */
export function roleFigures({ suggested }: Pick<HubFigures, "suggested">, voted: VotedFigures): RoleFigures {
  const { any, values } = voted.roles.citers;
  if (any > 0)
    return {
      isVoted: true,
      withRole: any,
      rows: values.map(({ role, agreed, single }) => ({ role, agreed, others: single })),
    };
  // Votes that disagree give no role, yet what is suggested stands no longer for what they label.
  return {
    isVoted: false,
    withRole: suggested.withRole - voted.suggestedRoles.any,
    rows: ROLES.map((role) => ({
      role,
      agreed: 0,
      others: suggested.roles[role] - (voted.suggestedRoles.values[role] ?? 0),
    })),
  };
}
