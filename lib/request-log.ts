import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";

/** What the log says of one request. */
export interface RequestLine {
  request: string;
  method: string;
  /** The pattern of its address, such as /hubs/[slug]; never the address, which may name a person. */
  route: string;
  status: number;
  ms: number;
  /** Present when the browser went away before it had the whole answer. */
  aborted?: true;
}

/** A pattern and what matches its addresses. */
export interface Route {
  page: string;
  regex: RegExp;
}

// Kept on globalThis: Next bundles this module once for pages and once for what runs at the start.
const KEPT = Symbol.for("spokes.requests");
const kept = globalThis as typeof globalThis & { [KEPT]?: AsyncLocalStorage<string> };
kept[KEPT] ??= new AsyncLocalStorage();
const requests = kept[KEPT];

/** The name of the request that is being answered, if one is. */
export const currentRequest = (): string | undefined => requests.getStore();

/**
 * From now on every request to this process gets a name of its own, which the answer carries as X-Request-Id, and one
 * line when its answer is over. What a browser sends is taken for none of it.
 */
export function logRequests(routes: readonly Route[], note: (line: RequestLine) => void): void {
  const { emit } = Server.prototype;
  Server.prototype.emit = function emitLogged(...sent: [event: string | symbol, ...args: unknown[]]) {
    if (sent[0] !== "request" && sent[0] !== "checkExpectation") return Reflect.apply(emit, this, sent);
    const [, incoming, response] = sent as unknown as [string, IncomingMessage, ServerResponse];
    const request = randomUUID();
    const started = performance.now();
    const { method = "", url = "" } = incoming;
    response.setHeader("X-Request-Id", request);
    response.once("close", () =>
      note({
        request,
        method,
        route: routeOf(url, routes),
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        ...(response.writableFinished ? {} : { aborted: true as const }),
      }),
    );
    return requests.run(request, () => Reflect.apply(emit, this, sent));
  };
}

function routeOf(url: string, routes: readonly Route[]): string {
  const [path = ""] = url.split("?");
  if (path.startsWith("/_next/")) return "/_next";
  return routes.find(({ regex }) => regex.test(path))?.page ?? "none";
}
