import { z } from "zod";

const MAX = 30;

/** Words that stand for something else in addresses and sentences. */
const RESERVED = new Set([
  "admin",
  "administrator",
  "me",
  "you",
  "spokes",
  "system",
  "support",
  "nobody",
  "anonymous",
]);

/** The name of an account in addresses, such as `ada-lovelace`; capitals are taken as small letters. */
export const Handle = z
  .string()
  .trim()
  .toLowerCase()
  .min(2, "A handle has at least 2 characters.")
  .max(MAX, `A handle has at most ${MAX} characters.`)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    "A handle begins with a letter and holds letters from a to z, digits and single hyphens.",
  )
  .refine((handle) => !RESERVED.has(handle) && !/^removed(-|$)/.test(handle), "This handle is reserved.");

/** A handle made from somebody's name; `reader` when nothing in the name can stand in one. */
export function handleFrom(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, MAX - 5)
    .replace(/-+$/, "");
  return Handle.safeParse(plain).success ? plain : "reader";
}
