import { readdirSync } from "node:fs";
import path from "node:path";
import type { withSiteDb } from "./people";

type Db = Parameters<Parameters<typeof withSiteDb>[0]>[0];

/** An address that the site serves, as the file tree under `app` says. */
export interface SiteRoute {
  /** Such as `/hubs/[slug]/citers`. */
  path: string;
  kind: "page" | "handler";
}

/** Files that are served at an address without saying so by a `page` or a `route`. */
const BY_NAME: Readonly<Record<string, string>> = {
  "robots.ts": "/robots.txt",
  "icon.svg": "/icon.svg",
};

/** Every route of the site; one that somebody adds is in it by itself. */
export function listSiteRoutes(): SiteRoute[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .flatMap((file): SiteRoute[] => {
      const folder = path.posix.join("/", path.posix.dirname(file));
      const name = path.posix.basename(file);
      if (name === "page.tsx") return [{ path: folder, kind: "page" }];
      if (name === "route.ts" || name === "route.tsx") return [{ path: folder, kind: "handler" }];
      return BY_NAME[name] === undefined ? [] : [{ path: BY_NAME[name], kind: "handler" }];
    })
    .concat({ path: "/", kind: "page" }, { path: "/about", kind: "page" })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What stands in the address of a route for something that is there; null: nothing of the kind is there yet. */
const FILLINGS: Readonly<Record<string, string | ((db: Db) => Promise<string | null>)>> = {
  "/about/[edition]": "current",
  "/home/[edition]": "current",
  "/sitemap/[part]": "pages.xml",
  "/hubs/[slug]": "demonstration",
  "/admin/hubs/[slug]": "demonstration",
  "/admin/hubs/[slug]/claims/[number]": "1",
  "/sign-in/with/[provider]": "orcid",
  "/api/auth/callback/[provider]": "orcid",
  "/api/v1/[...path]": "nothing",
  "/api/v1/hubs/[slug]": "demonstration",
  "/api/v1/hubs/[slug]/citers/[citer]": (db) => first(db, `select x.work_id ${DEMONSTRATION}`),
  "/api/v1/contexts/[context]": (db) => first(db, `select x.id ${DEMONSTRATION}`),
  "/citers/[id]": (db) => first(db, `select x.work_id ${DEMONSTRATION}`),
  "/hubs/[slug]/citers/[id]": (db) => first(db, `select x.work_id ${DEMONSTRATION}`),
  "/admin/works/[id]": (db) => first(db, `select h.work_id ${DEMONSTRATION}`),
  "/admin/imports/[id]": (db) => first(db, "select id from import_run"),
  "/annotate/[target]": (db) => first(db, `select 'context-' || x.id ${DEMONSTRATION}`),
  "/confirm/[target]": (db) => first(db, `select 'context-' || x.id ${DEMONSTRATION}`),
  "/admin/adjudication/[target]": (db) => first(db, `select 'context-' || x.id ${DEMONSTRATION}`),
  "/people/[handle]": (db) => first(db, `select handle ${PERSON}`),
  "/admin/people/[handle]": (db) => first(db, `select handle ${PERSON}`),
};

const DEMONSTRATION =
  "from citation_context x join hub h on h.id = x.hub_id where h.slug = 'demonstration' and x.hidden_reason is null order by x.id";
const PERSON = `from "user" where removed_at is null order by id`;

async function first(db: Db, query: string): Promise<string | null> {
  const { rows } = await db.execute(`${query} limit 1`);
  const [value] = Object.values(rows[0] ?? {});
  return value === undefined ? null : String(value);
}

/**
 * What the variable parts of all routes may hold, by the path up to them.
 *
 * @throws when a route has a variable part that `FILLINGS` does not know.
 */
export async function sampleValues(db: Db): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const { path } of listSiteRoutes())
    for (const upTo of variableParts(path)) {
      const filling = FILLINGS[upTo];
      if (filling === undefined) throw new Error(`Say in e2e/site-routes.ts what stands in ${upTo}.`);
      values[upTo] = (typeof filling === "string" ? filling : await filling(db)) ?? "1";
    }
  return values;
}

/** `/hubs/[slug]/x/[id]` as `/hubs/[slug]` and `/hubs/[slug]/x/[id]`. */
function variableParts(path: string): string[] {
  return [...path.matchAll(/\[[^\]]+\]/g)].map((match) => path.slice(0, match.index + match[0].length));
}

/** The address of a route with its variable parts filled; from `fill` where it gives something, else from `values`. */
export function addressOf(
  route: string,
  values: Readonly<Record<string, string>>,
  fill: (upTo: string) => string | undefined = () => undefined,
): string {
  return route.replace(/\[[^\]]+\]/g, (part, at: number) => {
    const upTo = route.slice(0, at + part.length);
    return fill(upTo) ?? values[upTo] ?? "1";
  });
}
