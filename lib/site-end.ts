/** Well within the ten seconds that the site has to end, its database included. */
const GIVEN_UP_AFTER_MS = 5000;

// Kept on globalThis: Next bundles this module once for pages and once for what runs at the start.
const KEPT = Symbol.for("spokes.site-end");
const kept = globalThis as typeof globalThis & { [KEPT]?: AbortSignal };

/**
 * Aborts some seconds after the process was asked to end: what others have not answered by then is given up. Asked for
 * once when the process starts, so that it hears of the signal.
 */
export function siteEnd(): AbortSignal {
  if (kept[KEPT]) return kept[KEPT];
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => setTimeout(() => end.abort(new SiteEnds()), GIVEN_UP_AFTER_MS).unref());
  kept[KEPT] = end.signal;
  return end.signal;
}

/** Why something was given up that waited for others. */
class SiteEnds extends Error {
  readonly code = "SITE_ENDS";
  constructor() {
    super("the site ends");
  }
}
