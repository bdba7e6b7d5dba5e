import { answerInstead } from "./answer-instead.mjs";
import { keepForm } from "./kept-form.mjs";
import { outagePage, TITLE } from "./outage-page.mjs";
import { metOutage } from "./outages.mjs";

/**
 * What a request gets while the database cannot be reached: 503 in place of a fault of ours, in words. An action sets
 * no status and a page that fails has no body; and the page of a form that was sent cannot be drawn without a database.
 *
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {import("./outages.mjs").Asked} Asked
 */

const RETRY_AFTER_S = "5";
const FORM = /^multipart\/form-data/i;
/** Read by a script, which makes something of its own of an answer. */
const BY_SCRIPT = ["next-action", "rsc", "next-router-state-tree"];

/**
 * @param {Request} request
 * @param {Response} response
 * @returns {Asked} what `answering` is to be given for this request.
 */
export function coverOutage(request, response) {
  /** @type {Asked} */
  const asked = { began: performance.now(), unread: false, saved: null };
  const byScript = BY_SCRIPT.some((name) => name in request.headers);
  const isForm = request.method === "POST" && FORM.test(request.headers["content-type"] ?? "") && !byScript;
  const fields = isForm ? keepForm(request) : null;
  const readsPages = /\btext\/html\b/.test(request.headers.accept ?? "") || isForm;

  /** Whether this status is that of an answer which the outage spoiled. */
  const isSpoiled = (/** @type {number} */ status) => status === 500 && metOutage(asked);
  const body = async () => {
    if (!readsPages) return `${TITLE}. Try again in a minute.\n`;
    return outagePage(fields === null ? null : { saved: asked.saved ?? "perhaps", fields: await fields() });
  };
  const type = `${readsPages ? "text/html" : "text/plain"}; charset=utf-8`;
  const away = { status: 503, headers: { "retry-after": RETRY_AFTER_S }, type };
  answerInstead(response, (status) => {
    if (isSpoiled(status)) return { ...away, body: byScript ? null : body };
    // The form stands in the page that the action drew, or in the browser, with what the action said.
    return status < 300 && asked.saved !== null ? { ...away, body: null } : null;
  });
  return asked;
}
