import type { Route } from "next";
import { z } from "zod";
import { PEOPLE_SHOWN, type PeopleShown } from "@/db/queries/people";
import { SearchWords } from "../search-words";

/** What the address of the list of people asks for. */
export interface PeopleSearch {
  /** Part of a handle, name or e-mail address. */
  words: string;
  shown: PeopleShown;
  /** The account after which the page begins. */
  after: number | null;
}

const After = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

/** Reads the parameters of the list. One that is malformed counts as not given; of a repeated one the first counts. */
export function readPeopleSearch(
  params: Readonly<Record<string, string | string[] | undefined>>,
): PeopleSearch {
  const one = (name: string) => [params[name]].flat()[0];
  return {
    words: SearchWords.catch("").parse(one("q")),
    shown: z.enum(PEOPLE_SHOWN).catch(PEOPLE_SHOWN[0]).parse(one("show")),
    after: After.nullable().catch(null).parse(one("after")),
  };
}

/** The address of the list for a search; what is not asked for stays out of it. */
export function peopleHref({ words, shown, after }: Partial<PeopleSearch> = {}): Route {
  const query = new URLSearchParams();
  if (words) query.set("q", words);
  if (shown && shown !== PEOPLE_SHOWN[0]) query.set("show", shown);
  if (after) query.set("after", String(after));
  return `/admin/people${query.size > 0 ? `?${query}` : ""}` as Route;
}
