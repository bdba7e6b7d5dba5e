import "./measured-pages.mjs";
import { pages } from "./pages.mjs";
import { servedHtml } from "./served-html.mjs";

const TAGS_HEADER = "x-next-cache-tags";

/**
 * What Next stores for a page or a route handler.
 * @typedef {{ kind: string, status?: number, html?: string, rscData?: Buffer, body?: Buffer, headers?: Record<string, unknown> } | null} Stored
 */

/** Next's name of a page: kind, a digest of the route, path. The path alone says which page it is. */
const APP_PAGE_KEY = /^\/route-cache\/APP_PAGE\/[^/]+\/\$(\/.*)$/;

/** What a page is held under: the path at which it is rendered, so that the front door finds it without Next. */
const heldUnder = (/** @type {string} */ key) => APP_PAGE_KEY.exec(key)?.[1] ?? key;

/** Next's cache of rendered pages (`cacheHandler` in next.config.ts), held by `PageCache`. */
export default class PageCacheHandler {
  /** @param {string} key */
  async get(key) {
    return pages.get(heldUnder(key));
  }

  /**
   * @param {string} key
   * @param {Stored} value
   * @param {{ cacheControl?: unknown }} [context]
   */
  async set(key, value, context) {
    // In place, because Next sends this same value to the reader whose request made it.
    if (value?.html !== undefined) value.html = servedHtml(value.html, value.status);
    const header = value?.headers?.[TAGS_HEADER];
    const tags = typeof header === "string" ? header.split(",") : [];
    const bytes =
      1000 + 2 * (value?.html?.length ?? 0) + (value?.rscData?.length ?? 0) + (value?.body?.length ?? 0);
    pages.set(
      heldUnder(key),
      { value, lastModified: Date.now(), cacheControl: context?.cacheControl },
      { tags, bytes },
    );
  }

  /** @param {string | string[]} tags */
  async revalidateTag(tags) {
    const paths = [tags].flat().map((tag) => tag.replace(/^_N_T_/, ""));
    pages.invalidate(paths);
  }

  resetRequestCache() {}
}
