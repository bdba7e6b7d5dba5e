import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { COMMON_PASSWORDS } from "./common-passwords";
import { PASSWORD_LENGTH } from "./password-length";

/** Argon2id (the library's choice) with the least that OWASP's password storage cheat sheet allows: 19 MiB, 2 passes. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 2;

/** A hash of nothing in particular, compared where there is no account, so that it takes as long as where there is. */
let dummy: Promise<string> | undefined;

/** The hash to keep of a password, with its salt and cost in it. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), COST));
}

/**
 * Whether a password belongs to a hash.
 *
 * @param kept the hash, or null where the account or its password does not exist: then the answer is no, after the
 *   same time.
 */
export async function checkPassword(kept: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("nobody has this one");
  const against = kept ?? (await dummy);
  const matches = await inTurn(() => verify(against, password.normalize("NFKC")));
  return matches && kept !== null;
}

/**
 * What is wrong with a password that somebody wants to have, in one sentence; null when nothing is.
 *
 * @param own what the account is called: handle, name, e-mail address.
 */
export function passwordComplaint(password: string, own: readonly string[]): string | null {
  const { min, max } = PASSWORD_LENGTH;
  const length = [...password].length;
  if (length < min) return `The password needs at least ${min} characters.`;
  if (length > max) return `The password may have at most ${max} characters.`;
  const plain = password.normalize("NFKC").toLowerCase();
  const names = own.flatMap((name) => [name, name.split("@")[0] ?? ""]).map((name) => name.toLowerCase());
  if (names.filter((name) => name !== "").some((name) => plain === name || plain === name.repeat(2)))
    return "The password must not be your handle, your name or your e-mail address.";
  if (isCommon(plain))
    return "This password is among the first that others would guess. Please choose another one.";
  return null;
}

function isCommon(plain: string): boolean {
  return (
    COMMON_PASSWORDS.has(plain) ||
    COMMON_PASSWORDS.has(plain.replace(/[\d!?.*#$]{1,4}$/, "")) ||
    new Set(plain).size < 3
  );
}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs at most two at a time, because each takes 19 MiB and one core; the others wait for their turn. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The turn is handed on, so that nobody slips in between.
    if (next) next();
    else running -= 1;
  }
}
