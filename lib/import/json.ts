import { printable } from "./remark";

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A JSON value, or what is wrong with its text. */
export type JsonReading = { value: unknown } | { problem: string };

/** The value of a JSON text, or what is wrong with the text. */
export function readJson(text: string): JsonReading {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    // JSON.parse throws nothing but the SyntaxError that says what stands where.
    return { problem: printable(error instanceof Error ? error.message : String(error)) };
  }
}
