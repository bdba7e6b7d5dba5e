/**
 * Whether a request that changes something comes from a page of this site. Browsers send Origin with every POST, and
 * Sec-Fetch-Site beside it; a request with neither is refused, because Next would let it pass.
 *
 * @param headers Origin, Sec-Fetch-Site and Host, with its port, are looked at.
 * @param site.secure whether the site is reached over TLS; then a page that came without it is not ours.
 */
export function isSameOrigin(headers: Pick<Headers, "get">, site: { secure: boolean }): boolean {
  const [origin, secFetchSite, host] = ["origin", "sec-fetch-site", "host"].map((name) => headers.get(name));
  if (secFetchSite !== null && secFetchSite !== "same-origin") return false;
  if (!origin) return secFetchSite === "same-origin";
  if (!host || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host.toLowerCase() && (!site.secure || from.protocol === "https:");
}
