/** Words of RFC 6749 and OpenID Connect for what went wrong; they tell of settings and never of a person. */
const KNOWN_WORDS = [
  "access_denied",
  "account_selection_required",
  "consent_required",
  "interaction_required",
  "invalid_client",
  "invalid_grant",
  "invalid_request",
  "invalid_scope",
  "login_required",
  "server_error",
  "temporarily_unavailable",
  "unauthorized_client",
  "unsupported_grant_type",
  "unsupported_response_type",
] as const;

/** A code of the system, such as ECONNREFUSED. */
const SYSTEM_CODE = /^E[A-Z_]+$/;

/**
 * What the log may say of a failure of a provider. Its own words are left out: they may name a person, and whoever opens
 * the address that it sends browsers to writes them freely.
 */
export function failureOf(error: unknown): { word?: string; system?: string } {
  if (!(error instanceof Error)) return {};
  const [first = ""] = error.message.split(" ", 1);
  const word = KNOWN_WORDS.find((known) => known === first);
  const { code } = error as { code?: unknown };
  return {
    ...(word === undefined ? {} : { word }),
    ...(typeof code === "string" && SYSTEM_CODE.test(code) ? { system: code } : {}),
  };
}
