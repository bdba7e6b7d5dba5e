import { expect, test } from "vitest";
import { BASIS_KEYS, POLARITY_KEYS, ROLE_KEYS } from "@/lib/citation/label-keys";
import { ROLES } from "@/lib/citation/role";

test("no key gives two labels, also across the axes", () => {
  const keys = [ROLE_KEYS, POLARITY_KEYS, BASIS_KEYS].flatMap((one) => Object.values(one));
  expect(new Set(keys).size).toBe(keys.length);
});

test("no key of a label is one that undoes, skips, flags or explains", () => {
  const keys = [ROLE_KEYS, POLARITY_KEYS, BASIS_KEYS].flatMap((one) => Object.values(one));
  expect(keys.filter((key) => ["z", "k", "f", "?"].includes(key))).toEqual([]);
});

test("the keys of the roles lie on the keyboard in the order of the roles", () => {
  expect(ROLES.map((role) => ROLE_KEYS[role]).join("")).toBe("1234567890-=");
});
