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
import { keepRouterState } from "./router-state.mjs";
import { takeScriptsOut } from "./take-scripts-out.mjs";
import { answerUnreadable, noteAnswer } from "./unreadable-request.mjs";

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
const REQUESTS = ["request", "checkContinue", "checkExpectation"];
/** Files are given out whole, as RFC 9110 allows: Next takes what it cannot meet of these for a fault of its own. */
const IGNORED = ["range", "if-range", "if-match", "if-unmodified-since"];
/** @type {import("./admission.mjs").Refusal} */
const NO_HOST = { refused: 400, words: "A request names the host that it is for." };
/** @type {import("./admission.mjs").Refusal} */
const UNMET = { refused: 417, words: "No expectation is met here but 100-continue." };
/** @type {import("./admission.mjs").Posts | null | undefined} */
let posts;

const { emit, close } = Server.prototype;
Server.prototype.close = function closeInOrder(/** @type {any[]} */ ...done) {
  endConnections(this);
  return Reflect.apply(close, this, done);
};
Server.prototype.emit = function emitGuarded(/** @type {any[]} */ ...sent) {
  const [event, request, response] = sent;
  if (event === "listening") hearOfAll(this);
  if (event === "connection") noteConnection(request);
  if (event === "clientError") {
    answerUnreadable(request, response, headersOf);
    return true;
  }
  const isRequest = REQUESTS.includes(event);
  if (isRequest || event === "upgrade") keepTrusted(request.headers, trustProxy);
  if (!isRequest) return Reflect.apply(emit, this, sent);
  const received = receive(request, response);
  const admission = event === "checkExpectation" ? UNMET : received;
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

const makeNonce = () => randomBytes(16).toString("base64");

/**
 * Has a server pass on what Node answers by itself, and takes a wish for another protocol as the plain request that it
 * also is: only Next's development server speaks another one, and Next drops the connection of everybody else.
 * @param {Server} server
 */
function hearOfAll(server) {
  Object.assign(server, { requireHostHeader: false });
  server.on("checkExpectation", () => undefined);
  if (!dev) server.removeAllListeners("upgrade");
}

/**
 * Prepares the request and its answer.
 * @param {Request} request
 * @param {Response} response
 */
function receive(request, response) {
  const nonce = makeNonce();
  // From here Next takes the nonce for the scripts of a page that is rendered for this request.
  request.headers["content-security-policy"] = `script-src 'nonce-${nonce}'`;
  dress(response, nonce);
  // When the first request comes the build is there; in development there is none.
  posts ??= dev ? null : postRoutes(".next");
  const { method = "", url = "", headers, httpVersion } = request;
  for (const name of IGNORED) if (name in headers) delete headers[name];
  keepRouterState(headers);
  if (headers.host === undefined && httpVersion === "1.1") return NO_HOST;
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

/** What an answer carries that is no answer to a request. */
const headersOf = (/** @type {number} */ status) =>
  answerHeaders({ nonce: makeNonce(), status, cacheControl: "", hasCookie: false }, { secure, dev });

/**
 * Has an answer carry its headers from whichever place it is sent.
 * @param {Response} response
 * @param {string} nonce
 */
function dress(response, nonce) {
  const { writeHead } = response;
  const { socket } = response.req;
  response.writeHead = function writeHeadDressed(/** @type {any[]} */ ...head) {
    if (isEnding()) this.shouldKeepAlive = false;
    noteAnswer(this, socket);
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
