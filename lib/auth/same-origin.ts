/**
 * Whether a request that changes something comes from a page of this site. Browsers send Origin with every POST, and
 * Sec-Fetch-Site beside it; a request with neither is refused, because Next would let it pass.
 *
 * @param host the Host header, with its port.
 */
export function isSameOrigin(headers: {
  origin: string | null;
  secFetchSite: string | null;
  host: string | null;
}): boolean {
  const { origin, secFetchSite, host } = headers;
  if (secFetchSite !== null && secFetchSite !== "same-origin") return false;
  if (origin === null) return secFetchSite === "same-origin";
  return host !== null && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
