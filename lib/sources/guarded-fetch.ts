import { type LookupAddress, lookup as resolveName } from "node:dns";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { mayConnect } from "./private-address";

/** What is needed of an answer; a `Response` has it too. */
export interface SourceAnswer {
  status: number;
  headers: { get(name: string): string | null };
  body: AsyncIterable<Uint8Array> | null;
}

/** One GET request. A redirect is an answer, not followed. */
export type SourceFetch = (
  url: URL,
  request: { headers: Readonly<Record<string, string>>; signal: AbortSignal },
) => Promise<SourceAnswer>;

/** A request was about to go where none may go. */
export class RefusedAddressError extends Error {
  override name = "RefusedAddressError";
}

/**
 * Sends requests to public addresses alone. The address is checked where the connection is made, so that a name cannot
 * mean another address a moment later; `fetch` has no place for that.
 */
export function guardedFetch({ allowLoopback }: { allowLoopback: boolean }): SourceFetch {
  const lookup = guardedLookup(allowLoopback);
  return (url, { headers, signal }) =>
    new Promise((resolve, reject) => {
      // No name is looked up for a host that is an address already.
      const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
      if (isIP(host) !== 0 && !mayConnect(host, allowLoopback)) throw new RefusedAddressError(refusal(host));
      const { request } = url.protocol === "https:" ? https : http;
      const sent = request(url, { headers: { ...headers, "accept-encoding": "gzip" }, signal, lookup });
      sent.on("response", (answer) => resolve(readAnswer(answer)));
      sent.on("error", reject);
      sent.end();
    });
}

const refusal = (host: string) => `${host} is no public address`;

/** Resolves a name as usual and fails when any of its addresses is private. */
function guardedLookup(allowLoopback: boolean): LookupFunction {
  return (host, options, callback) => {
    resolveName(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || !first) return callback(error ?? new Error(`${host} has no address`), "");
      if (found.some(({ address }) => !mayConnect(address, allowLoopback)))
        return callback(new RefusedAddressError(refusal(host)), "");
      if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

function readAnswer(answer: IncomingMessage): SourceAnswer {
  const get = (name: string) => {
    const value = answer.headers[name.toLowerCase()];
    return value === undefined ? null : String(value);
  };
  const isPacked = get("content-encoding")?.toLowerCase() === "gzip";
  // A failure of either stream ends both; whoever reads the body is told.
  const body = isPacked ? pipeline(answer, createGunzip(), () => undefined) : answer;
  return { status: answer.statusCode ?? 0, headers: { get }, body };
}
