import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { AGREEMENT_AXES, agreement } from "@/db/schema/hub";

/** How well people agree on a hub, one row an axis in the order of `AGREEMENT_AXES`; none before it was computed. */
export async function listAgreement(db: Db, hubId: number) {
  const rows = await db
    .select({
      axis: agreement.axis,
      alpha: agreement.alpha,
      low: agreement.low,
      high: agreement.high,
      raw: agreement.raw,
      targets: agreement.targets,
      ratings: agreement.ratings,
      people: agreement.people,
      unclear: agreement.unclear,
      votes: agreement.votes,
      computedAt: agreement.computedAt,
    })
    .from(agreement)
    .where(eq(agreement.hubId, hubId));
  return rows.sort((a, b) => AGREEMENT_AXES.indexOf(a.axis) - AGREEMENT_AXES.indexOf(b.axis));
}

export type AgreementRow = Awaited<ReturnType<typeof listAgreement>>[number];
