import type { Route } from "next";
import { z } from "zod";
import { Slug } from "@/lib/import/record";

type Params = Readonly<Record<string, string | string[] | undefined>>;

const one = (params: Params, name: string) => [params[name]].flat()[0];

const Id = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

/** A normalised title, at which the list goes on. */
const Title = z.string().min(1).max(2000);

/** Longest text by which a paper is named. */
export const LONGEST_NAME = 300;

/** What the address of the list of titles that are held twice asks for. */
export interface WorksSearch {
  /** Only among the citers of the hub at this address. */
  hub: string | null;
  /** The title with which the page begins. */
  from: string;
}

/** Reads the parameters of that list. One that is malformed counts as not given. */
export function readWorksSearch(params: Params): WorksSearch {
  return {
    hub: Slug.nullable().catch(null).parse(one(params, "hub")),
    from: Title.catch("").parse(one(params, "from")),
  };
}

/** The address of that list; what is not asked for stays out of it. */
export function worksHref({ hub, from }: Partial<WorksSearch> = {}): Route {
  const query = new URLSearchParams();
  if (hub) query.set("hub", hub);
  if (from) query.set("from", from);
  return `/admin/works${query.size > 0 ? `?${query}` : ""}` as Route;
}

/** Reads by which names two papers are to be compared; "" where one is not given. */
export function readPair(params: Params): { into: string; from: string } {
  const name = z.string().trim().max(LONGEST_NAME).catch("");
  return { into: name.parse(one(params, "into")), from: name.parse(one(params, "from")) };
}

/** The address at which two papers are compared before they are merged. */
export function pairHref({ into, from }: { into: number; from: number }): Route {
  return `/admin/works/merge?${new URLSearchParams({ into: `${into}`, from: `${from}` })}` as Route;
}

/** Reads before which merge a page of the list of merges begins; null at its front. */
export function readBefore(params: Params): number | null {
  return Id.nullable().catch(null).parse(one(params, "before"));
}

/** The address of the list of merges. */
export function mergesHref(before: number | null = null): Route {
  return `/admin/works/merges${before === null ? "" : `?before=${before}`}` as Route;
}
