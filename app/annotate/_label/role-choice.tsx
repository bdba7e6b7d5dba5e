import { ROLE_KEYS } from "@/lib/citation/label-keys";
import { ROLE_LABELS, ROLES, type Role } from "@/lib/citation/role";
import { OptionKey } from "./option-key";
import { OPTION, OPTION_INPUT, OPTION_LABEL, QUESTION, REMARK } from "./option-style";
import { Problem } from "./problem";

/** Completes "The citing work …", for each role. */
export type RoleDefinitions = Readonly<Record<Role, string>>;

/**
 * How the hub is used: one main role, and beside each other role a small plus that adds it. The definition of the
 * chosen role stands below, found by style alone.
 */
export function RoleChoice({
  chosen,
  further,
  definitions,
  keys,
  problem,
}: {
  chosen: string | undefined;
  /** Roles chosen beside the main one; null where further ones are not asked for. */
  further: readonly string[] | null;
  definitions: RoleDefinitions;
  keys: boolean;
  problem?: string;
}) {
  return (
    <fieldset className="group/roles mt-7" aria-describedby={problem ? "role-problem" : undefined}>
      <legend className={QUESTION}>
        How is the hub used here?
        {further === null ? null : (
          <span className={REMARK}>
            one main role; + {keys ? <span className="pointer-coarse:hidden">or shift and its key</span> : ""}{" "}
            adds another
          </span>
        )}
      </legend>
      <div className="flex flex-wrap gap-2">
        {ROLES.map((role) => (
          <div key={role} className="group/role contents">
            <div className={`${OPTION} ${MAIN} ${FURTHER}`}>
              <label className={`${OPTION_LABEL} ${further === null ? "pe-3" : "pe-1"}`}>
                <input
                  type="radio"
                  name="role"
                  value={role}
                  required
                  defaultChecked={role === chosen}
                  aria-describedby={`definition-${role}`}
                  aria-keyshortcuts={keys ? ROLE_KEYS[role] : undefined}
                  className={OPTION_INPUT}
                />
                <OptionKey shown={keys}>{ROLE_KEYS[role]}</OptionKey>
                {ROLE_LABELS[role]}
              </label>
              {further === null ? null : (
                <FurtherRole role={role} chosen={further.includes(role)} keys={keys} />
              )}
            </div>
            <p
              id={`definition-${role}`}
              className="order-last mt-1 hidden basis-full border-s-2 border-accent ps-3 text-ui text-soft group-has-[[name=role]:checked]/role:block"
            >
              <b className="font-semibold text-ink">{ROLE_LABELS[role]}</b>: the citing work{" "}
              {definitions[role]}.{" "}
              <a href={`/guidelines#role-${role}`} target="_blank" rel="noopener">
                examples<span className="sr-only"> of {ROLE_LABELS[role]}, in a new tab</span>
              </a>
            </p>
          </div>
        ))}
        <p className="order-last mt-1 hidden basis-full border-s-2 border-line ps-3 text-ui text-soft supports-[selector(:has(*))]:block group-has-[[name=role]:checked]/roles:hidden">
          What the role means stands here once it is chosen.
        </p>
      </div>
      <Problem id="role-problem">{problem}</Problem>
    </fieldset>
  );
}

/** Tailwind reads these words in the source, so they are written out. */
const MAIN =
  "has-[[name=role]:checked]:border-accent has-[[name=role]:checked]:font-semibold has-[[name=role]:checked]:text-accent has-[[name=role]:checked]:shadow-[inset_0_0_0_1px_var(--accent)] forced-colors:has-[[name=role]:checked]:outline-2";
const FURTHER =
  "has-[[name=further]:checked]:border-dashed has-[[name=further]:checked]:border-accent has-[[name=further]:checked]:text-accent";

/** Shown once there is a main role, beside every other one; it keeps its room so that nothing moves. */
function FurtherRole({ role, chosen, keys }: { role: Role; chosen: boolean; keys: boolean }) {
  return (
    <span className="w-7">
      <label className="relative flex size-full cursor-pointer items-center justify-center rounded-e-[9px] text-soft outline-offset-[-3px] group-has-[[name=role]:checked]/role:hidden hover:text-accent has-checked:font-bold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent supports-[selector(:has(*))]:invisible supports-[selector(:has(*))]:group-has-[[name=role]:checked]/roles:visible">
        <input
          type="checkbox"
          name="further"
          value={role}
          defaultChecked={chosen}
          aria-label={`also ${ROLE_LABELS[role]}`}
          aria-keyshortcuts={keys ? `Shift+${ROLE_KEYS[role]}` : undefined}
          className={`peer ${OPTION_INPUT}`}
        />
        <span aria-hidden="true" className="peer-checked:hidden">
          +
        </span>
        <span aria-hidden="true" className="hidden peer-checked:inline">
          ✓
        </span>
      </label>
    </span>
  );
}
