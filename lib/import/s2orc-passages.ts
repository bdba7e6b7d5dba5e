import { type Passage, PassageBuilder } from "./passage";
import { cleanText, type S2orcBody, type S2orcParagraph } from "./s2orc-schema";

/** The paragraphs of a paper in their order, then the captions of its figures and tables. */
export function listS2orcPassages(body: S2orcBody): Passage[] {
  const { abstract, body_text, back_matter, ref_entries } = body;
  const captions = Object.values(ref_entries ?? {}).flatMap(({ text, type }) =>
    text && (type === "figure" || type === "table") ? [{ text, section: CAPTIONS[type] }] : [],
  );
  const paragraphs = [...(abstract ?? []), ...(body_text ?? []), ...(back_matter ?? []), ...captions];
  return paragraphs.map(readParagraph).filter(({ text }) => text !== "");
}

const CAPTIONS = { figure: "Figure", table: "Table" } as const;

/** GROBID leaves a space before the sign that follows a mark, as in "[3] ." */
const LOST_SIGN = /^ (?=[.,;:)\]])/u;

function readParagraph({
  text,
  section,
  cite_spans,
}: Omit<S2orcParagraph, "cite_spans"> & Partial<S2orcParagraph>) {
  const builder = new PassageBuilder();
  let reached = 0;
  const spans = [...(cite_spans ?? [])].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { start, end, ref_id } of spans) {
    if (start < reached || end <= start || end > text.length) continue;
    addPlain(builder, text.slice(reached, start), reached > 0);
    builder.addLink(ref_id ? [ref_id] : [], () => builder.add(cleanText(text.slice(start, end))));
    reached = end;
  }
  addPlain(builder, text.slice(reached), reached > 0);
  return builder.finish(section || undefined, false);
}

function addPlain(builder: PassageBuilder, piece: string, isAfterMark: boolean): void {
  builder.add(cleanText(isAfterMark ? piece.replace(LOST_SIGN, "") : piece));
}
