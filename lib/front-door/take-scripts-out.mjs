import { gzip } from "node:zlib";
import { withoutScript } from "../page-cache/served-html.mjs";
import { takesGzip } from "./takes-gzip.mjs";
import { tellWriter } from "./tell-writer.mjs";

/**
 * Sends lists that are rendered for each request as pages held in memory are sent: without Next's scripts, which would
 * have nothing to do there, and packed.
 *
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 */

/** Pages of which no part is a client component, as the test of this file looks up. */
const LISTS = /^\/(?:api|hubs|search|hubs\/[\w-]+\/(?:citers(?:\/\d+)?|cocited|sentences))(?:\?|$)/;

/**
 * @param {Request} request
 * @param {Response} response
 */
export function takeScriptsOut({ method, url = "", headers }, response) {
  if (method !== "GET" || !LISTS.test(url) || "rsc" in headers) return;
  const isPacked = takesGzip(headers);
  // What Next has packed could not be changed any more.
  delete headers["accept-encoding"];
  collect(response, (html, send) => {
    const page = Buffer.from(withoutScript(html));
    if (!isPacked) return send(page);
    gzip(page, (error, packed) => {
      if (error) return send(page);
      response.setHeader("content-encoding", "gzip");
      send(packed);
    });
  });
}

/**
 * Holds a page back until all of it is there. Whatever else comes as an answer goes its way.
 * @param {Response} response
 * @param {(html: string, send: (body: Buffer) => void) => void} finish
 */
function collect(response, finish) {
  const { writeHead, flushHeaders, write, end } = response;
  /** @type {Buffer[]} */
  const pieces = [];
  /** @type {"open" | "held" | "passing"} */
  let state = "open";
  response.writeHead = function writeHeadHeld(/** @type {any[]} */ ...head) {
    if (state === "passing") return Reflect.apply(writeHead, this, head);
    const isPage = head[0] === 200 && String(this.getHeader("content-type")).startsWith("text/html");
    state = isPage && head.length === 1 ? "held" : "passing";
    return state === "passing" ? Reflect.apply(writeHead, this, head) : this;
  };
  /** @returns {boolean} whether the answer goes its way. */
  const passes = () => {
    if (state === "open") response.writeHead(response.statusCode);
    return state === "passing";
  };
  response.flushHeaders = function flushHeadersHeld() {
    if (passes()) flushHeaders.call(this);
  };
  response.write = function writeHeld(/** @type {any[]} */ ...given) {
    if (passes()) return Reflect.apply(write, this, given);
    keep(given);
    return true;
  };
  response.end = function endHeld(/** @type {any[]} */ ...given) {
    if (passes()) return Reflect.apply(end, this, given);
    keep(given);
    finish(Buffer.concat(pieces).toString(), (body) => {
      state = "passing";
      for (const name of ["etag", "content-length"]) this.removeHeader(name);
      this.setHeader("content-length", body.byteLength);
      Reflect.apply(writeHead, this, [200]);
      Reflect.apply(end, this, [body]);
    });
    return this;
  };
  /** Takes what `write` and `end` are given: perhaps a piece, its encoding, and whom to tell. */
  function keep(/** @type {any[]} */ given) {
    const [piece, encoding] = given;
    if (typeof piece === "string")
      pieces.push(Buffer.from(piece, typeof encoding === "string" ? /** @type {any} */ (encoding) : "utf8"));
    else if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
    tellWriter(given);
  }
}
