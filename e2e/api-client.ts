import type { APIRequestContext, APIResponse } from "@playwright/test";
import Ajv, { type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "./fixtures";

type Operations = Record<string, { get: { operationId: string; responses: Responses } }>;
type Responses = Record<string, { content?: Record<string, { schema: object }> }>;
interface Document {
  paths: Operations;
  components: { schemas: Record<string, object>; responses: Responses };
}

const API = "/api/v1";

/** Asks the API and checks every answer against the document that the API itself gives. */
export class ApiClient {
  readonly #validators = new Map<string, ValidateFunction>();
  #document: Document | null = null;

  constructor(private readonly request: APIRequestContext) {}

  /** The document, asked for once. */
  async document(): Promise<Document> {
    this.#document ??= (await (await this.request.get(`${API}/openapi.json`)).json()) as Document;
    return this.#document;
  }

  /** An answer that must be right: as its schema says, and without a field that the schema does not name. */
  async get<Answer>(path: string): Promise<Answer> {
    const response = await this.request.get(`${API}${path}`);
    expect(response.status(), `${path}: ${await response.text()}`).toBe(200);
    expect(response.headers()["content-type"]).toBe("application/json");
    const body: unknown = await response.json();
    const { get } = await this.#operationAt(path);
    await this.#expectValid(get.responses["200"]?.content?.["application/json"]?.schema, body, path);
    return body as Answer;
  }

  /** An answer that must be a problem of this kind. */
  async problem(path: string, status: number, kind: string, method = "GET") {
    const response = await this.request.fetch(`${API}${path}`, { method, maxRedirects: 0 });
    await this.expectProblem(response, status, kind);
    return (await response.json()) as { detail: string; errors?: { parameter: string; detail: string }[] };
  }

  async expectProblem(response: APIResponse, status: number, kind: string): Promise<void> {
    expect(response.status(), response.url()).toBe(status);
    expect(response.headers()["content-type"]).toBe("application/problem+json");
    expect(response.headers()["access-control-allow-origin"]).toBe("*");
    const body: { type: string; status: number } = await response.json();
    expect(body.status).toBe(status);
    expect(new URL(body.type).hash).toBe(`#${kind}`);
    await this.#expectValid({ $ref: "#/components/schemas/Problem" }, body, response.url());
  }

  async #operationAt(path: string) {
    const { paths } = await this.document();
    const asked = path.replace(/\?.*/, "") || "/";
    const fits = (template: string) =>
      new RegExp(`^${template.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`).test(asked);
    const found = Object.entries(paths).find(([template]) => fits(template))?.[1];
    if (!found) throw new Error(`The document does not describe ${asked}.`);
    return found;
  }

  async #expectValid(schema: object | undefined, body: unknown, what: string): Promise<void> {
    expect(schema, `the document has a schema for ${what}`).toBeDefined();
    const { components } = await this.document();
    const key = JSON.stringify(schema);
    let validate = this.#validators.get(key);
    if (!validate) {
      const ajv = new Ajv({ removeAdditional: "all", strictSchema: false, allErrors: true });
      addFormats(ajv);
      validate = ajv.compile({ ...schema, components });
      this.#validators.set(key, validate);
    }
    const checked = structuredClone(body);
    validate(checked);
    expect(validate.errors ?? [], what).toEqual([]);
    // What the schema does not name was taken out of the copy.
    if (!what.startsWith("/openapi.json"))
      expect(checked, `${what} has only fields of its schema`).toEqual(body);
  }
}
