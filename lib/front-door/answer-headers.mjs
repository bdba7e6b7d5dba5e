/**
 * The headers that every answer carries, whatever it is. Next adds headers to what it routes, and leaves them out of
 * redirects of odd addresses and of some errors; so they are set where answers leave the process.
 */

const PARTS = [
  "default-src 'none'",
  "style-src 'self'",
  // Widths of bars are style attributes; a style element is refused.
  "style-src-attr 'unsafe-inline'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** For answers that are the same for everybody: no script but our own files, and nothing makes script out of text. */
const SHARED = [
  ...PARTS,
  "script-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** @param {string} nonce */
const personal = (nonce) => [...PARTS, `script-src 'self' 'nonce-${nonce}'`].join("; ");

/** Next's development server evaluates text, writes style elements and keeps a socket open. */
const development = (/** @type {string} */ nonce) =>
  personal(nonce)
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'self' ws:")
    .replace("script-src 'self'", "script-src 'self' 'unsafe-eval'");

const ALWAYS = [
  ["X-Frame-Options", "DENY"],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
];
const OVER_TLS = ["Strict-Transport-Security", "max-age=63072000"];

/**
 * @typedef {{ nonce: string, status: number, cacheControl: string, hasCookie: boolean }} Answer
 * @typedef {{ secure: boolean, dev: boolean }} Site whether it is reached over TLS, and whether it is being developed.
 */

/**
 * @param {Answer} answer
 * @param {Site} site
 * @returns {(readonly string[])[]} names and values
 */
export function answerHeaders({ nonce, status, cacheControl, hasCookie }, { secure, dev }) {
  const isPublic = /\b(?:public|s-maxage)\b/.test(cacheControl);
  // A nonce is good for one answer, and an error or a cookie for one reader: what may be shared has none of them.
  const isShared = isPublic && status < 500 && !hasCookie;
  const policy = dev ? development(nonce) : isShared ? SHARED : personal(nonce);
  return [
    ["Content-Security-Policy", policy],
    ...ALWAYS,
    ...(secure ? [OVER_TLS] : []),
    ...(isPublic === isShared && cacheControl !== "" ? [] : [["Cache-Control", "private, no-store"]]),
  ];
}
