import type { Arxiv } from "./arxiv";
import type { Crossref } from "./crossref";
import type { OpenAlex } from "./openalex";
import type { SemanticScholar } from "./semantic-scholar";

/** The services that a hub is gathered from. */
export interface Services {
  openalex: OpenAlex;
  "semantic-scholar": SemanticScholar;
  crossref: Crossref;
  arxiv: Arxiv;
}
