/**
 * The only edition of `/` and `/about`, which next.config.ts rewrites to it: a page without a variable part would be baked
 * when the site is built.
 */
export const CURRENT_EDITION = "current";
