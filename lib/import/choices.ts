import { z } from "zod";
import { Identifier, Slug } from "./record";

/** What an admin says of a file beside it. What is absent is left to the file. */
export const ImportChoices = z.strictObject({
  /** A format's name, where the detected one is wrong. */
  format: z.string().max(50).optional(),
  /** The hub that the file's only hub is, or is to become. */
  hubSlug: Slug.optional(),
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
