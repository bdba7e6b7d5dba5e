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
  /** Who is over the limit is refused from memory, so that a flood is no load on the database. */
  inMemory?: true;
}

/** How often each thing may be done, by one account and from one network. */
const LIMITS = {
  sign_in: { account: { times: 10, seconds: 15 * MINUTE_S }, address: { times: 50, seconds: 15 * MINUTE_S } },
  sign_up: { account: null, address: { times: 10, seconds: HOUR_S } },
  reset: { account: { times: 5, seconds: HOUR_S }, address: { times: 20, seconds: HOUR_S } },
  vote: { account: { times: 120, seconds: MINUTE_S }, address: null },
  api: { account: null, address: { times: 600, seconds: MINUTE_S, inMemory: true } },
  flag: { account: { times: 20, seconds: HOUR_S }, address: { times: 20, seconds: HOUR_S } },
} as const satisfies Record<string, { account: Limit | null; address: Limit | null }>;

/** How often the API may be asked from one network. */
export const API_LIMIT: { times: number; seconds: number } = LIMITS.api.address;

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
    const spent = await take(name, key, pool);
    if (spent?.refused) throw new UserError(tooOften(spent.msBeforeNext));
  }
}

/** What is left of a limit after one more request. */
export interface Allowance {
  /** Requests in so many seconds. */
  limit: number;
  seconds: number;
  remaining: number;
  /** Seconds until the count begins anew. */
  reset: number;
  refused: boolean;
}

/** Counts one request of the API from a network address. */
export async function takeRequest(address: string, pool: Pool = databasePool()): Promise<Allowance> {
  const { times, seconds } = API_LIMIT;
  const taken = await take("api", `address:${address}`, pool);
  return {
    limit: times,
    seconds,
    remaining: taken?.remainingPoints ?? times,
    reset: Math.ceil((taken?.msBeforeNext ?? 0) / 1000),
    refused: taken?.refused ?? false,
  };
}

/** Counts one attempt under a key; null when the thing is not limited by that kind of key. */
async function take(name: Limited, key: LimitKey, pool: Pool) {
  const [kind, ...rest] = key.split(":") as ["account" | "address", ...string[]];
  const limit: Limit | null = LIMITS[name][kind];
  if (limit === null) return null;
  const value = rest.join(":");
  try {
    const { remainingPoints, msBeforeNext } = await limiterOf(pool, `${name}:${kind}`, limit).consume(
      kind === "address" ? networkOf(value) : value,
    );
    return { remainingPoints, msBeforeNext, refused: false };
  } catch (error) {
    // The library refuses by throwing its count.
    if (error instanceof RateLimiterRes)
      return { remainingPoints: 0, msBeforeNext: error.msBeforeNext, refused: true };
    throw error;
  }
}

function limiterOf(pool: Pool, keyPrefix: string, { times, seconds, inMemory }: Limit): RateLimiterPostgres {
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
      ...(inMemory ? { inMemoryBlockOnConsumed: times + 1 } : {}),
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
