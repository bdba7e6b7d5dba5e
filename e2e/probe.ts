import { request } from "node:http";
import { expect } from "@playwright/test";

/** A request, with its path as it is written; clients of a higher kind would tidy it up. */
export interface Probe {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const PATIENCE_MS = 30_000;
const AT_ONCE = 4;

/** What only code, a driver or a database says. */
export const TELLTALE =
  /\bat (?:async )?[\w.<>[\] ]*\(?(?:file:\/\/|\/)\S+:\d+:\d+|node_modules[/\\]|PostgresError|DrizzleQueryError|Failed query|syntax error at or near|invalid input syntax|invalid byte sequence/;

/** What is wrong with the answer to a probe, in one line; null when nothing is. */
export function problemOf(site: string, probe: Probe): Promise<string | null> {
  const { hostname, port } = new URL(site);
  const { method, path, headers, body = "" } = probe;
  const { cookie = "", ...others } = headers;
  const said = [method, path, cookie && "with a cookie", JSON.stringify(others), body].map((part) =>
    part.slice(0, 300),
  );
  const described = said.join(" ");
  return new Promise((resolve) => {
    const options = { hostname, port, path, method, headers, timeout: PATIENCE_MS };
    const sent = request(options, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (data: string) => {
        text += data;
      });
      answer.on("end", () => {
        const status = answer.statusCode ?? 0;
        const told = TELLTALE.exec(text)?.[0];
        const isBare = answer.headers["content-security-policy"] === undefined;
        if (status >= 500) resolve(`${status}: ${described}`);
        else if (told) resolve(`tells "${told}": ${described}`);
        // Node itself turns away what is no HTTP, before there is a request.
        else resolve(isBare && status !== 400 && status !== 431 ? `bare: ${described}` : null);
      });
    });
    sent.on("timeout", () => sent.destroy(new Error(`no answer within ${PATIENCE_MS} ms`)));
    sent.on("error", (error) => resolve(`${error.message}: ${described}`));
    sent.end(body);
  });
}

/** Asks all of them, a few at a time, and expects nothing to be wrong with any answer. */
export async function expectAllFine(site: string, probes: readonly Probe[], hint: string): Promise<void> {
  const problems: string[] = [];
  const left = [...probes];
  const work = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const problem = await problemOf(site, one);
      if (problem !== null) problems.push(problem);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(problems, hint).toEqual([]);
}
