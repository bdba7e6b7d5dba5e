import { siteTerms } from "@/app/_data/site-terms";
import { openApiDocument } from "@/lib/api/openapi";
import { GET_OPENAPI } from "@/lib/api/term-operations";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(GET_OPENAPI, async () =>
  openApiDocument(siteTerms()),
);
