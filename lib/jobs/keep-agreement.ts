import { setTimeout as delay } from "node:timers/promises";
import type { Db } from "@/db/client";
import { listHubsWithNewVotes, refreshAgreement } from "@/db/commands/refresh-agreement";

const EVERY_MS = 2000;

/**
 * Keeps the agreement and the representative papers of all hubs up to date, some seconds behind the votes, until told
 * to stop. Several processes may do so at once: the work comes out the same, and is then done again by none.
 */
export async function keepAgreement(db: Db, stop: AbortSignal = new AbortController().signal): Promise<void> {
  while (!stop.aborted) {
    const hubIds = await leftForLater(listHubsWithNewVotes(db));
    for (const hubId of hubIds ?? []) await leftForLater(refreshAgreement(db, hubId));
    await delay(EVERY_MS, undefined, { signal: stop, ref: false }).catch(() => undefined);
  }
}

/** When the database is away, or two processes met on one hub, what is left over is found again next time. */
const leftForLater = <Result>(work: Promise<Result>) => work.catch(() => null);
