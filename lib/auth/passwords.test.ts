import { describe, expect, test } from "vitest";
import { checkPassword, hashPassword, passwordComplaint } from "@/lib/auth/passwords";

describe("a password's hash", () => {
  test("is argon2id with 19 MiB, two passes and one lane, salted anew each time", async () => {
    const [one, other] = await Promise.all([
      hashPassword("a wheel of words"),
      hashPassword("a wheel of words"),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  test("matches its password alone, in whichever Unicode form it was typed", async () => {
    const kept = await hashPassword("caf\u00e9 am Rad");
    expect(await checkPassword(kept, "cafe\u0301 am Rad")).toBe(true);
    expect(await checkPassword(kept, "cafe am Rad")).toBe(false);
    expect(await checkPassword(null, "nobody has this one")).toBe(false);
  });

  test("is made for all who ask at once, one after the other", async () => {
    const kept = await Promise.all(Array.from({ length: 9 }, (_, i) => hashPassword(`wheel number ${i}`)));
    const right = await Promise.all(kept.map((one, i) => checkPassword(one, `wheel number ${i}`)));
    expect(right).toEqual(Array.from({ length: 9 }, () => true));
  });
});

describe("passwordComplaint", () => {
  const own = ["ada-lovelace", "Ada Lovelace", "ada.lovelace@example.org"];

  test.each([
    "correct horse battery",
    "ärger-im-büro",
    "x9-Kp2!mq",
    "🚲🚃🚌🚏🚦🚧⚓⛵",
    "a".repeat(100) + "bc".repeat(50),
  ])("%s may be chosen", (password) => {
    expect(passwordComplaint(password, own)).toBeNull();
  });

  test.each([
    ["seven77", /at least 8/],
    ["🚲🚃🚌🚏", /at least 8/],
    ["ab ".repeat(67), /at most 200/],
    ["ada-lovelace", /must not be your handle/],
    ["ADA LOVELACE", /must not be/],
    ["ada.lovelace", /must not be/],
    ["ada.lovelace@example.org", /must not be/],
    ["password", /guess/],
    ["Password123", /guess/],
    ["qwertyuiop2024", /guess/],
    ["iloveyou!", /guess/],
    ["aaaaaaaaaa", /guess/],
    ["ababababab", /guess/],
  ])("%s is refused", (password, reason) => {
    expect(passwordComplaint(password, own)).toMatch(reason);
  });

  test("an account without a name or an address does not refuse everything", () => {
    expect(passwordComplaint("correct horse battery", ["ada", "", ""])).toBeNull();
  });
});
