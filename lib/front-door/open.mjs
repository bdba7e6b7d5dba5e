import { randomBytes } from "node:crypto";
import { Server } from "node:http";
import { admit, postRoutes, TOO_MUCH } from "./admission.mjs";
import { answerHeaders } from "./answer-headers.mjs";
import { awaitForm } from "./await-form.mjs";
import { coverBrokenForm } from "./cover-broken-form.mjs";
import { coverOutage } from "./cover-outage.mjs";
import { endConnections, isEnding, noteConnection } from "./end-connections.mjs";
import { keepTrusted } from "./forwarded-headers.mjs";
import { giveHeldPage } from "./held-page.mjs";
import { answering } from "./outages.mjs";
import { takeScriptsOut } from "./take-scripts-out.mjs";

/**
 * Loaded before the site (bin/start.ts): what is true of every request and every answer, whatever Next makes of it.
 * Who may do what is decided behind it, by the actions and pages themselves.
 *
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 */

const dev = process.env.NODE_ENV !== "production";
const secure = process.env.SITE_URL?.startsWith("https:") ?? false;
const trustProxy = process.env.TRUST_PROXY === "on";
/** @type {import("./admission.mjs").Posts | null | undefined} */
let posts;

const { emit, close } = Server.prototype;
Server.prototype.close = function closeInOrder(/** @type {any[]} */ ...done) {
  endConnections(this);
  return Reflect.apply(close, this, done);
};
Server.prototype.emit = function emitGuarded(/** @type {any[]} */ ...sent) {
  const [event, request, response] = sent;
  if (event === "connection") noteConnection(request);
  const isRequest = event === "request" || event === "checkContinue";
  if (isRequest || event === "upgrade") keepTrusted(request.headers, trustProxy);
  if (!isRequest) return Reflect.apply(emit, this, sent);
  const admission = receive(request, response);
  if ("refused" in admission) return refuse(response, admission);
  if (giveHeldPage(request, response)) return true;
  const take = () => {
    if (!dev) takeScriptsOut(request, response);
    const asked = coverOutage(request, response);
    if (admission.isForm) coverBrokenForm(response, asked);
    return answering(asked, () => Reflect.apply(emit, this, sent));
  };
  if (!admission.isForm || !("transfer-encoding" in request.headers)) return take();
  awaitForm(request, { take, refuse: () => refuse(response, TOO_MUCH) });
  return true;
};

/**
 * Prepares the request and its answer.
 * @param {Request} request
 * @param {Response} response
 */
function receive(request, response) {
  const nonce = randomBytes(16).toString("base64");
  // From here Next takes the nonce for the scripts of a page that is rendered for this request.
  request.headers["content-security-policy"] = `script-src 'nonce-${nonce}'`;
  dress(response, nonce);
  // When the first request comes the build is there; in development there is none.
  posts ??= dev ? null : postRoutes(".next");
  const { method = "", url = "", headers } = request;
  const bytes = Number(headers["content-length"] ?? 0);
  const admission = admit({ method, url, contentType: headers["content-type"] ?? "", bytes }, { posts });
  if ("url" in admission) request.url = admission.url;
  return admission;
}

/**
 * @param {Response} response
 * @param {import("./admission.mjs").Refusal} refusal
 */
function refuse(response, { refused, words }) {
  if (refused === 405) response.setHeader("allow", "GET, HEAD");
  response.writeHead(refused, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${words}\n`);
  return true;
}

/**
 * Has an answer carry its headers from whichever place it is sent.
 * @param {Response} response
 * @param {string} nonce
 */
function dress(response, nonce) {
  const { writeHead } = response;
  response.writeHead = function writeHeadDressed(/** @type {any[]} */ ...head) {
    if (isEnding()) this.shouldKeepAlive = false;
    const given = head.find((part) => typeof part === "object") ?? {};
    for (const [name] of pairsOf(given)) this.removeHeader(name);
    for (const [name, value] of pairsOf(given)) this.appendHeader(name, value);
    const answer = {
      nonce,
      status: head[0],
      cacheControl: String(this.getHeader("cache-control") ?? ""),
      hasCookie: this.hasHeader("set-cookie"),
    };
    for (const [name = "", value = ""] of answerHeaders(answer, { secure, dev })) this.setHeader(name, value);
    if (typeof head[1] === "string") this.statusMessage = head[1];
    return writeHead.call(this, head[0]);
  };
}

/**
 * Headers as Node takes them beside a status: an object, or names and values in turn.
 * @param {any} given
 * @returns {[string, any][]}
 */
function pairsOf(given) {
  if (!Array.isArray(given)) return Object.entries(given);
  return given.flatMap((name, i) => (i % 2 === 0 ? [[name, given[i + 1]]] : []));
}
