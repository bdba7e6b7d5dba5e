import type { Author } from "@/lib/import/record";

/** What a name has behind its family name ("Jr."); empty where its parts say all. */
export function nameSuffix({ name, family, given }: Author): string {
  if (family === undefined || given === undefined) return "";
  const [, suffix = ""] = /\s((?:jr|sr|2nd|3rd|ii|iii|iv)\.?)$/iu.exec(name) ?? [];
  return family.endsWith(suffix) ? "" : suffix;
}
