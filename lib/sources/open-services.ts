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
  const { OPENALEX_KEY, SEMANTIC_SCHOLAR_KEY, CONTACT } = env;
  const mailto = z.email().safeParse(CONTACT).data;
  const polite: Record<string, string> = mailto === undefined ? {} : { mailto };
  const keys = [OPENALEX_KEY, SEMANTIC_SCHOLAR_KEY].filter((key) => key !== undefined);
  const client = (base: string, interval: number, headers = {}, params = {}) =>
    new SourceClient(
      { base, interval, headers: { "user-agent": agentOf(CONTACT, mailto), ...headers }, params, keys },
      world,
    );
  return {
    openalex: new OpenAlex(
      client(
        env.OPENALEX_URL,
        INTERVALS.openalex,
        {},
        {
          ...polite,
          ...(OPENALEX_KEY && { api_key: OPENALEX_KEY }),
        },
      ),
      OPENALEX_KEY !== undefined,
    ),
    "semantic-scholar": new SemanticScholar(
      client(env.SEMANTIC_SCHOLAR_URL, INTERVALS.semanticScholar, {
        ...(SEMANTIC_SCHOLAR_KEY && { "x-api-key": SEMANTIC_SCHOLAR_KEY }),
      }),
    ),
    crossref: new Crossref(
      client(env.CROSSREF_URL, mailto ? INTERVALS.crossrefPolite : INTERVALS.crossref, {}, polite),
    ),
    arxiv: new Arxiv(client(env.ARXIV_URL, INTERVALS.arxiv)),
  };
}

/** The name under which services see us; headers are ASCII, so that an address of other letters is encoded. */
function agentOf(contact: string | undefined, mailto: string | undefined): string {
  if (contact === undefined) return "Spokes";
  return `Spokes (${mailto === undefined ? new URL(contact).href : `mailto:${mailto}`})`;
}
