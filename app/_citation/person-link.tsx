import { PageLink } from "@/app/_ui/page-link";
import { personHref } from "./label-links";

/** A person by handle, with the way to the public record; null: the account was removed. */
export function PersonLink({ handle }: { handle: string | null }) {
  if (handle === null) return <span className="italic">removed account</span>;
  return <PageLink href={personHref(handle)}>{handle}</PageLink>;
}
