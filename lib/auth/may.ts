import type { UserRole } from "@/db/schema/user";

/** Who asks: a person with an account, or null for a reader who is not signed in. */
export type Actor = { role: UserRole; disabled: boolean } | null;

type Allows = (actor: Actor) => boolean;

const anybody: Allows = (actor) => actor === null || !actor.disabled;
const signedIn: Allows = (actor) => actor !== null && !actor.disabled;
const labeller: Allows = (actor) => signedIn(actor) && actor?.role !== "reader";
const admin: Allows = (actor) => signedIn(actor) && actor?.role === "admin";

/** Who may do what. Everything that changes something is in this table, and nothing else decides. */
const ALLOWED = {
  sign_in: anybody,
  sign_up: anybody,
  set_up: anybody,
  reset_password: anybody,
  flag: anybody,
  sign_out: signedIn,
  manage_own_account: signedIn,
  warm_up: labeller,
  vote: labeller,
  withdraw_vote: labeller,
  add_context: labeller,
  confirm_context: labeller,
  run_imports: admin,
  adjudicate: admin,
  settle_flag: admin,
  hide: admin,
  manage_hubs: admin,
  manage_people: admin,
  read_audit: admin,
} as const satisfies Record<string, Allows>;

/** Something that a person does. */
export type Act = keyof typeof ALLOWED;

export const ACTS = Object.keys(ALLOWED) as Act[];

/** Whether the actor may do it. Pure: looks at nothing but its arguments. */
export function may(actor: Actor, act: Act): boolean {
  return ALLOWED[act](actor);
}
