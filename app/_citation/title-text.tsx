import { type Identifier, identifierLabel } from "@/lib/citation/identifiers";
import { plainText } from "@/lib/citation/inline-markup";
import { InlineText } from "./inline-text";

/** A work's title, in the direction of its own script; a work without one goes by its identifier, or is said to have none. */
export function TitleText({
  title,
  identifier = null,
}: {
  title: string | null;
  /** By which a work without a title is named. */
  identifier?: Identifier | null;
}) {
  if (title === null && identifier !== null) return identifierLabel(identifier);
  if (title === null) return <span className="italic text-soft">Title not known</span>;
  return (
    <span dir="auto">
      <InlineText text={title} />
    </span>
  );
}

/** The title where only plain text can stand, such as the title of a browser tab. */
export function plainTitle(title: string | null): string {
  return title === null ? "Title not known" : plainText(title);
}
