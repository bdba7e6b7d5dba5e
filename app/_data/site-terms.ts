import "server-only";
import { readEnv } from "@/lib/env";

/** What the person who runs the site has settled: the licence of the labels, and where to write to. */
export function siteTerms() {
  const { LABEL_LICENCE, CONTACT } = readEnv(process.env);
  return { labelLicence: LABEL_LICENCE, contact: CONTACT ?? null };
}
