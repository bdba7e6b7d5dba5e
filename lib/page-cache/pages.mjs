/**
 * The public pages that this process holds ready, in memory only: after a crash a new process starts with none, so it
 * can never serve a page from before an acknowledged write. One instance a process, also where the bundler makes two
 * copies of this module.
 *
 * @typedef {{ value: unknown, tags: readonly string[], bytes: number, renderedFrom: number }} Page
 */

const PATH_TAG = "_N_T_";
const ALL = "all";
const REMEMBERED_CHANGES = 10_000;
const REMEMBERED_RENDERS = 10_000;
/** Before every change: a page of which it is not known when its rendering began is not kept. */
const UNKNOWN = -1;

export class PageCache {
  /** @param {number} maxBytes */
  constructor(maxBytes) {
    this.maxBytes = maxBytes;
    this.bytes = 0;
    /** Rises with every change that is heard of. */
    this.changes = 0;
    /** @type {Map<string, Page>} least recently read first */
    this.pages = new Map();
    /** @type {Map<string, number>} the change before which a page under way began to render */
    this.rendering = new Map();
    /** @type {Map<string, number>} the latest change of a path */
    this.changedPaths = new Map();
  }

  /**
   * The page, if it is held; who asks so does not render it otherwise.
   * @param {string} key
   */
  held(key) {
    const page = this.pages.get(key);
    if (page === undefined) return null;
    this.pages.delete(key);
    this.pages.set(key, page);
    return page.value;
  }

  /**
   * The page, or null: then the caller renders it and hands it to `set`.
   * @param {string} key
   */
  get(key) {
    if (!this.pages.has(key)) {
      if (this.rendering.size > REMEMBERED_RENDERS) this.rendering.clear();
      if (!this.rendering.has(key)) this.rendering.set(key, this.changes);
    }
    return this.held(key);
  }

  /**
   * Keeps a rendered page, unless what it shows changed while it was being rendered: then it may hold the old state,
   * and the next reader has it rendered again.
   * @param {string} key
   * @param {unknown} value
   * @param {{ tags: readonly string[], bytes: number }} of
   */
  set(key, value, { tags, bytes }) {
    const renderedFrom = this.rendering.get(key) ?? UNKNOWN;
    this.rendering.delete(key);
    this.drop(key);
    if (bytes > this.maxBytes || this.latestChange(tags) > renderedFrom) return;
    this.pages.set(key, { value, tags, bytes, renderedFrom });
    this.bytes += bytes;
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= this.maxBytes) break;
      this.drop(oldest);
    }
  }

  /**
   * Forgets the pages of these paths, or all of them.
   * @param {readonly string[] | "all"} paths
   */
  invalidate(paths) {
    this.changes += 1;
    if (paths === ALL || this.changedPaths.size > REMEMBERED_CHANGES)
      this.changedPaths = new Map([[ALL, this.changes]]);
    if (paths !== ALL) for (const path of paths) this.changedPaths.set(PATH_TAG + path, this.changes);
    for (const [key, page] of this.pages)
      if (this.latestChange(page.tags) > page.renderedFrom) this.drop(key);
  }

  /** @param {readonly string[]} tags */
  latestChange(tags) {
    return Math.max(this.changedPaths.get(ALL) ?? 0, ...tags.map((tag) => this.changedPaths.get(tag) ?? 0));
  }

  /** @param {string} key */
  drop(key) {
    this.bytes -= this.pages.get(key)?.bytes ?? 0;
    this.pages.delete(key);
  }
}

const MEBIBYTE = 1024 * 1024;
const SHARED = Symbol.for("spokes.pages");
const shared = /** @type {{ [SHARED]?: PageCache }} */ (globalThis);

/** The cache of this process. */
export const pages = shared[SHARED] ?? new PageCache(64 * MEBIBYTE);
shared[SHARED] = pages;
