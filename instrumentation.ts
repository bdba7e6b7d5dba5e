import type { Instrumentation } from "next";

/**
 * Runs once when a web process starts: from then on it hears which public pages are out of date, and computes what
 * votes leave to be computed later. It also does what admins ask of imports and makes backups, unless another process is there for it.
 */
export async function register(): Promise<void> {
  const { DATABASE_URL, DATABASE_URL_DIRECT = DATABASE_URL, NEXT_RUNTIME } = process.env;
  if (NEXT_RUNTIME !== "nodejs" || !DATABASE_URL_DIRECT) return;
  const { keepSiteLog } = await import("@/lib/site-log");
  await keepSiteLog();
  const { siteEnd } = await import("@/lib/site-end");
  siteEnd();
  const { listenForChanges } = await import("@/db/listen");
  const { pages } = await import("@/lib/page-cache/pages.mjs");
  void listenForChanges(DATABASE_URL_DIRECT, (paths) => pages.invalidate(paths));
  const { readEnv } = await import("@/lib/env");
  const { database } = await import("@/lib/database");
  const { keepAgreement } = await import("@/lib/jobs/keep-agreement");
  void keepAgreement(database());
  const env = readEnv(process.env);
  if (env.ROLE === "web") return;
  // Connections of its own: an import takes longer than a page may.
  const { createPool } = await import("@/db/client");
  const { keepImporting } = await import("@/lib/jobs/worker");
  const { keepBackups } = await import("@/lib/jobs/keep-backups");
  const { openWorld } = await import("@/lib/sources/open-world");
  const pool = createPool(DATABASE_URL_DIRECT, { max: 4, applicationName: "spokes worker" });
  const stop = new AbortController().signal;
  // The name under which bin/start.ts gives back what this process leaves when it ends.
  void keepImporting(pool, openWorld(env, stop), stop, process.env.WORKER_NAME);
  void keepBackups(pool, env);
}

/** Whatever a page, a route or an action throws, with its stack; the visitor sees none of it. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  { method },
  { routePath, routeType },
) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { isOutage } = await import("@/db/outage");
  const { isUnreadForm, noteOutage } = await import("@/lib/front-door/outages.mjs");
  if (isOutage(error)) noteOutage();
  const { log } = await import("@/lib/log");
  const asked = { method, route: routePath, kind: routeType };
  if (!isUnreadForm() || isOutage(error)) return log().error({ err: error, ...asked }, "a request failed");
  // Answered 400. Its words may quote what was sent.
  const { faultOf } = await import("@/lib/logged-error");
  log().warn({ fault: faultOf(error), ...asked }, "a form could not be read");
};
