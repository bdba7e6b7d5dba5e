import { Chip } from "@/app/_ui/chip";
import type { HubForAdminRow } from "@/db/queries/hubs-for-admin";

/** Whether readers see a hub, and whether it is invented, in chips. */
export function HubStatus({ hub }: { hub: Pick<HubForAdminRow, "status" | "demonstration"> }) {
  return (
    <p className="mt-2 flex flex-wrap gap-1.5">
      {hub.status === "published" ? (
        <Chip className="text-supporting-ink">published</Chip>
      ) : (
        <Chip tentative className="text-contrasting-ink">
          hidden
        </Chip>
      )}
      {hub.demonstration ? <Chip className="text-mixed-ink">demonstration</Chip> : null}
    </p>
  );
}
