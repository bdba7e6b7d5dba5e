import { normaliseIdentifier, parseIdentifier } from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { latexText } from "./latex-text";
import { readAuthors } from "./list-authors";
import { listEntry, placeOf } from "./list-entry";
import { readXml, type XmlNode } from "./read-xml";
import { type Notice, type Parsed, UnreadableFileError } from "./record";
import { rejection } from "./remark";
import { childrenOf, descend, plainTextOf } from "./xml-text";

/** Whether the beginning of a text is that of an answer of arXiv's API. */
export function detectArxivAtom(head: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:\w+:)?feed\b/u.test(head) && /arxiv\.org\//iu.test(head);
}

/**
 * Reads an answer of arXiv's API (Atom): the papers that it lists, in their first version's date.
 * @throws UnreadableFileError when the XML cannot be read or the answer lists nothing.
 */
export async function* parseArxivAtom(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  let seen = false;
  for await (const entry of readXml(chunks, ["entry"])) {
    seen = true;
    yield* readArxivEntry(entry);
  }
  if (!seen) throw new UnreadableFileError("arXiv's answer lists no papers: none was found.");
}

function readArxivEntry(entry: XmlNode): Parsed[] {
  const text = (name: string) => plainTextOf(descend(entry, name));
  const id = text("id") ?? "";
  if (/\/api\/errors/u.test(id))
    return [
      rejection(
        placeOf(entry.line),
        `arXiv answered with an error: ${text("summary") ?? "no reason is given"}.`,
      ),
    ];
  const comment = text("comment");
  const { authors, complete } = readAuthors(
    childrenOf(entry, "author").map((author) => latexText(plainTextOf(descend(author, "name")) ?? "")),
  );
  return listEntry({
    where: placeOf(entry.line, id),
    source: "arxiv",
    near: id,
    identifiers: [parseIdentifier(id), normaliseIdentifier("doi", text("doi") ?? "")],
    title: latexText(text("title") ?? ""),
    authors,
    authorsComplete: complete ? undefined : false,
    published: parsePartialDate(text("published") ?? ""),
    venue: "arXiv",
    fields: childrenOf(entry, "category").flatMap(({ attributes }) => attributes.term ?? []),
    abstract: latexText(text("summary") ?? ""),
    notices: withdrawal(comment),
  });
}

function withdrawal(comment = ""): Notice[] {
  const isWithdrawn =
    /\b(?:paper|article|submission|manuscript|work)\b.{0,40}\b(?:has been|is|was) withdrawn\b/iu.test(
      comment,
    );
  return isWithdrawn ? [{ kind: "withdrawn", note: comment.slice(0, 2000) }] : [];
}
