import { connect } from "node:net";

/** What came back on a connection until it was closed. */
export interface RawAnswer {
  /** Of every answer in turn, such as 100 and 200. */
  statuses: number[];
  text: string;
}

const PATIENCE_MS = 30_000;

/**
 * Writes to a connection whatever the text is, as no client would, and reads until the site closes it.
 *
 * @param leaves whether our side is closed after the last piece, with the answer still to come.
 * @throws when nothing comes and the connection stays open.
 */
export function sendRaw(
  site: string,
  head: readonly string[],
  body: Buffer | string,
  { leaves = false } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    let text = "";
    const read = () => {
      const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
      resolve({ statuses, text });
    };
    socket.setTimeout(PATIENCE_MS, () => {
      socket.destroy();
      reject(new Error(`the site neither answers nor closes: ${head.join(" | ")}: ${text.slice(0, 200)}`));
    });
    socket.setEncoding("utf8").on("data", (piece) => {
      text += piece;
    });
    // A site that closes while something is still being sent resets the connection.
    socket.on("error", read);
    socket.on("end", () => {
      socket.destroy();
      read();
    });
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    socket.write(body);
    if (leaves) socket.end();
  });
}

/** A body in chunks of so many bytes, each with its length before it. */
export function chunked(body: string, size = 60_000): string {
  const pieces = body.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
  return `${pieces.map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`).join("")}0\r\n\r\n`;
}
