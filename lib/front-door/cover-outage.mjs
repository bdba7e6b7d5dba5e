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

const RETRY_AFTER_S = 5;
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
  const asked = { began: performance.now(), saved: null };
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
  cover(response, {
    isSpoiled,
    // The form stands in the page that the action drew, or in the browser, with what the action said.
    isUntaken: (status) => status < 300 && asked.saved !== null,
    type: `${readsPages ? "text/html" : "text/plain"}; charset=utf-8`,
    body: byScript ? null : body,
  });
  return asked;
}

/**
 * @param {Response} response
 * @param {{
 *   isSpoiled: (status: number) => boolean,
 *   isUntaken: (status: number) => boolean,
 *   type: string,
 *   body: (() => Promise<string>) | null,
 * }} by body: what is said in place of what was going to be; null: only the status changes
 */
function cover(response, { isSpoiled, isUntaken, type, body }) {
  const { writeHead, write, end } = response;
  /** @type {Promise<string> | null} */
  let instead = null;
  response.writeHead = function writeHeadCovered(/** @type {any[]} */ ...head) {
    const [status] = head;
    const spoiled = isSpoiled(status);
    if (!spoiled && !isUntaken(status)) return Reflect.apply(writeHead, this, head);
    this.setHeader("retry-after", RETRY_AFTER_S);
    if (!spoiled || body === null)
      return Reflect.apply(writeHead, this, [503, ...head.slice(1).filter(isObject)]);
    for (const name of ["content-encoding", "content-length", "etag", "link"]) this.removeHeader(name);
    this.setHeader("content-type", type);
    this.setHeader("cache-control", "private, no-store");
    instead = body();
    return Reflect.apply(writeHead, this, [503]);
  };
  response.write = function writeCovered(/** @type {any[]} */ ...piece) {
    if (!this.headersSent && isSpoiled(this.statusCode)) this.writeHead(this.statusCode);
    if (instead === null) return Reflect.apply(write, this, piece);
    called(piece);
    return true;
  };
  response.end = function endCovered(/** @type {any[]} */ ...piece) {
    if (!this.headersSent && isSpoiled(this.statusCode)) this.writeHead(this.statusCode);
    if (instead === null) return Reflect.apply(end, this, piece);
    void instead.then((text) => {
      end.call(this, text, "utf8");
      called(piece);
    });
    instead = null;
    return this;
  };
}

/** Tells the writer of a piece that was left out to go on. */
function called(/** @type {any[]} */ piece) {
  const done = piece.find((part) => typeof part === "function");
  if (done) queueMicrotask(() => done());
}

const isObject = (/** @type {unknown} */ part) => typeof part === "object";
