import { z } from "zod";
import type { Env } from "@/lib/env";
import { Arxiv } from "./arxiv";
import { Crossref } from "./crossref";
import { OpenAlex } from "./openalex";
import { SemanticScholar } from "./semantic-scholar";
import type { Services } from "./services";
import { type ClientWorld, SourceClient } from "./source-client";

/**
 * Milliseconds between two requests, as the services ask for or a little slower: OpenAlex 100 a second, Semantic Scholar
 * one (with a key; without one all share a pool), Crossref one list a second for the nameless and three for those with
 * an address, arXiv one in three seconds.
 */
const INTERVALS = { openalex: 100, semanticScholar: 1100, crossref: 1000, crossrefPolite: 350, arxiv: 3100 };

type Settings = Pick<
  Env,
  | "OPENALEX_URL"
  | "OPENALEX_KEY"
  | "SEMANTIC_SCHOLAR_URL"
  | "SEMANTIC_SCHOLAR_KEY"
  | "CROSSREF_URL"
  | "ARXIV_URL"
  | "CONTACT"
>;

/** The services at their addresses, with what tells them who asks. */
export function openServices(env: Settings, world: ClientWorld): Services {
  const mailto = z.email().safeParse(env.CONTACT).data;
  const contact = mailto === undefined ? env.CONTACT : `mailto:${mailto}`;
  const headers = { "user-agent": contact === undefined ? "Spokes" : `Spokes (${contact})` };
  const polite: Record<string, string> = mailto === undefined ? {} : { mailto };
  const key = env.SEMANTIC_SCHOLAR_KEY;
  const client = (
    base: string,
    interval: number,
    own: { headers?: Record<string, string>; params?: Record<string, string> } = {},
  ) =>
    new SourceClient(
      { base, interval, headers: { ...headers, ...own.headers }, params: own.params ?? {} },
      world,
    );
  return {
    openalex: new OpenAlex(
      client(env.OPENALEX_URL, INTERVALS.openalex, {
        params: { ...polite, ...(env.OPENALEX_KEY && { api_key: env.OPENALEX_KEY }) },
      }),
      env.OPENALEX_KEY !== undefined,
    ),
    "semantic-scholar": new SemanticScholar(
      client(env.SEMANTIC_SCHOLAR_URL, INTERVALS.semanticScholar, {
        headers: { ...(key && { "x-api-key": key }) },
      }),
    ),
    crossref: new Crossref(
      client(env.CROSSREF_URL, mailto ? INTERVALS.crossrefPolite : INTERVALS.crossref, { params: polite }),
    ),
    arxiv: new Arxiv(client(env.ARXIV_URL, INTERVALS.arxiv)),
  };
}
