import { identifierUrl } from "@/lib/citation/identifiers";
import { plainText } from "@/lib/citation/inline-markup";
import { persistentAddress } from "@/lib/citation/persistent-address";
import type { Author } from "@/lib/import/record";
import { keyWithNumber } from "./citation-key";
import type { ListedCiter } from "./exported-citer";
import { identifierOf } from "./exported-work";
import { citerKeywords } from "./keywords";
import { nameSuffix } from "./name-suffix";

/** The citers as a RIS file. Lines end as the format asks, and each value stands on one line. */
export async function* risFile(citers: AsyncIterable<ListedCiter>): AsyncGenerator<string> {
  for await (const citer of citers) yield `${risLines(citer).join("\r\n")}\r\n\r\n`;
}

function risLines(citer: ListedCiter): string[] {
  const { title, authors, published, venue, abstract, identifiers } = citer;
  const address = persistentAddress(identifiers);
  const addresses = identifiers.map(identifierUrl).filter((one) => one !== address);
  const fields: [tag: string, value: string | null | undefined][] = [
    ["TY", venue === null ? "GEN" : "JOUR"],
    ["ID", keyWithNumber(citer)],
    ["TI", plainText(title ?? "Title not known")],
    ...authors.map((author) => ["AU", risName(author)] as [string, string]),
    ["PY", published?.slice(0, 4)],
    ["DA", published === null ? null : risDate(published)],
    ["T2", venue === null ? null : plainText(venue)],
    ["DO", identifierOf(citer, "doi")],
    ["C2", identifierOf(citer, "pmcid")],
    ...[address, ...addresses].map((one) => ["UR", one] as [string, string | null]),
    ["AB", abstract === null ? null : plainText(abstract)],
    ...citerKeywords(citer).map((keyword) => ["KW", keyword] as [string, string]),
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
  return [...lines, "ER  - "];
}

const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

/** "Family, Given, Suffix"; a name without parts as it is. */
function risName(author: Author): string {
  const { name, family, given } = author;
  if (family === undefined || given === undefined) return name;
  const suffix = nameSuffix(author);
  return [family, given, ...(suffix === "" ? [] : [suffix])].join(", ");
}

/** Year, month and day, parted by slashes that stay where a part is not known. */
function risDate(published: string): string {
  const [year, month = "", day = ""] = published.split("-");
  return `${year}/${month}/${day}`;
}
