import type { FullText } from "./full-text";
import { listFullTextRecords } from "./full-text-records";
import { readXml, type XmlNode } from "./read-xml";
import { type Parsed, UnreadableFileError } from "./record";
import { listTeiPassages } from "./tei-passages";
import { readTeiReference, readTeiWork } from "./tei-work";
import { rootName } from "./xml-root";
import { childrenOf, descend, descendantsOf } from "./xml-text";

const SOURCE = "grobid";

/** Whether the beginning of a text is that of a paper in TEI, as GROBID writes it. */
export function detectTei(head: string): boolean {
  const root = rootName(head);
  return (root === "TEI" || root === "teiCorpus") && /<(?:[\w.-]+:)?teiHeader[\s/>]/u.test(head);
}

/**
 * Reads papers in TEI as GROBID writes them: the citing work, its reference list, and every sentence around a citation
 * mark, whether GROBID has tied it to its reference or not.
 * @throws UnreadableFileError when the text is no XML that can be read, or holds no paper.
 */
export async function* parseTei(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  let count = 0;
  for await (const paper of readXml(chunks, ["TEI"])) {
    count += 1;
    yield* listFullTextRecords(readPaper(paper, count));
  }
  if (count === 0) throw new UnreadableFileError("The file holds no paper.");
}

function readPaper(paper: XmlNode, count: number): FullText {
  const header = childrenOf(paper, "teiHeader")[0];
  const text = childrenOf(paper, "text")[0];
  const back = childrenOf(text, "back");
  const lists = back.flatMap((part) => descendantsOf(part, "listBibl"));
  return {
    where: `paper ${count} (line ${paper.line})`,
    source: SOURCE,
    work: readTeiWork(header),
    references: lists.flatMap((list) => childrenOf(list, "biblStruct")).map(readTeiReference),
    passages: listTeiPassages([
      ...[descend(header, "profileDesc", "abstract")].filter((part) => part !== undefined),
      ...childrenOf(text, "body"),
      ...back,
    ]),
  };
}
