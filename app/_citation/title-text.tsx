import { plainText } from "@/lib/citation/inline-markup";
import { InlineText } from "./inline-text";

/** A work's title, in the direction of its own script; a work without one is said to have none. */
export function TitleText({ title }: { title: string | null }) {
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
