import { siteTerms } from "@/app/_data/site-terms";
import { apiAt, pageAt } from "@/lib/api/addresses";
import { GET_ROOT } from "@/lib/api/term-operations";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(GET_ROOT, async () => ({
  version: "1",
  labelLicence: siteTerms().labelLicence,
  documentation: pageAt("/api"),
  openapi: apiAt("/openapi.json"),
  hubs: apiAt("/hubs"),
  search: apiAt("/search"),
  vocabulary: apiAt("/vocabulary"),
}));
