import { LARGEST_FORM } from "./admission.mjs";

/**
 * Holds back a form that does not say how long it is until all of it is there: Next would begin with one that turns out
 * to be too large, and call that a fault of its own.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {{ take: () => void, refuse: () => void }} by called once: take, before any of the form can be read
 */
export function awaitForm(request, { take, refuse }) {
  /** @type {Buffer[] | null} */
  let pieces = [];
  let bytes = 0;
  const { push } = request;
  request.push = (/** @type {Buffer | null} */ piece) => {
    bytes += piece?.length ?? 0;
    if (pieces !== null && bytes > LARGEST_FORM) {
      pieces = null;
      refuse();
    }
    // The rest of what was refused is let go by.
    if (pieces === null) return piece === null ? push.call(request, null) : true;
    if (piece !== null) {
      pieces.push(piece);
      return true;
    }
    request.push = push;
    take();
    for (const held of pieces) request.push(held);
    return request.push(null);
  };
}
