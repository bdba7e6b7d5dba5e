/**
 * How connections end once the server is closed, which is how Next begins to end. Node waits for every connection that
 * is not idle at that moment, and its client may go on asking on it for ever; one on which nothing was ever asked counts
 * as one that is about to.
 *
 * @typedef {import("node:http").Server} Server
 * @typedef {import("node:net").Socket} Socket
 */

const LOOK_EVERY_MS = 100;
/** Well within what is left of the ten seconds that the site has to end, with its database. */
const CUT_OFF_AFTER_MS = 5000;

/** @type {Set<Socket>} */
const open = new Set();
let ending = false;

/** Whether an answer that begins now is the last on its connection. */
export const isEnding = () => ending;

/** Is told of every connection. */
export function noteConnection(/** @type {Socket} */ socket) {
  open.add(socket);
  socket.once("close", () => open.delete(socket));
}

/** Ends each connection when what was asked on it is answered, and whatever takes too long. */
export function endConnections(/** @type {Server} */ server) {
  if (ending) return;
  ending = true;
  const looking = setInterval(() => {
    server.closeIdleConnections();
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  }, LOOK_EVERY_MS);
  const cutting = setTimeout(() => server.closeAllConnections(), CUT_OFF_AFTER_MS);
  server.once("close", () => {
    clearInterval(looking);
    clearTimeout(cutting);
  });
}
