/** What a shared cache may do with what is the same for every reader: with the half second of nginx, see a change within a second. */
export const KEPT_FOR_A_SECOND = "public, max-age=0, s-maxage=1, must-revalidate";

/**
 * Public pages without a variable part, and where they are rendered: Next would render them when the site is built, and
 * then there is no database.
 */
export const REWRITTEN = { "/": "/home/current", "/about": "/about/current" };

/** Pages that are the same for every reader, as patterns of Next. */
export const SHARED_PAGES = [
  ...Object.keys(REWRITTEN),
  "/home/:edition",
  "/about/:edition",
  "/guidelines",
  "/hubs/:slug",
  "/citers/:id",
];
