/**
 * Where a request comes from is told by its connection, or by the proxy in front of us; what a browser writes into
 * these headers itself must not be believed, and Next believes it. With a trusted proxy the last entry counts, which is
 * the one that the proxy wrote; otherwise none.
 */
const FORWARDED = /^(?:forwarded|x-real-ip|x-forwarded-.*)$/;
const LISTS = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"];

/**
 * @param {Record<string, string | string[] | undefined>} headers changed in place.
 * @param {boolean} trustProxy
 */
export function keepTrusted(headers, trustProxy) {
  for (const name of Object.keys(headers)) {
    if (!FORWARDED.test(name)) continue;
    const last = String(headers[name]).split(",").at(-1)?.trim();
    if (trustProxy && LISTS.includes(name) && last) headers[name] = last;
    else delete headers[name];
  }
}
