import { channel } from "node:diagnostics_channel";
import { STATUS_CODES } from "node:http";

/**
 * What is answered to what never becomes a request: Node tells of it by an error of the connection, and would send a
 * bare status.
 *
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {import("node:net").Socket} Socket
 * @typedef {Error & { code?: string }} Fault
 */

/** @type {readonly [status: number, words: string]} */
const UNREADABLE = [400, "This request could not be read."];
/** @type {Readonly<Record<string, readonly [status: number, words: string]>>} */
const ANSWERS = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "This request took too long to arrive. Send it again."],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "The chunks of this request say too much beside their content."],
  HPE_HEADER_OVERFLOW: [431, "The address, cookies and other headers of this request are too long."],
};
/** How long what still arrives is let go by: a connection that is closed on it takes the answer from its reader. */
const LET_GO_BY_MS = 1000;

/** Hears of each such answer: `{ status, code }`, the code being Node's for what was wrong. */
const told = channel("spokes.unreadable-request");

/** @type {WeakMap<Socket, number>} how many answers have begun on a connection and not ended */
const begun = new WeakMap();

/**
 * Is told of every answer when it begins.
 * @param {Response} response
 * @param {Socket} socket on which its request came; a request that is given up forgets it
 */
export function noteAnswer(response, socket) {
  begun.set(socket, (begun.get(socket) ?? 0) + 1);
  response.once("close", () => begun.set(socket, (begun.get(socket) ?? 1) - 1));
}

/**
 * Answers in words and closes the connection; only closes it when nobody reads, or when the reader would take the words
 * for a part of another answer.
 *
 * @param {Fault} fault
 * @param {Socket} socket
 * @param {(status: number) => (readonly string[])[]} headersOf names and values that every answer carries
 */
export function answerUnreadable(fault, socket, headersOf) {
  // Told again of what is let go by.
  if (socket.writableEnded) return;
  if (!socket.writable || fault.code === "ECONNRESET" || begun.get(socket)) {
    socket.destroy(fault);
    return;
  }
  const [status, words] = ANSWERS[fault.code ?? ""] ?? UNREADABLE;
  const body = `${words}\n`;
  const head = [
    ["Date", new Date().toUTCString()],
    ["Content-Type", "text/plain; charset=utf-8"],
    ["Content-Length", String(Buffer.byteLength(body))],
    ["Connection", "close"],
    ...headersOf(status),
  ].map((header) => `${header.join(": ")}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join("")}\r\n${body}`);
  setTimeout(() => socket.destroy(), LET_GO_BY_MS);
  told.publish({ status, code: fault.code ?? "unknown" });
}
