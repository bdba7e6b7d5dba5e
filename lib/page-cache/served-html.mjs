import { readFileSync } from "node:fs";
import path from "node:path";

/** Where Next puts the page for addresses without one when it builds the site. */
const NOT_FOUND_PAGE = path.resolve(".next/server/app/_not-found.html");

/**
 * Takes out of a page what only Next's client needs: its scripts, and the page once more as data. Scripts with another
 * address stay, and so do blocks of data such as JSON-LD. A page of which parts still wait to be moved into place by a
 * script is left as it is, and so is one with a form for a server action, whose messages come by script.
 * @param {string} html
 */
export function withoutScript(html) {
  if (/<template id="[BP]:|name="\$ACTION_/.test(html)) return html;
  return html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (whole, attributes) =>
      isNextScript(attributes) ? "" : whole,
    )
    .replace(/<link rel="preload" as="script"[^>]*>/g, "")
    .replace(/(<[^<>]*?) nonce="[^"<>]*"/g, "$1");
}

/**
 * What readers get of a page. When a page says `notFound()`, Next leaves its body to the browser's script; here the
 * built page for such addresses takes its place.
 * @param {string} html
 * @param {number | undefined} status
 */
export function servedHtml(html, status) {
  return withoutScript(status === 404 ? notFoundPage() : html);
}

function notFoundPage() {
  return readFileSync(NOT_FOUND_PAGE, "utf8");
}

/** @param {string} attributes */
function isNextScript(attributes) {
  const source = /\bsrc="([^"]*)"/.exec(attributes)?.[1];
  return source === undefined ? !/\btype="/.test(attributes) : source.startsWith("/_next/");
}
