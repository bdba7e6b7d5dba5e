import { PageLink } from "@/app/_ui/page-link";
import { personHref } from "./label-links";

/** A person by name, or by handle where there is none, with the way to the public record; null: the account is gone. */
export function PersonLink({ handle, name = "" }: { handle: string | null; name?: string }) {
  if (handle === null) return <span className="italic">removed account</span>;
  return (
    <PageLink href={personHref(handle)}>
      <span dir="auto">{name === "" ? handle : name}</span>
    </PageLink>
  );
}
