import { tellWriter } from "./tell-writer.mjs";

/**
 * Has another answer go out in the place of one, once its status is known.
 *
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {{
 *   status: number,
 *   headers?: Record<string, string>,
 *   type: string,
 *   body: (() => Promise<string>) | null,
 * }} Instead body: null where only the status and these headers change
 */

/**
 * @param {Response} response
 * @param {(status: number) => Instead | null} choose what goes out in the place of an answer of this status; null: itself
 */
export function answerInstead(response, choose) {
  const { writeHead, write, end } = response;
  /** @type {Promise<string> | null} */
  let instead = null;
  const decide = () => {
    if (!response.headersSent && choose(response.statusCode) !== null)
      response.writeHead(response.statusCode);
  };
  response.writeHead = function writeHeadInstead(/** @type {any[]} */ ...head) {
    const other = choose(head[0]);
    if (other === null) return Reflect.apply(writeHead, this, head);
    const { status, headers = {}, type, body } = other;
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    if (body === null) return Reflect.apply(writeHead, this, [status, ...head.slice(1).filter(isObject)]);
    for (const name of ["content-encoding", "content-length", "etag", "link"]) this.removeHeader(name);
    this.setHeader("content-type", type);
    this.setHeader("cache-control", "private, no-store");
    instead = body();
    return Reflect.apply(writeHead, this, [status]);
  };
  response.write = function writeInstead(/** @type {any[]} */ ...piece) {
    decide();
    if (instead === null) return Reflect.apply(write, this, piece);
    tellWriter(piece);
    return true;
  };
  response.end = function endInstead(/** @type {any[]} */ ...piece) {
    decide();
    if (instead === null) return Reflect.apply(end, this, piece);
    void instead.then((text) => {
      end.call(this, text, "utf8");
      tellWriter(piece);
    });
    instead = null;
    return this;
  };
}

const isObject = (/** @type {unknown} */ part) => typeof part === "object";
