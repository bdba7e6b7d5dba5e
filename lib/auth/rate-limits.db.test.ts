import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { createDb } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { spend } from "@/lib/auth/rate-limits";
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
