import { LARGEST_FORM } from "./admission.mjs";

/**
 * Keeps a form while it passes, so that it can be given back when it could not be taken in. What Next reads of the
 * request is not touched.
 *
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {{ name: string, value: string }} Field
 */

/**
 * @param {Request} request a form that is on its way, sent by a page without script.
 * @returns {() => Promise<Field[] | null>} its fields; null when it is not there in full, is too large or holds a file.
 */
export function keepForm(request) {
  /** @type {Buffer[]} */
  let pieces = [];
  let bytes = 0;
  const { push } = request;
  request.push = (/** @type {any} */ piece, /** @type {any} */ encoding) => {
    bytes += piece?.length ?? 0;
    if (bytes > LARGEST_FORM) pieces = [];
    else if (piece) pieces.push(piece);
    return push.call(request, piece, encoding);
  };
  const type = request.headers["content-type"] ?? "";
  return async () => {
    if (!request.complete || bytes > LARGEST_FORM) return null;
    try {
      const sent = new Response(Buffer.concat(pieces), { headers: { "content-type": type } });
      const fields = [...(await sent.formData())];
      return fields.some(([, value]) => typeof value !== "string")
        ? null
        : fields.map(([name, value]) => ({ name, value: String(value) }));
    } catch {
      // What is no form cannot be given back as one.
      return null;
    }
  };
}
