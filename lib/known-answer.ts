import { entityTag, isKnown } from "./entity-tag.mjs";
import { KEPT_FOR_A_SECOND } from "./shared-pages.mjs";

/**
 * A text that everybody gets alike, or 304 without it for a reader who has it already. Only its tag tells: something that
 * is hidden changes it without being newer.
 */
export function knownAnswer(request: Request, text: string, { mediaType }: { mediaType: string }): Response {
  const etag = entityTag(text);
  const headers = { etag, "cache-control": KEPT_FOR_A_SECOND };
  if (isKnown(etag, request.headers.get("if-none-match")))
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": mediaType } });
}
