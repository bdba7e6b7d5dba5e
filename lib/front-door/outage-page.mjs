import { servedHtml } from "../page-cache/served-html.mjs";

/**
 * What is shown while the database cannot be reached: the page must not need it, nor Next's rendering, which asks who is
 * signed in. It has the frame of the page for addresses without one, which the build made.
 *
 * @typedef {import("./kept-form.mjs").Field} Field
 * @typedef {import("./outages.mjs").Saved} Saved
 */

export const TITLE = "The database cannot be reached just now";
const RELOAD = "Nothing is lost. Try again in a minute.";
const WORDS = {
  nothing: "Nothing was saved.",
  perhaps: "It is not certain whether what you sent was saved: look before you send it again.",
};

const SECRET = /password/i;
/** What a page puts into its forms for itself: numbers, keys and addresses. */
const UNTYPED_NAME = /Id$|token|^\$ACTION/;
const UNTYPED_VALUE =
  /^(?:\s*|\d+|on|off|\/\S*|(?:context|paper)-[\d-]+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/**
 * @param {{ saved: Saved, fields: Field[] | null } | null} sent what became of a form, and its fields if they are known;
 * null for a page that was only asked for.
 * @returns {string}
 */
export function outagePage(sent) {
  const words =
    sent === null
      ? RELOAD
      : sent.fields === null
        ? `${WORDS[sent.saved]} Go back and send it again in a minute.`
        : `${WORDS[sent.saved]} What you wrote is still here. Try again in a minute.`;
  const main = `<div class="max-w-[66ch] py-14">
<p class="text-small tracking-wide text-soft">503</p>
<h1 class="mt-2 font-serif text-title font-semibold leading-[1.16] tracking-[-0.012em] text-balance">${TITLE}</h1>
<div class="mt-5 space-y-5 font-serif text-body"><p role="alert">${words}</p>${sent?.fields ? formOf(sent.fields) : sent === null ? AGAIN : ""}</div>
</div>`;
  return frame(main);
}

const BUTTON =
  "inline-block cursor-pointer rounded-md bg-ink px-4 py-2 min-h-10 text-ui font-semibold text-paper hover:opacity-85 font-sans";
const AGAIN = `<p><a href="" class="${BUTTON}">Try again</a></p>`;

/** @param {Field[]} fields */
function formOf(fields) {
  const written = fields.filter(({ name, value }) => !SECRET.test(name) && isTyped(name, value));
  const list = written.map(
    ({ name, value }) =>
      `<div><dt class="text-small text-soft">${escaped(inWords(name))}</dt><dd class="whitespace-pre-wrap wrap-anywhere text-ui">${escaped(value)}</dd></div>`,
  );
  const inputs = fields.map(({ name, value }) =>
    SECRET.test(name)
      ? `<label class="block text-small text-soft">${escaped(inWords(name))}, again<input type="password" name="${escaped(name)}" required maxlength="1000" class="mt-1 block h-10 w-full max-w-[30rem] rounded-md border border-edge bg-card px-3 text-list text-ink sm:text-ui"></label>`
      : `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return `<form method="post" enctype="multipart/form-data" class="space-y-4 font-sans">
${list.length > 0 ? `<dl class="space-y-3 border-s-[3px] border-line ps-3">${list.join("")}</dl>` : ""}
${inputs.join("\n")}
<button type="submit" class="${BUTTON}">Send again</button>
</form>`;
}

/** Whether somebody typed or chose it, as against what a page put there. */
function isTyped(/** @type {string} */ name, /** @type {string} */ value) {
  return !UNTYPED_NAME.test(name) && !UNTYPED_VALUE.test(value);
}

/** `own_paper` and `newPassword` as words. */
function inWords(/** @type {string} */ name) {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const SIGNS = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;",
  "\n": "&#10;",
};

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"'\r\n]/g, (sign) => SIGNS[/** @type {keyof typeof SIGNS} */ (sign)]);
}

/** The page with its header and footer; without them where there is no build. */
function frame(/** @type {string} */ main) {
  try {
    return servedHtml("", 404)
      .replace(/<title>[^<]*<\/title>/, () => `<title>${TITLE} · Spokes</title>`)
      .replace(/(<main\b[^>]*>)[\s\S]*<\/main>/, (_, opening) => `${opening}${main}</main>`);
  } catch {
    return `<!DOCTYPE html><html lang="en"><title>${TITLE} · Spokes</title><main>${main}</main></html>`;
  }
}
