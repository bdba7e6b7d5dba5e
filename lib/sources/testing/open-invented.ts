import { guardedFetch } from "../guarded-fetch";
import { openServices } from "../open-services";
import type { Services } from "../services";
import { type Invented, inventedServices } from "./invented-services";
import { type ReplayServer, startReplay } from "./replay-server";
import { stillClock } from "./still-clock";

/** Four invented services on this machine that know one hub, with a clock that waits for nothing. */
export async function openInvented(
  instead?: Invented["instead"],
): Promise<{ server: ReplayServer; services: Services }> {
  const server = await startReplay(
    inventedServices({
      openAlex: [11, 12, 13],
      semanticScholar: [12, 13, 14],
      counted: { openAlex: 812, semanticScholar: 790, crossref: 655 },
      instead,
    }),
  );
  const services = openServices(
    {
      OPENALEX_URL: `${server.base}/openalex`,
      SEMANTIC_SCHOLAR_URL: `${server.base}/s2`,
      CROSSREF_URL: `${server.base}/crossref`,
      ARXIV_URL: `${server.base}/arxiv`,
    },
    {
      fetch: guardedFetch({ allowLoopback: true }),
      clock: stillClock(),
      stop: new AbortController().signal,
    },
  );
  return { server, services };
}
