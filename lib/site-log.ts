import { subscribe } from "node:diagnostics_channel";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { isUnreadForm } from "./front-door/outages.mjs";
import { log } from "./log";
import { faultOf } from "./logged-error";
import { logRequests, type Route } from "./request-log";

const Pattern = z.object({ page: z.string(), regex: z.string() });
const RoutesManifest = z.object({ staticRoutes: z.array(Pattern), dynamicRoutes: z.array(Pattern) });

/** Asked every few seconds by whoever watches the site. */
const WATCHED = ["/livez", "/readyz", "/_next"];

/** Begins to log the requests to this process, and has what Next prints of errors go to the log too. */
export async function keepSiteLog(): Promise<void> {
  const routes = await readRoutes();
  logRequests(routes, (line) => log()[WATCHED.includes(line.route) ? "debug" : "info"](line, "request"));
  subscribe("spokes.unreadable-request", (told) =>
    log().info({ ...(told as { status: number; code: string }) }, "a request that could not be read"),
  );
  if (process.env.NODE_ENV !== "production") return;
  console.error = (...said: unknown[]) => {
    // One with a digest, or of a form that no action was given, is on its way to onRequestError.
    if (isUnreadForm()) return;
    for (const error of errorsIn(said))
      if (!("digest" in error)) log().error({ err: error }, "an error outside of a request");
  };
  console.warn = (...said: unknown[]) => {
    // Of an action that is not there, in the words of who asked for it: the line of the request is enough.
    if (isUnreadForm()) return;
    for (const error of errorsIn(said)) log().warn({ fault: faultOf(error) }, "a warning");
  };
}

const errorsIn = (said: readonly unknown[]) => said.filter((one) => one instanceof Error);

/** The routes of the build; none under `npm run dev`. */
async function readRoutes(): Promise<Route[]> {
  const text = await readFile(".next/routes-manifest.json", "utf8").catch(() => null);
  if (text === null) return [];
  const { staticRoutes, dynamicRoutes } = RoutesManifest.parse(JSON.parse(text));
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
}
