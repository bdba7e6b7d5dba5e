import type { z } from "zod";

/** One thing that can be asked of the API: what the route, the OpenAPI document and the tests all go by. */
export interface Operation<
  Path extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
> {
  /** The name of the operation for generated clients, such as `listCiters`. */
  id: string;
  /** Its address below `/api/v1`, with the parameters in braces; empty for the root. */
  at: string;
  /** The group it stands under in the OpenAPI document. */
  tag: ApiTag;
  summary: string;
  description: string;
  /** A value that does not fit means that nothing is at the address. */
  path: Path;
  /** A strict object: a parameter that is not in it is refused. */
  query: Query;
  answer: Answer;
}

/** The groups of operations, with what they are about. */
export const API_TAGS = {
  Hubs: "Works whose reception is shown here.",
  Citations: "The papers that cite a hub, the sentences in which they do, and what people made of them.",
  Search: "The whole site at once.",
  Terms: "The API itself, and the words that its answers use.",
} as const;
type ApiTag = keyof typeof API_TAGS;

/** Keeps the types of the schemas with the description. */
export function operation<Path extends z.ZodObject, Query extends z.ZodObject, Answer extends z.ZodType>(
  description: Operation<Path, Query, Answer>,
): Operation<Path, Query, Answer> {
  return description;
}
