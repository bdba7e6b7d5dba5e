import { z } from "zod";
import { Slug } from "@/lib/import/record";

const number = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)
  .pipe(z.int().min(1));

/** Of an operation on everything. */
export const NO_PATH = z.object({});
/** Of an operation on a hub. */
export const HubPath = z.object({ slug: Slug.describe("The name of the hub in addresses.") });
/** Of an operation on a citation. */
export const CitationPath = HubPath.extend({ citer: number.describe("The number of the citing work.") });
/** Of an operation on a sentence. */
export const ContextPath = z.object({ context: number.describe("The number of the sentence.") });

/** Of an operation that takes no parameters beside its address. */
export const NO_QUERY = z.strictObject({});
