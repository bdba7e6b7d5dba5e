import { z } from "zod";
import { hubAt, pageAt } from "./addresses";
import { named } from "./named-schema";

export const CiterLinks = named(
  "CiterLinks",
  "Where more about a citation is found.",
  z.object({
    self: z.url().describe("The citation, with its sentences."),
    page: z.url().describe("For people."),
  }),
);

export const CITER_ID = z.int().min(1).describe("The number of the citing work.");

/** Where more about a citation is found. */
export const citerLinks = (slug: string, workId: number): z.infer<typeof CiterLinks> => ({
  self: hubAt(slug, `/citers/${workId}`),
  page: pageAt(`/citers/${workId}`),
});
