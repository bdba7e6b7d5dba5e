import { z } from "zod";
import { DELIMITERS, MOST_LINES_BEFORE } from "@/lib/import/csv-columns";

type Params = Readonly<Record<string, string | string[] | undefined>>;

const Delimiter = z.enum(DELIMITERS).optional().catch(undefined);
const Line = z.coerce.number().int().min(1).max(MOST_LINES_BEFORE).optional().catch(undefined);

/** How the table is to be taken apart; what is malformed counts as not given. */
export function readGiven(params: Params) {
  const first = (name: string) => [params[name]].flat()[0] || undefined;
  return { delimiter: Delimiter.parse(first("delimiter")), headerLine: Line.parse(first("line")) };
}
