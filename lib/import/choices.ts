import { z } from "zod";
import { CSV_FIELDS, DELIMITERS, MOST_LINES_BEFORE } from "./csv-columns";
import { Identifier, Slug } from "./record";

/** What the columns of a table hold, one after the other; null is not read. */
export const TableChoice = z.strictObject({
  delimiter: z.enum(DELIMITERS),
  headerLine: z.int().min(1).max(MOST_LINES_BEFORE),
  fields: z.array(z.enum(CSV_FIELDS).nullable()).min(2).max(1000),
});
export type TableChoice = z.infer<typeof TableChoice>;

/** What an admin says of a file beside it. What is absent is left to the file. */
export const ImportChoices = z.strictObject({
  /** A format's name, where the detected one is wrong. */
  format: z.string().max(50).optional(),
  /** The hub that the file's only hub is, or is to become. */
  hubSlug: Slug.optional(),
  /** What the columns of a table hold, where their names do not say it. */
  table: TableChoice.optional(),
  /** The work that is gathered from the open services instead of a file, and how many citers of it from each. */
  gather: z.strictObject({ id: Identifier, mostCiters: z.int().positive() }).optional(),
  /** What the works are of a file that only lists works. */
  listing: z
    .strictObject({
      as: z.enum(["citers", "references"]),
      of: z.strictObject({
        identifiers: z.array(Identifier).max(50),
        title: z.string().trim().min(1).max(2000).optional(),
      }),
      source: z.string().min(1).max(100),
    })
    .optional(),
});
export type ImportChoices = z.infer<typeof ImportChoices>;
