import { apiWithout } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiWithout(
  "The API has no such address; see /api/v1/openapi.json for those that it has.",
);
