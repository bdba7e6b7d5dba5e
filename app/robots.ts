import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/site-url";

/** Per request, because the address of the site is known when it runs and not when it is built. */
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/" }, sitemap: `${siteUrl()}/sitemap.xml` };
}
