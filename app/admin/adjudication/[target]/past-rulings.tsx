import type { getCase } from "@/db/queries/adjudication";
import { formatPartialDate } from "@/lib/citation/partial-date";
import { BASIS_LABELS } from "@/lib/citation/polarity";
import { ROLE_LABELS } from "@/lib/citation/role";

type Rulings = NonNullable<Awaited<ReturnType<typeof getCase>>>["rulings"];

/** What admins decided on a target, latest first; a decision that was lifted is struck through. */
export function PastRulings({ rulings }: { rulings: Rulings }) {
  return (
    <ul className="space-y-3 text-ui">
      {rulings.map(({ id, role, furtherRoles, polarity, basis, reason, at, liftedAt }) => {
        const day = at.toISOString().slice(0, 10);
        const words = [
          ...(role === null ? [] : [[role, ...furtherRoles].map((one) => ROLE_LABELS[one]).join(" + ")]),
          ...(polarity === null ? [] : [polarity]),
          ...(basis === null ? [] : [BASIS_LABELS[basis]]),
        ];
        return (
          <li key={id}>
            <span className={liftedAt === null ? "font-semibold" : "line-through"}>{words.join(", ")}</span>
            <span className="text-soft">
              {" "}
              on <time dateTime={day}>{formatPartialDate(day)}</time>
              {liftedAt === null ? "" : ", lifted since"}
            </span>
            <p className="max-w-[70ch]">{reason}</p>
          </li>
        );
      })}
    </ul>
  );
}
