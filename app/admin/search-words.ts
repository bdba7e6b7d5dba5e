import { z } from "zod";

/** Characters of what is looked for in a list. */
export const LONGEST_SEARCH = 100;

/** Words that are looked for in a list, on one line; longer ones are cut. */
export const SearchWords = z.string().transform((text) =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, LONGEST_SEARCH),
);
