import { GET_CITATION, GET_CONTEXT } from "./citation-operations";
import { GET_HUB, LIST_AGREEMENT, LIST_CLAIMS, LIST_HUBS } from "./hub-operations";
import type { Operation } from "./operation";
import { LIST_CITERS, LIST_COCITED, LIST_CONTEXTS, SEARCH } from "./query-operations";
import { GET_OPENAPI, GET_ROOT, GET_VOCABULARY } from "./term-operations";

/** Everything that can be asked of the API, in the order of its document. */
export const OPERATIONS: readonly Operation[] = [
  GET_ROOT,
  LIST_HUBS,
  GET_HUB,
  LIST_CLAIMS,
  LIST_AGREEMENT,
  LIST_COCITED,
  LIST_CITERS,
  GET_CITATION,
  LIST_CONTEXTS,
  GET_CONTEXT,
  SEARCH,
  GET_VOCABULARY,
  GET_OPENAPI,
];
