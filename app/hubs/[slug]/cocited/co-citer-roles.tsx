import type { CoCiterRoles as Roles } from "@/db/queries/co-cited";
import { count, share } from "@/lib/citation/count";
import { ROLE_LABELS } from "@/lib/citation/role";

const MOST_NAMED = 4;

/** What the papers that cite both use the hub for: by votes, and where nobody voted, as suggested. */
export function CoCiterRoles({ roles, citers }: { roles: Roles | undefined; citers: number }) {
  const { voted, suggested } = roles ?? { voted: NONE, suggested: NONE };
  return (
    <p className="mt-0.5 text-small text-soft">
      {voted.any === 0 && suggested.any === 0 ? "Nothing is known of their roles." : null}
      {voted.any === 0 ? null : (
        <>
          Roles by votes, of {share(voted.any, citers)}:{" "}
          <span className="text-accent">{named(voted.roles)}</span>.{" "}
        </>
      )}
      {suggested.any === 0 ? null : (
        <>
          Suggested, of {share(suggested.any, citers)}: {named(suggested.roles)}.
        </>
      )}
    </p>
  );
}

const NONE: Roles["voted"] = { any: 0, roles: [] };

/** "method 3, baseline 1" */
function named(roles: Roles["voted"]["roles"]): string {
  const words = roles.slice(0, MOST_NAMED).map(({ role, citers }) => `${ROLE_LABELS[role]} ${citers}`);
  const left = roles.length - words.length;
  return [...words, ...(left > 0 ? [`and ${count(left, "other role")}`] : [])].join(", ");
}
