const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/;

/**
 * Whether whoever sent these headers takes an answer packed by gzip.
 * @param {import("node:http").IncomingHttpHeaders} headers
 */
export const takesGzip = (headers) => TAKES_GZIP.test(String(headers["accept-encoding"] ?? ""));
