import { Chip } from "@/app/_ui/chip";
import type { PersonRow } from "@/db/queries/people";

type Standing = Pick<PersonRow, "role" | "approvedAt" | "disabledAt"> & { removedAt?: Date | null };

/** What a person may do, and whether their votes count, in chips. */
export function PersonChips({
  person: { role, approvedAt, disabledAt, removedAt = null },
}: {
  person: Standing;
}) {
  return (
    <p className="mt-2 flex flex-wrap gap-1.5">
      {removedAt === null ? (
        <Chip className={role === "admin" ? "text-accent" : "text-soft"}>{role}</Chip>
      ) : (
        <Chip>removed account</Chip>
      )}
      {approvedAt === null ? (
        <Chip tentative className="text-mixed-ink">
          not approved
        </Chip>
      ) : (
        <Chip className="text-supporting-ink">approved</Chip>
      )}
      {disabledAt === null ? null : <Chip className="text-contrasting-ink">disabled</Chip>}
    </p>
  );
}
