import type { Identifier } from "@/lib/citation/identifiers";
import type { Parsed, WorkRecord } from "@/lib/import/record";

/** A work as a service describes it: the key that its reader gave it, and its records. */
export interface FoundWork {
  key: string;
  parsed: readonly Parsed[];
}

/** A way to ask a service for a work: by which identifier, and where. */
export interface Inquiry {
  by: Identifier;
  path: string;
}

/** What a service says of the work itself, apart from its references and of other works. */
export function recordOf({ key, parsed }: FoundWork): WorkRecord | undefined {
  return parsed.find((one): one is WorkRecord => one.kind === "work" && one.key === key);
}

/** The records of a work under another key. */
export function underKey({ key, parsed }: FoundWork, to: string): Parsed[] {
  const renamed = (name: string) => (name === key ? to : name);
  return parsed.map((one): Parsed => {
    if (one.kind === "work") return { ...one, key: renamed(one.key) };
    if (one.kind === "listed") return { ...one, work: renamed(one.work) };
    if (one.kind === "reference") return { ...one, citing: renamed(one.citing), cited: renamed(one.cited) };
    return one;
  });
}

/** The identifiers of the other works of which it speaks: those that it cites. */
export function citedIn({ key, parsed }: FoundWork): Identifier[] {
  return parsed.flatMap((one) => (one.kind === "work" && one.key !== key ? one.identifiers : []));
}
