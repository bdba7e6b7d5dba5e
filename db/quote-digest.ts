import { createHash } from "node:crypto";

/** A sentence's digest: the same whatever its case and white space, so that one sentence is one context. */
export function quoteDigest(text: string): string {
  return createHash("md5").update(text.toLowerCase().replace(/\s+/gu, "")).digest("hex");
}
