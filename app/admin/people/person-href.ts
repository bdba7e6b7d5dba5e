import type { Route } from "next";

/** The address of the page on which an admin looks after an account. */
export function personForAdminHref(handle: string): Route {
  return `/admin/people/${handle}` as Route;
}
