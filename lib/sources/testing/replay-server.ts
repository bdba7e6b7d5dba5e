import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

export type Reply =
  | { status?: number; headers?: Record<string, string>; json?: unknown; text?: string; gzip?: boolean }
  /** Says nothing, ever. */
  | "hang"
  /** Sends the beginning of an answer and nothing more. */
  | "stall"
  /** Ends the connection in the middle of an answer. */
  | "cut"
  /** Sends an answer without end. */
  | "flood";

interface Asked {
  url: URL;
  headers: IncomingHttpHeaders;
}

/** A service on this machine that answers as a test says. */
export interface ReplayServer {
  base: string;
  /** What it was asked, in order. */
  asked: Asked[];
  close(): Promise<void>;
}

/** Starts a service; `reply` says what it answers, 404 where that is nothing. */
export async function startReplay(
  reply: (url: URL, number: number) => Reply | undefined | Promise<Reply | undefined>,
): Promise<ReplayServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "", "http://replay");
    asked.push({ url, headers: request.headers });
    send(response, (await reply(url, asked.length)) ?? { status: 404, json: { error: "not found" } });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  };
  return { base: `http://127.0.0.1:${port}`, asked, close };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === "hang") return;
  if (typeof reply === "string") {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"results":[');
    if (reply === "cut") setTimeout(() => response.destroy(), 20);
    if (reply === "flood") flood(response);
    return;
  }
  const body = Buffer.from(reply.text ?? JSON.stringify(reply.json ?? {}));
  const packed = reply.gzip ? { "content-encoding": "gzip" } : {};
  response.writeHead(reply.status ?? 200, { ...packed, ...reply.headers });
  response.end(reply.gzip ? gzipSync(body) : body);
}

function flood(response: ServerResponse): void {
  if (response.destroyed) return;
  response.write(" ".repeat(64 * 1024), () => setImmediate(flood, response));
}
