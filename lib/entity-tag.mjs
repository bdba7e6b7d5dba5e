import { createHash } from "node:crypto";

/**
 * A weak tag of a body: on its way to the reader it may be packed, which changes its bytes and not what it says.
 * @param {string | Buffer} body
 */
export function entityTag(body) {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/**
 * Whether the header `If-None-Match` names the tag, by the weak comparison of RFC 9110.
 * @param {string} tag
 * @param {string | null | undefined} ifNoneMatch
 */
export function isKnown(tag, ifNoneMatch) {
  if (ifNoneMatch === null || ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const opaque = (/** @type {string} */ one) => one.trim().replace(/^W\//, "");
  return ifNoneMatch.split(/,(?=\s*(?:W\/)?")/).some((one) => opaque(one) === opaque(tag));
}
