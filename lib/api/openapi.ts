import { z } from "zod";
import { apiAt, pageAt } from "./addresses";
import { API_SCHEMAS } from "./named-schema";
import { API_TAGS, type Operation } from "./operation";
import { OPERATIONS } from "./operations";
import { PROBLEM_KINDS, PROBLEM_TYPE, type ProblemKind } from "./problem";

type JsonSchema = z.core.JSONSchema.JSONSchema;

const refer = (id: string) => ({ $ref: `#/components/schemas/${id}` });

/** The OpenAPI 3.1 document of the API, made from the schemas that its routes go by. */
export function openApiDocument({ labelLicence }: { labelLicence: string }) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Spokes",
      version: "1",
      summary: "How scholarly works were received.",
      description: `Everything public on this site as JSON; ${pageAt("/api")} explains it with examples.`,
      license: { name: `Labels: ${labelLicence}`, identifier: labelLicence },
    },
    servers: [{ url: apiAt("") }],
    // Everything is public.
    security: [],
    tags: Object.entries(API_TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(
      OPERATIONS.map((operation) => [operation.at || "/", { get: operationObject(operation) }]),
    ),
    components: { schemas: componentSchemas(), headers: HEADERS, responses: problemResponses() },
  };
}

function operationObject({ id, tag, summary, description, path, query, answer }: Operation) {
  const hasPath = Object.keys(path.shape).length > 0;
  const hub = "slug" in path.shape;
  const problems: ProblemKind[] = [
    ...(hasPath ? (["not-found"] as const) : []),
    "too-many-requests",
    "unavailable",
  ];
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    parameters: [...parametersIn("path", path), ...parametersIn("query", query)],
    responses: {
      200: {
        description: "The answer.",
        headers: headersNamed("ETag", "Cache-Control", "RateLimit", "RateLimit-Policy"),
        content: { "application/json": { schema: refer(nameOf(answer)) } },
      },
      304: {
        description: "Nothing has changed since the answer whose `ETag` was sent as `If-None-Match`.",
        headers: headersNamed("ETag"),
      },
      ...(hub ? { 308: MOVED } : {}),
      400: { $ref: "#/components/responses/invalid-parameter" },
      ...Object.fromEntries(
        problems.map((kind) => [PROBLEM_KINDS[kind].status, { $ref: `#/components/responses/${kind}` }]),
      ),
    },
  };
}

const MOVED = {
  description: "The hub has another address now.",
  headers: { Location: { schema: { type: "string", format: "uri" } } },
};

const HEADERS = {
  ETag: { description: "Names this answer; send it as `If-None-Match`.", schema: { type: "string" } },
  "Cache-Control": {
    description: "How long a shared cache may keep the answer.",
    schema: { type: "string" },
  },
  RateLimit: {
    description: "`r`: how many requests are left; `t`: seconds until all are back.",
    schema: { type: "string" },
  },
  "RateLimit-Policy": {
    description: "`q`: how many requests in `w` seconds a network has.",
    schema: { type: "string" },
  },
  "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } },
} as const;

const headersNamed = (...names: (keyof typeof HEADERS)[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

function problemResponses() {
  return Object.fromEntries(
    Object.entries(PROBLEM_KINDS).map(([kind, { title, status }]) => [
      kind,
      {
        description: `${title}.`,
        headers: status === 429 || status === 503 ? headersNamed("Retry-After") : undefined,
        content: { [PROBLEM_TYPE]: { schema: refer("Problem") } },
      },
    ]),
  );
}

/** A path is told by what it becomes, a number; a query by what is sent, with what may be left out. */
function parametersIn(place: "path" | "query", schema: z.ZodObject) {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: place === "path" ? "output" : "input",
    override: tidy,
  });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property as JsonSchema;
    return {
      name,
      in: place,
      required: place === "path" || required.includes(name),
      description,
      schema: rest,
    };
  });
}

function componentSchemas() {
  const { schemas } = z.toJSONSchema(API_SCHEMAS, {
    uri: (id) => refer(id).$ref,
    io: "input",
    override: tidy,
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]));
}

function nameOf(answer: z.ZodType): string {
  const id = API_SCHEMAS.get(answer)?.id;
  if (id === undefined) throw new Error("The answer of an operation needs a name; see named-schema.ts.");
  return id;
}

/** Leaves out bounds that say only that a number is exact, and patterns that say again what the format says. */
function tidy({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
