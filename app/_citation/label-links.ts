import type { Route } from "next";
import { formatTargetKey } from "@/lib/citation/target-key";

type Target = Parameters<typeof formatTargetKey>[0];

/** A path inside a query, with its slashes left readable. */
const inQuery = (path: string) => encodeURIComponent(path).replaceAll("%2F", "/");

/** The place of a target on the page of its paper. */
export function targetPath({ hubId, workId, contextId }: Target): Route {
  return `/citers/${workId}#${contextId === null ? `hub-${hubId}` : `c-${contextId}`}` as Route;
}

/** Where a target is labelled; whoever comes from its page is led back there. */
export function labelHref(target: Target, { andBack = true } = {}): Route {
  const back = andBack ? `?from=${inQuery(targetPath(target))}` : "";
  return `/annotate/${formatTargetKey(target)}${back}` as Route;
}

/** Where the targets of a hub are labelled, one after the other. */
export function labelHubHref(slug: string): Route {
  return `/annotate?hub=${slug}` as Route;
}

/** Where it is said that something is wrong with a target. */
export function flagHref(target: Target): Route {
  return `/flag?target=${formatTargetKey(target)}` as Route;
}

/** Where it is said that something is wrong on the page of a hub. */
export function flagHubHref(slug: string): Route {
  return `/flag?hub=${slug}` as Route;
}

/** Where a sentence in which a paper speaks of a hub is entered by hand. */
export function addSentenceHref(workId: number, slug: string): Route {
  return `/citers/${workId}/add?hub=${slug}` as Route;
}

/** The public record of a person. */
export function personHref(handle: string): Route {
  return `/people/${handle}` as Route;
}

/** Where a second person says that a sentence entered by hand stands in the paper. */
export function confirmHref(contextId: number): Route {
  return `/confirm/context-${contextId}` as Route;
}
