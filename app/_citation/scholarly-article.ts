import { identifierLabel, identifierUrl } from "@/lib/citation/identifiers";
import { plainText } from "@/lib/citation/inline-markup";
import { plainTitle } from "./title-text";
import type { DescribedWork } from "./work-metadata";

/** A work in the words of schema.org, with the page that is about it. What is not known is left out. */
export function scholarlyArticle(work: DescribedWork & { abstract: string | null }, page: string): object {
  const { title, authors, published, venue, abstract, identifiers } = work;
  return {
    "@context": "https://schema.org",
    "@type": "ScholarlyArticle",
    name: plainTitle(title),
    author: authors.length === 0 ? undefined : authors.map(({ name }) => ({ "@type": "Person", name })),
    datePublished: published ?? undefined,
    isPartOf: venue === null ? undefined : { "@type": "CreativeWork", name: venue },
    abstract: abstract === null ? undefined : plainText(abstract),
    identifier: identifiers.length === 0 ? undefined : identifiers.map(identifierLabel),
    sameAs: identifiers.length === 0 ? undefined : identifiers.map(identifierUrl),
    mainEntityOfPage: page,
  };
}
