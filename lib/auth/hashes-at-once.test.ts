import { expect, test, vi } from "vitest";

const running = vi.hoisted(() => ({ now: 0, most: 0 }));

// The library itself, counted.
vi.mock("@node-rs/argon2", async (load) => {
  const argon2 = await load<typeof import("@node-rs/argon2")>();
  const counted =
    <Arguments extends unknown[], Result>(work: (...given: Arguments) => Promise<Result>) =>
    async (...given: Arguments): Promise<Result> => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      try {
        return await work(...given);
      } finally {
        running.now -= 1;
      }
    };
  return { ...argon2, hash: counted(argon2.hash), verify: counted(argon2.verify) };
});

test("however many ask, two passwords are worked on at once, and the turn goes on after a failure", async () => {
  const { checkPassword, hashPassword } = await import("./passwords");
  await Promise.allSettled([
    ...Array.from({ length: 6 }, (_, i) => hashPassword(`wheel number ${i}`)),
    ...Array.from({ length: 6 }, () => checkPassword("no hash at all", "wheel")),
    ...Array.from({ length: 6 }, () => checkPassword(null, "wheel")),
  ]);
  expect(running).toEqual({ now: 0, most: 2 });
  expect(await checkPassword(await hashPassword("wheel"), "wheel")).toBe(true);
});
