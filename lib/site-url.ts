import "server-only";

/** Where readers find the site, without a slash at its end; canonical addresses begin with it. */
export function siteUrl(): string {
  return (process.env.SITE_URL || "http://localhost:3000").replace(/\/+$/, "");
}
