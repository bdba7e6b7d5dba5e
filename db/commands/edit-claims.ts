import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { claim } from "@/db/schema/hub";
import { UserError } from "@/lib/errors";
import { announceChange } from "./announce-change";
import { recordAct } from "./audit";
import { type ActOnHub, lockHub } from "./lock-hub";

/** What a claim says. */
export interface ClaimWords {
  text: string;
  /** The words of the abstract that make it; null: none are named. */
  quote: string | null;
}

/**
 * Adds a claim at the end of a hub's list. Gives its number, which no claim of the hub ever had.
 *
 * @throws UserError when there is no such hub.
 */
export async function addClaim(
  db: Db,
  { hubId, words, byUserId, address }: ActOnHub & { words: ClaimWords },
): Promise<number> {
  return db.transaction(async (tx) => {
    const { slug } = await lockHub(tx, hubId);
    const { rows } = await tx.execute<{ number: number; place: number }>(sql`
      select coalesce((select max(number) from claim_version where hub_id = ${hubId}), 0) + 1 as number,
        coalesce((select max(place) from claim where hub_id = ${hubId}), 0) + 1 as place`);
    const { number, place } = rows[0] ?? { number: 1, place: 1 };
    await tx.insert(claim).values({ hubId, number, place, ...words, changedBy: byUserId });
    await finish(tx, { hubId, byUserId, address, action: "claim.add", number, slug, detail: { ...words } });
    return number;
  });
}

/**
 * Lets a claim say something else; what it said is kept as an earlier version.
 *
 * @param version the version that the admin had in front of them.
 * @throws UserError when there is no such claim, it says so already, or it has another version by now.
 */
export async function editClaim(
  db: Db,
  act: ActOnHub & { number: number; version: number; words: ClaimWords },
): Promise<void> {
  const { hubId, number, version, words, byUserId, address } = act;
  await db.transaction(async (tx) => {
    const { slug } = await lockHub(tx, hubId);
    const before = await getClaim(tx, hubId, number);
    if (before.version !== version)
      throw new UserError("Somebody changed this claim meanwhile. Open this page again, then change it.");
    if (before.text === words.text && before.quote === words.quote)
      throw new UserError("The claim says that already.");
    await tx
      .update(claim)
      .set({ ...words, changedBy: byUserId })
      .where(isClaim(hubId, number));
    const detail = { from: { text: before.text, quote: before.quote }, to: words };
    await finish(tx, { hubId, byUserId, address, action: "claim.edit", number, slug, detail });
  });
}

/**
 * Lets a claim change places with the one before or after it in the list.
 *
 * @throws UserError when there is no such claim, or it stands at that end already.
 */
export async function moveClaim(
  db: Db,
  { hubId, number, to, byUserId, address }: ActOnHub & { number: number; to: "up" | "down" },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { slug } = await lockHub(tx, hubId);
    const { rows } = await tx.execute<{ number: number }>(sql`
      select number from claim where hub_id = ${hubId} and retired_at is null order by place, number`);
    const order = rows.map((row) => row.number);
    const from = order.indexOf(number);
    const other = order[to === "up" ? from - 1 : from + 1];
    if (from === -1 || other === undefined)
      throw new UserError(
        `C${number} cannot move ${to}: it stands at that end of the list, or is not in it.`,
      );
    order[order.indexOf(other)] = number;
    order[from] = other;
    await tx.execute(sql`
      update claim c set place = wanted.place
      from unnest(${sql.param(order)}::integer[]) with ordinality as wanted (number, place)
      where c.hub_id = ${hubId} and c.number = wanted.number and c.place <> wanted.place`);
    await finish(tx, { hubId, byUserId, address, action: "claim.move", number, slug, detail: { to } });
  });
}

const isClaim = (hubId: number, number: number) => and(eq(claim.hubId, hubId), eq(claim.number, number));

/** A claim that is not retired. */
async function getClaim(tx: Db, hubId: number, number: number) {
  const [row] = await tx
    .select({ text: claim.text, quote: claim.quote, version: claim.version, retiredAt: claim.retiredAt })
    .from(claim)
    .where(isClaim(hubId, number));
  if (!row || row.retiredAt !== null)
    throw new UserError(`The hub has no claim C${number}, or it is retired.`);
  return row;
}

interface Done extends ActOnHub {
  action: "claim.add" | "claim.edit" | "claim.move";
  number: number;
  slug: string;
  detail: Record<string, unknown>;
}

async function finish(tx: Db, { hubId, byUserId, address, action, number, slug, detail }: Done) {
  await recordAct(tx, { actorId: byUserId, action, subject: `claim:${hubId}-${number}`, detail, address });
  await announceChange(tx, [`/hubs/${slug}`]);
}
