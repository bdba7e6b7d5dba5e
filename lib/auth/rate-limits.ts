import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { createPool } from "@/db/client";
import { databasePool } from "@/lib/database";
import { UserError } from "@/lib/errors";
import { networkOf } from "./network";

type Pool = ReturnType<typeof createPool>;

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

interface Limit {
  times: number;
  seconds: number;
}

/** How often each thing may be done, by one account and from one network. */
const LIMITS = {
  sign_in: { account: { times: 10, seconds: 15 * MINUTE_S }, address: { times: 50, seconds: 15 * MINUTE_S } },
  sign_up: { account: null, address: { times: 10, seconds: HOUR_S } },
  reset: { account: { times: 5, seconds: HOUR_S }, address: { times: 20, seconds: HOUR_S } },
  vote: { account: { times: 120, seconds: MINUTE_S }, address: null },
  flag: { account: { times: 20, seconds: HOUR_S }, address: { times: 20, seconds: HOUR_S } },
} as const satisfies Record<string, { account: Limit | null; address: Limit | null }>;

/** What is limited. */
export type Limited = keyof typeof LIMITS;

/** By whom or from where: `account:` with an id or what was typed for one, `address:` with a network address. */
export type LimitKey = `account:${string}` | `address:${string}`;

const limiters = new WeakMap<Pool, Map<string, RateLimiterPostgres>>();

/**
 * Counts one attempt under each of the keys, in their order; a kind of key that the thing is not limited by is passed
 * over. Put the address first, so that an attempt it stops does not count against the account.
 *
 * @throws UserError that says how long to wait, once a key has no attempts left.
 */
export async function spend(
  name: Limited,
  keys: readonly LimitKey[],
  pool: Pool = databasePool(),
): Promise<void> {
  for (const key of keys) {
    const [kind, ...rest] = key.split(":") as ["account" | "address", ...string[]];
    const limit: Limit | null = LIMITS[name][kind];
    if (limit === null) continue;
    const value = rest.join(":");
    try {
      await limiterOf(pool, `${name}:${kind}`, limit).consume(kind === "address" ? networkOf(value) : value);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new UserError(tooOften(error.msBeforeNext));
      throw error;
    }
  }
}

function limiterOf(pool: Pool, keyPrefix: string, { times, seconds }: Limit): RateLimiterPostgres {
  const ofPool = limiters.get(pool) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(pool, ofPool);
  const limiter =
    ofPool.get(keyPrefix) ??
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix,
      points: times,
      duration: seconds,
      // One of them sweeps rows that ran out an hour ago, whosever they are.
      clearExpiredByTimeout: ofPool.size === 0,
    });
  ofPool.set(keyPrefix, limiter);
  return limiter;
}

function tooOften(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const minutes = Math.ceil(seconds / 60);
  const wait = seconds <= 60 ? plural(seconds, "second") : plural(minutes, "minute");
  return `That was too often. Please try again in ${wait}.`;
}

const plural = (n: number, unit: string) => `${n} ${unit}${n === 1 ? "" : "s"}`;
