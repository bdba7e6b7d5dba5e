/** Rendered per request, or it would be an answer from the build. */
export const dynamic = "force-dynamic";

/** 200 as long as the process serves at all, whatever its database does. */
export function GET(): Response {
  return new Response("alive\n", {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
