import type { Allowance } from "@/lib/auth/rate-limits";

/** What pages of other sites may read of an answer; everything here is public. */
const FOR_EVERY_ORIGIN = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After",
};

/** The headers of every answer. The limit is told as draft-ietf-httpapi-ratelimit-headers-10 has it. */
export function answerHeaders(allowance: Allowance | null): Headers {
  const headers = new Headers({ ...FOR_EVERY_ORIGIN, "cache-control": "no-store" });
  if (allowance === null) return headers;
  const { limit, seconds, remaining, reset, refused } = allowance;
  headers.set("ratelimit-policy", `"reads";q=${limit};w=${seconds}`);
  headers.set("ratelimit", `"reads";r=${remaining};t=${reset}`);
  if (refused) headers.set("retry-after", String(Math.max(1, reset)));
  return headers;
}

/** What a browser is told that asks what it may ask. */
export async function answerPreflight(): Promise<Response> {
  const headers = new Headers({
    ...FOR_EVERY_ORIGIN,
    allow: "GET, HEAD, OPTIONS",
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
    "access-control-allow-headers": "If-None-Match",
    "access-control-max-age": "86400",
    "cache-control": "no-store",
  });
  return new Response(null, { status: 204, headers });
}
