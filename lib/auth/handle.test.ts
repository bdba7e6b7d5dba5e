import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Handle, handleFrom } from "@/lib/auth/handle";

describe("Handle", () => {
  test.each([
    ["ada", "ada"],
    [" Ada-Lovelace ", "ada-lovelace"],
    ["r2-d2", "r2-d2"],
  ])("%s is taken as %s", (typed, kept) => {
    expect(Handle.parse(typed)).toBe(kept);
  });

  test.each([
    "",
    "a",
    "2ada",
    "-ada",
    "ada-",
    "ada--l",
    "ada_l",
    "ada l",
    "ädä",
    "ada@b",
    "admin",
    "removed-7",
    "x".repeat(31),
  ])("%j is refused", (typed) => {
    expect(Handle.safeParse(typed).success).toBe(false);
  });
});

describe("handleFrom", () => {
  test.each([
    ["Ada Lovelace", "ada-lovelace"],
    ["Émilie du Châtelet", "emilie-du-chatelet"],
    ["  3M Company ", "m-company"],
    ["王小波", "reader"],
    ["", "reader"],
    ["Admin", "reader"],
    ["O'Neill, Seán", "o-neill-sean"],
  ])("%s becomes %s", (name, handle) => {
    expect(handleFrom(name)).toBe(handle);
  });

  test("makes a handle of any name, with room for a number behind it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (name) => {
        expect(Handle.safeParse(`${handleFrom(name)}-9999`).success).toBe(true);
      }),
    );
  });
});
