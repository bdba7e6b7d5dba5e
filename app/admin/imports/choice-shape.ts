import { z } from "zod";
import { FORMAT_NAMES } from "@/lib/import/formats";
import { Slug } from "@/lib/import/record";

/** The address of a hub as it is typed; an empty one says nothing. */
export const TypedSlug = z
  .string()
  .trim()
  .refine(
    (typed) => typed === "" || Slug.safeParse(typed).success,
    "The last part of a hub’s address: small letters, digits and single hyphens.",
  );

/** What `ChoiceFields` send. */
export const CHOICE_SHAPE = {
  format: z.enum(["", ...FORMAT_NAMES], "Choose a format of the list."),
  hubSlug: TypedSlug,
  as: z.enum(["", "citers", "references"], "Choose what the listed works are."),
  of: z.string().trim().max(2000, "At most 2,000 characters."),
};
