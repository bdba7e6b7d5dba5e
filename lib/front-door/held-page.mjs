import { gzipSync } from "node:zlib";
import { entityTag, isKnown } from "../entity-tag.mjs";
import { pages } from "../page-cache/pages.mjs";
import { KEPT_FOR_A_SECOND, REWRITTEN } from "../shared-pages.mjs";
import { takesGzip } from "./takes-gzip.mjs";

/**
 * Gives out a page that this process holds, as Next would, but without its way through Next: a hub that is suddenly read
 * by everyone costs one rendering and one packing a change.
 *
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {{ etag: string, plain: Buffer, packed: Buffer }} Forms
 */

/** Without a query, an escape or a dot: whatever else an address holds is Next's to understand. */
const PLAIN_PATH = /^\/[\w/-]*$/;
/** What Next's client and a preview say of themselves. */
const NEXT_HEADERS = [
  "rsc",
  "next-action",
  "next-router-state-tree",
  "next-router-prefetch",
  "x-prerender-revalidate",
];
const VARY =
  "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding";

/** @type {WeakMap<object, Forms>} what a page is sent as, made when it is first asked for */
const forms = new WeakMap();

/**
 * @param {Request} request
 * @param {Response} response
 * @returns {boolean} whether the request is answered; if not, it is Next's.
 */
export function giveHeldPage({ method, url = "", headers }, response) {
  if ((method !== "GET" && method !== "HEAD") || !PLAIN_PATH.test(url)) return false;
  if (NEXT_HEADERS.some((name) => name in headers) || headers.cookie?.includes("__prerender_bypass"))
    return false;
  const page = pages.held(/** @type {Record<string, string>} */ (REWRITTEN)[url] ?? url);
  if (!isLasting(page)) return false;
  const { etag, plain, packed } = formsOf(page);
  const isPacked = takesGzip(headers);
  const body = isPacked ? packed : plain;
  const always = { "Cache-Control": KEPT_FOR_A_SECOND, Vary: VARY, ETag: etag };
  if (isKnown(etag, headers["if-none-match"])) {
    response.writeHead(304, always);
    response.end();
    return true;
  }
  response.writeHead(200, {
    ...always,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": body.byteLength,
    ...(isPacked ? { "Content-Encoding": "gzip" } : {}),
  });
  response.end(method === "HEAD" ? undefined : body);
  return true;
}

/**
 * A page that was found and stays until a change drops it.
 * @param {any} page
 * @returns {page is { value: { html: string } }}
 */
function isLasting(page) {
  const { kind, html, status = 200 } = page?.value ?? {};
  return (
    kind === "APP_PAGE" &&
    typeof html === "string" &&
    status === 200 &&
    page.cacheControl?.revalidate === false
  );
}

/**
 * @param {{ value: { html: string } }} page
 * @returns {Forms}
 */
function formsOf(page) {
  const made = forms.get(page);
  if (made) return made;
  const plain = Buffer.from(page.value.html);
  const all = { etag: entityTag(plain), plain, packed: gzipSync(plain) };
  forms.set(page, all);
  return all;
}
