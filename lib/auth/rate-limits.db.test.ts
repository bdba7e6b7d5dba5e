import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { createDb } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { spend, takeRequest } from "@/lib/auth/rate-limits";
import { UserError } from "@/lib/errors";

const HERE = "address:192.0.2.7";

describe("spend", () => {
  test("the eleventh sign-in to one account within a quarter of an hour has to wait, another account has not", async ({
    freshPool,
  }) => {
    for (let i = 0; i < 10; i += 1) await spend("sign_in", [HERE, "account:ada"], freshPool);
    await expect(spend("sign_in", [HERE, "account:ada"], freshPool)).rejects.toThrow(
      new UserError("That was too often. Please try again in 15 minutes."),
    );
    await spend("sign_in", [HERE, "account:bob"], freshPool);
  });

  test("of attempts that arrive at once no more than the limit pass", async ({ freshPool }) => {
    const attempts = Array.from({ length: 40 }, () => spend("reset", ["account:ada"], freshPool));
    const passed = (await Promise.allSettled(attempts)).filter(({ status }) => status === "fulfilled");
    expect(passed).toHaveLength(5);
  });

  test("an attempt that its address stops does not count against the account", async ({ freshPool }) => {
    for (let i = 0; i < 50; i += 1) await spend("sign_in", [HERE, `account:${i}`], freshPool);
    for (let i = 0; i < 20; i += 1)
      await expect(spend("sign_in", [HERE, "account:ada"], freshPool)).rejects.toThrow(UserError);
    await spend("sign_in", ["address:192.0.2.8", "account:ada"], freshPool);
  });

  test("addresses of one IPv6 network count as one", async ({ freshPool }) => {
    for (let i = 0; i < 10; i += 1) await spend("sign_up", [`address:2001:db8::${i}`], freshPool);
    await expect(spend("sign_up", ["address:2001:db8::ffff"], freshPool)).rejects.toThrow(UserError);
    await spend("sign_up", ["address:2001:db8:1::1"], freshPool);
  });

  test("once the time is over the account may go on", async ({ freshPool }) => {
    for (let i = 0; i < 120; i += 1) await spend("vote", ["account:7"], freshPool);
    await expect(spend("vote", ["account:7"], freshPool)).rejects.toThrow(
      /Please try again in \d\d? seconds?\./,
    );
    await createDb(freshPool).execute(sql`update rate_limit set expire = expire - 60000`);
    await spend("vote", ["account:7"], freshPool);
  });

  test("a kind of key that does not limit the thing is passed over", async ({ freshPool }) => {
    for (let i = 0; i < 15; i += 1) await spend("vote", ["address:192.0.2.7", `account:${i}`], freshPool);
  });
});

describe("takeRequest", () => {
  test("a request is counted until none are left, for each network by itself", async ({ freshPool }) => {
    const first = await takeRequest("192.0.2.9", freshPool);
    expect(first).toMatchObject({ remaining: first.limit - 1, refused: false });
    for (let i = 1; i < first.limit; i += 1) await takeRequest("192.0.2.9", freshPool);
    for (let i = 0; i < 3; i += 1) {
      const over = await takeRequest("192.0.2.9", freshPool);
      expect(over).toMatchObject({ remaining: 0, refused: true });
      expect(over.reset).toBeGreaterThan(0);
    }
    expect(await takeRequest("192.0.2.10", freshPool)).toMatchObject({ refused: false });
  });

  test("who is refused again and again is no longer counted", async ({ freshPool }) => {
    const { limit } = await takeRequest("192.0.2.9", freshPool);
    for (let i = 0; i < limit + 20; i += 1) await takeRequest("192.0.2.9", freshPool);
    const { rows } = await createDb(freshPool).execute(sql`select points from rate_limit`);
    expect(rows).toEqual([{ points: limit + 1 }]);
  });
});
