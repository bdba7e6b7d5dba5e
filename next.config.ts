import path from "node:path";
import type { NextConfig } from "next";
import { KEPT_FOR_A_SECOND, REWRITTEN, SHARED_PAGES } from "./lib/shared-pages.mjs";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // Rendered pages are held in memory and dropped when the database says that they changed (lib/page-cache). After a
  // crash a page written to disk could be older than a change that was acknowledged before it.
  cacheHandler: path.resolve("lib/page-cache/handler.mjs"),
  experimental: { isrFlushToDisk: false },
  rewrites: async () => Object.entries(REWRITTEN).map(([source, destination]) => ({ source, destination })),
  headers: async () => [
    { source: "/account-menu.js", headers: [{ key: "Cache-Control", value: "public, max-age=600" }] },
    // Next itself would let a shared cache keep them for a year.
    ...SHARED_PAGES.map((source) => ({
      source,
      headers: [{ key: "Cache-Control", value: KEPT_FOR_A_SECOND }],
    })),
  ],
};

export default config;
