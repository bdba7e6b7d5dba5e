import { hash } from "node:crypto";

/** A sentence's digest: the same whatever its case and white space, so that one sentence is one context. */
export function quoteDigest(text: string): string {
  return hash("md5", text.toLowerCase().replace(/\s+/gu, ""));
}
