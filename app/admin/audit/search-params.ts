import type { Route } from "next";
import { z } from "zod";

/** What the address of the audit log asks for. */
export interface AuditSearch {
  /** A handle; null: everybody. */
  actor: string | null;
  /** A kind of act; null: every kind. */
  action: string | null;
  /** The line after which the page begins. */
  after: number | null;
}

const Actor = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z\d-]{1,60}$/);
const Action = z.string().regex(/^[a-z_.]{1,60}$/);
const After = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

/** Reads the parameters of the log. One that is malformed counts as not given; of a repeated one the first counts. */
export function readAuditSearch(
  params: Readonly<Record<string, string | string[] | undefined>>,
): AuditSearch {
  const one = (name: string) => [params[name]].flat()[0];
  return {
    actor: Actor.nullable().catch(null).parse(one("actor")),
    action: Action.nullable().catch(null).parse(one("action")),
    after: After.nullable().catch(null).parse(one("after")),
  };
}

/** The address of the log for a search; what is not asked for stays out of it. */
export function auditHref({ actor, action, after }: Partial<AuditSearch> = {}): Route {
  const query = new URLSearchParams();
  if (actor) query.set("actor", actor);
  if (action) query.set("action", action);
  if (after) query.set("after", String(after));
  return `/admin/audit${query.size > 0 ? `?${query}` : ""}` as Route;
}
