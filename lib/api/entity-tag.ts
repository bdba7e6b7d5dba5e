import { createHash } from "node:crypto";

/** A weak tag of a body: on its way to the reader it may be packed, which changes its bytes and not what it says. */
export function entityTag(body: string): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** Whether the header `If-None-Match` names the tag, by the weak comparison of RFC 9110. */
export function isKnown(tag: string, ifNoneMatch: string | null): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const opaque = (one: string) => one.trim().replace(/^W\//, "");
  return ifNoneMatch.split(/,(?=\s*(?:W\/)?")/).some((one) => opaque(one) === opaque(tag));
}
