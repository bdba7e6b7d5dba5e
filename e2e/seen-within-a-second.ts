import { setTimeout as delay } from "node:timers/promises";
import { expect } from "@playwright/test";

const SEEN_WITHIN_MS = 1000;

/**
 * Expects that a change that was just made is seen by whoever looks a second later, and by all after them. How long a
 * look takes, which the machine decides, counts for nothing.
 *
 * @param isSeen asks the site anew each time.
 */
export async function expectSeenWithinASecond(isSeen: () => Promise<boolean>): Promise<void> {
  const changed = performance.now();
  for (;;) {
    const began = performance.now() - changed;
    if (await isSeen()) return;
    expect(began, "milliseconds after the change, when it was looked for in vain").toBeLessThan(
      SEEN_WITHIN_MS,
    );
    await delay(20);
  }
}
