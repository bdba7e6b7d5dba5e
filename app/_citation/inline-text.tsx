import type { ReactNode } from "react";
import { type InlineRun, type InlineStyle, parseInline } from "@/lib/citation/inline-markup";

const ELEMENTS: Readonly<Record<InlineStyle, (content: ReactNode) => ReactNode>> = {
  i: (content) => <i>{content}</i>,
  b: (content) => <b>{content}</b>,
  sub: (content) => <sub className="leading-none">{content}</sub>,
  sup: (content) => <sup className="leading-none">{content}</sup>,
  math: (content) => (
    <span dir="ltr" className="math">
      {content}
    </span>
  ),
};

/** A run in its styles. */
export function InlineRunText({ run: { text, styles } }: { run: InlineRun }): ReactNode {
  return styles.reduceRight<ReactNode>((content, style) => ELEMENTS[style](content), text);
}

/** A text with the markup of its source: italics, bold, raised and lowered figures, formulas. */
export function InlineText({ text }: { text: string }) {
  let at = 0;
  return parseInline(text).map((run) => {
    const key = at;
    at += run.text.length;
    return <InlineRunText key={key} run={run} />;
  });
}
