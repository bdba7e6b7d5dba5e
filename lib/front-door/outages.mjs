import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What becomes known while requests are answered: an action begins; pages and actions find out that the database cannot
 * be reached; and the door says what follows. One instance a process, also where the bundler makes two copies of this module.
 *
 * @typedef {"nothing" | "perhaps"} Saved what was saved of a form, as far as is known
 * @typedef {{ began: number, unread: boolean, saved: Saved | null }} Asked one request; `unread` while it is a form that
 *   no action has yet, `saved` once it met the outage
 */

const KEPT = Symbol.for("spokes.outages");
const shared = /** @type {{ [KEPT]?: { asked: AsyncLocalStorage<Asked>, seen: number } }} */ (globalThis);
shared[KEPT] ??= { asked: new AsyncLocalStorage(), seen: -1 };
const kept = shared[KEPT];

/**
 * Answers one request; what it finds out of the database is told to `asked`.
 * @template T
 * @param {Asked} asked
 * @param {() => T} work
 * @returns {T}
 */
export function answering(asked, work) {
  return kept.asked.run(asked, work);
}

/** Says that an action has been given the form that was sent. */
export function noteBegun() {
  const asked = kept.asked.getStore();
  if (asked) asked.unread = false;
}

/** Whether what is answered just now is a form that no action was given: what fails then is the form. */
export function isUnreadForm() {
  return kept.asked.getStore()?.unread ?? false;
}

/** Says that the database could not be reached just now. */
export function noteOutage() {
  kept.seen = performance.now();
}

/**
 * Says that what was sent could not be taken in, because the database could not be reached.
 * @param {Saved} saved
 */
export function noteUntaken(saved) {
  noteOutage();
  const asked = kept.asked.getStore();
  if (asked) asked.saved = saved;
}

/**
 * Whether the database was out of reach at some time since the request came. Readers of one page share its rendering,
 * so it need not have been their own request that met it.
 * @param {Asked} asked
 */
export function metOutage({ began }) {
  return kept.seen >= began;
}
