import { z } from "zod";

/** The schemas that the OpenAPI document names, by their names there. */
export const API_SCHEMAS = z.registry<{ id: string }>();

/** Gives a schema its name and its description in the OpenAPI document. */
export function named<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  const described = schema.describe(description);
  API_SCHEMAS.add(described as z.ZodType, { id });
  return described;
}

/** A whole number that is not negative. */
export const Count = z.int().min(0);

/** A point in time, in UTC. */
export const Moment = z.iso.datetime();
