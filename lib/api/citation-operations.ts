import { CitationAnswer } from "./citation-answer";
import { ContextAnswer } from "./context-answer";
import { operation } from "./operation";
import { CitationPath, ContextPath, NO_QUERY } from "./path-parameters";

export const GET_CITATION = operation({
  id: "getCitation",
  at: "/hubs/{slug}/citers/{citer}",
  tag: "Citations",
  summary: "One citation",
  description: "The tie between a hub and a work that cites it, with every sentence, label and vote.",
  path: CitationPath,
  query: NO_QUERY,
  answer: CitationAnswer,
});

export const GET_CONTEXT = operation({
  id: "getContext",
  at: "/contexts/{context}",
  tag: "Citations",
  summary: "One sentence",
  description: "A sentence in which a work speaks of a hub, with its label and votes.",
  path: ContextPath,
  query: NO_QUERY,
  answer: ContextAnswer,
});
