import path from "node:path";
import type { NextConfig } from "next";

/** Pages that are the same for every reader. Next itself would let a shared cache keep them for a year. */
const SHARED_PAGES = [
  "/",
  "/home/:edition",
  "/about",
  "/about/:edition",
  "/guidelines",
  "/hubs/:slug",
  "/citers/:id",
];
const KEPT_FOR_A_SECOND = { key: "Cache-Control", value: "public, max-age=0, s-maxage=1, must-revalidate" };

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // Rendered pages are held in memory and dropped when the database says that they changed (lib/page-cache). After a
  // crash a page written to disk could be older than a change that was acknowledged before it.
  cacheHandler: path.resolve("lib/page-cache/handler.mjs"),
  experimental: { isrFlushToDisk: false },
  // A route without a variable part would be rendered at build time, when there is no database.
  rewrites: async () => [
    { source: "/", destination: "/home/current" },
    { source: "/about", destination: "/about/current" },
  ],
  headers: async () => [
    { source: "/account-menu.js", headers: [{ key: "Cache-Control", value: "public, max-age=600" }] },
    ...SHARED_PAGES.map((source) => ({ source, headers: [KEPT_FOR_A_SECOND] })),
  ],
};

export default config;
