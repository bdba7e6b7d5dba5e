import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { hub } from "@/db/schema/hub";
import { test as base } from "./fixtures";
import { addPerson } from "./people";
import { addVotableHubs } from "./votable";

/** A hub that an admin looks after, at /hubs/keepers, and another one around it, at /hubs/noise. */
interface Administered {
  hubId: number;
  noiseId: number;
  /** Who does what to which hub. */
  act: { hubId: number; byUserId: number; address: string };
}

/** Vitest's `test` with two hubs of four and three citers, each with the claims C1 and C2, and an admin. */
export const test = base.extend<{ world: Administered }>({
  world: async ({ connection }, use) => {
    await addVotableHubs(connection, { keepers: 4, noise: 3 });
    const idOf = async (slug: string) => {
      const [row] = await connection.db.select({ id: hub.id }).from(hub).where(eq(hub.slug, slug));
      return row?.id ?? 0;
    };
    const hubId = await idOf("keepers");
    const byUserId = await addPerson(connection.db, { role: "admin" });
    await use({ hubId, noiseId: await idOf("noise"), act: { hubId, byUserId, address: "192.0.2.1" } });
  },
});

/** The claims of a hub as rows, retired ones too, in the order of their numbers. */
export async function claimRows(db: Db, hubId: number) {
  const { rows } = await db.execute<{ number: number; text: string; place: number; retired: boolean }>(sql`
    select number, text, place, retired_at is not null as retired from claim where hub_id = ${hubId} order by number`);
  return rows;
}
