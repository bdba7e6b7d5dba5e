import type { Route } from "next";
import { ownPath } from "@/lib/auth/own-path";

/** What the address of a target says beside which one it is. */
export interface LabelParams {
  /** The key of the target that was labelled just before, whose votes are then shown. */
  last?: string;
  /** Where to go back to after saving: a path of ours. */
  from?: string;
  /** What has just been done to the vote on this target. */
  done?: "undone" | "withdrawn";
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The one value of a parameter; of several the first. */
export const oneOf = (value: string | string[] | undefined): string | undefined => [value].flat()[0];

/** Reads what `labelPath` writes; what it could not have written is left out. */
export function readLabelParams(query: Query): LabelParams {
  const done = oneOf(query.done);
  return {
    last: oneOf(query.last),
    from: returnPath(oneOf(query.from)),
    done: done === "undone" || done === "withdrawn" ? done : undefined,
  };
}

/** The path to go back to, when it is one of ours. */
export function returnPath(from: string | undefined): string | undefined {
  if (from === undefined || from === "") return undefined;
  const path = ownPath(from);
  return path === "/" && from !== "/" ? undefined : path;
}

/** The address on which a target is labelled. */
export function labelPath(key: string, params: LabelParams = {}): Route {
  return withQuery(`/annotate/${key}`, { ...params });
}

/** A path with the parameters that have a value. */
export function withQuery(path: string, params: Readonly<Record<string, string | undefined>>): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, value);
  return `${path}${query.size === 0 ? "" : `?${query}`}` as Route;
}
