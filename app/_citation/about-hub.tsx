import { PageLink } from "@/app/_ui/page-link";
import { plainTitle } from "./title-text";

/** Which hub a paper or a sentence is about. */
export function AboutHub({ slug, title }: { slug: string; title: string | null }) {
  return (
    <>
      cites{" "}
      <PageLink href={`/hubs/${slug}`} className="text-soft">
        <span dir="auto">{plainTitle(title)}</span>
      </PageLink>
    </>
  );
}
