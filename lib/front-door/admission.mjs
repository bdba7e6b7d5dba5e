import { readFileSync } from "node:fs";

/**
 * Which requests reach the site. Next renders a page whatever the method, also a page that is held in memory, and
 * answers some requests with an error of its own; a request that nothing here takes costs nothing.
 *
 * @typedef {{ actions: readonly RegExp[], handlers: readonly RegExp[] }} Posts pages with a form, and other routes
 * @typedef {{ posts: Posts | null }} Routes where forms and other bodies go; null: not known
 * @typedef {{ method: string, url: string, contentType: string, bytes: number }} Asked bytes: of the body, as it says
 * @typedef {{ refused: 400 | 405 | 413 | 415 | 417, words: string }} Refusal
 * @typedef {{ url: string, isForm?: true } | Refusal} Admission isForm: for an action of a page
 */

const NOWHERE = "/no-such-address";
/** @type {Refusal} */
const NOTHING_TAKES_IT = { refused: 405, words: "Nothing at this address takes such a request." };
/** The API tells in its own words what it refuses. */
const API = /^\/api\/v1(?:\/|$)/;
const TOLD_BY_API = ["POST", "PUT", "PATCH", "DELETE"];
/** Next takes no larger form, and says so as a fault of its own. Routes bound for themselves what they read. */
export const LARGEST_FORM = 1024 * 1024;
/** @type {Refusal} */
export const TOO_MUCH = { refused: 413, words: "This is too much for one form: at most 1 MB can be sent." };
const FORM = /^multipart\/form-data;.*\bboundary=[^\s;]/i;

/**
 * @param {Asked} asked url: path and query
 * @param {Routes} routes
 * @returns {Admission} the address to go on with, or why not.
 */
export function admit({ method, url, contentType, bytes }, { posts }) {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const isApi = path.startsWith("/api/");
  const isOpenApi = API.test(path);
  if (!isReadable(path)) {
    if (isOpenApi) return { url: `/api/v1${NOWHERE}` };
    return method === "GET" || method === "HEAD" ? { url: NOWHERE } : NOTHING_TAKES_IT;
  }
  // No database keeps NUL; what is looked for with it is not there.
  const readable = { url: url.replaceAll("%00", "%EF%BF%BD") };
  if (method === "GET" || method === "HEAD" || (method === "OPTIONS" && isApi)) return readable;
  if (isOpenApi && TOLD_BY_API.includes(method)) return readable;
  const isAction = posts?.actions.some((route) => route.test(path)) ?? !isApi;
  const isHandler = posts?.handlers.some((route) => route.test(path)) ?? isApi;
  if (method !== "POST" || (!isAction && !isHandler)) return NOTHING_TAKES_IT;
  // The forms of pages all come so, with script and without; Next takes what does not for a fault of ours.
  if (!isApi && !FORM.test(contentType))
    return { refused: 415, words: "A form is sent to this address as multipart/form-data." };
  if (!isAction) return readable;
  return bytes > LARGEST_FORM ? TOO_MUCH : { ...readable, isForm: true };
}

/** Whether a path can be decoded; Next answers those that cannot as an error of its own making. */
function isReadable(/** @type {string} */ path) {
  try {
    decodeURIComponent(path);
    return path.startsWith("/") && !path.startsWith("//");
  } catch {
    return false;
  }
}

/**
 * What takes a POST by the build: pages with a server action, and route handlers, which know their own methods.
 *
 * @param {string} folder `.next` of the built site
 * @returns {Posts}
 */
export function postRoutes(folder) {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
  /** @type {{ node: Record<string, { workers: Record<string, unknown> }> }} */
  const { node } = read("server/server-reference-manifest.json");
  const pages = Object.values(node).flatMap(({ workers }) => Object.keys(workers));
  // What was made with the site, Next gives out whatever the method.
  const made = Object.keys(read("prerender-manifest.json").routes);
  /** @type {[string, string][]} */
  const routes = Object.entries(read("app-path-routes-manifest.json"));
  const handlers = routes.flatMap(([route, path]) =>
    route.endsWith("/route") && !made.includes(path) ? [route] : [],
  );
  return {
    actions: [...new Set(pages.map((page) => page.replace(/^app/, "")))].map(patternOf),
    handlers: handlers.map(patternOf),
  };
}

/** `/citers/[id]/add/page` as the paths that it serves. */
function patternOf(/** @type {string} */ route) {
  const path = route
    .replace(/\/(?:page|route)$/, "")
    .replace(/[.*+?^${}()|\\]/g, "\\$&")
    .replace(/\[(?:\\\.){3}[^\]]+\]/g, ".+")
    .replace(/\[[^\]]+\]/g, "[^/]+");
  return new RegExp(`^${path || "/"}$`);
}
