import type { Db } from "@/db/client";
import { hideHub, publishHub } from "@/db/commands/publish-hub";
import { renameHub } from "@/db/commands/rename-hub";
import { getHubForAdmin } from "@/db/queries/hubs-for-admin";
import { addPerson } from "./people";

/** Hides, publishes or renames the hub at an address, as an admin of its own would. */
export async function settleHub(
  db: Db,
  slug: string,
  act: "hide" | "publish" | { rename: string },
): Promise<void> {
  const hub = await getHubForAdmin(db, slug);
  if (hub === null) throw new Error(`There is no hub at ${slug}.`);
  const byUserId = await addPerson(db, { role: "admin" });
  const onHub = { hubId: hub.id, byUserId, address: "192.0.2.1" };
  if (act === "hide") await hideHub(db, { ...onHub, reason: "Its work is another one." });
  else if (act === "publish") await publishHub(db, onHub);
  else await renameHub(db, { ...onHub, slug: act.rename });
}
