import { z } from "zod";

const LARGEST_PAGE = 200;
const USUAL_PAGE = 50;
const LONGEST_CURSOR = 1000;

/** How many entries an answer holds at most. */
export const Limit = z.coerce
  .number(`must be a whole number from 1 to ${LARGEST_PAGE}`)
  .int(`must be a whole number from 1 to ${LARGEST_PAGE}`)
  .min(1, `must be a whole number from 1 to ${LARGEST_PAGE}`)
  .max(LARGEST_PAGE, `must be a whole number from 1 to ${LARGEST_PAGE}`)
  .default(USUAL_PAGE)
  .describe("How many entries the answer holds at most.");

/** What is said of a cursor that nobody was given. */
export const CURSOR_HELP = "must be left out, or taken as it is from the address `next` of the page before";

/**
 * The parameter that says where a page of a list begins. Its text is sealed for those who ask: they take it from
 * `next`. What it holds is read by `after`, so a cursor that was made up is refused.
 */
export function cursorOf<After extends z.ZodType>(after: After) {
  return z
    .string()
    .max(LONGEST_CURSOR, CURSOR_HELP)
    .transform((text, context): z.output<After> => {
      const read = after.safeParse(parsed(text));
      if (read.success) return read.data;
      context.addIssue({ code: "custom", message: CURSOR_HELP });
      return z.NEVER;
    })
    .optional()
    .describe("Where the page begins; take it from `next` of the page before.");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    // Not what writeCursor wrote; no schema takes it.
    return undefined;
  }
}

/** What `cursorOf` reads. */
export function writeCursor(after: unknown): string {
  return Buffer.from(JSON.stringify(after)).toString("base64url");
}

/** The fields that every list has. */
export function pageOf<Item extends z.ZodType>(item: Item, total: string) {
  return z.object({
    items: z.array(item),
    total: z.int().min(0).nullable().describe(total),
    next: z.url().nullable().describe("The address of the next page; null on the last one."),
  });
}
