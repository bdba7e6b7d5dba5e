import { parseInline } from "@/lib/citation/inline-markup";
import { persistentAddress } from "@/lib/citation/persistent-address";
import type { Author } from "@/lib/import/record";
import { keyWithNumber } from "./citation-key";
import type { ListedCiter } from "./exported-citer";
import { identifierOf } from "./exported-work";
import { citerKeywords } from "./keywords";
import { nameSuffix } from "./name-suffix";

/** The citers as CSL-JSON: one list, an item on each line. */
export async function* cslJsonFile(citers: AsyncIterable<ListedCiter>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const citer of citers) {
    yield before + JSON.stringify(cslItem(citer));
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

function cslItem(citer: ListedCiter): object {
  const { title, authors, published, venue, abstract, identifiers } = citer;
  const arxiv = identifierOf(citer, "arxiv");
  const keywords = citerKeywords(citer);
  return {
    id: keyWithNumber(citer),
    type: venue === null ? "article" : "article-journal",
    title: cslText(title ?? "Title not known"),
    author: authors.length === 0 ? undefined : authors.map(cslName),
    issued: published === null ? undefined : { "date-parts": [published.split("-").map(Number)] },
    "container-title": venue === null ? undefined : cslText(venue),
    DOI: identifierOf(citer, "doi"),
    PMID: identifierOf(citer, "pmid"),
    PMCID: identifierOf(citer, "pmcid"),
    number: arxiv === undefined ? undefined : `arXiv:${arxiv}`,
    URL: persistentAddress(identifiers) ?? undefined,
    abstract: abstract === null ? undefined : cslText(abstract),
    keyword: keywords.length === 0 ? undefined : keywords.join(", "),
  };
}

/** CSL knows the same four elements as a title here; formulas stay as they are written. */
function cslText(raw: string): string {
  return parseInline(raw)
    .map(({ text, styles }) =>
      styles.reduceRight(
        (inner, style) => (style === "math" ? inner : `<${style}>${inner}</${style}>`),
        text,
      ),
    )
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
}

function cslName(author: Author): object {
  const { name, family, given } = author;
  if (family === undefined || given === undefined) return { literal: name };
  const suffix = nameSuffix(author);
  return { family, given, ...(suffix === "" ? {} : { suffix }) };
}
