import type { ReactNode } from "react";
import { KeyCap } from "@/app/_ui/key-cap";
import { type GuidelineValue, guidelineAnchor } from "@/lib/citation/guideline-anchor";
import type { GuidelineExample } from "@/lib/citation/guideline-example";
import { ExampleQuote } from "./example-quote";
import { TieAside } from "./tie-aside";
import { ValueName } from "./value-name";

/** One value: its name and key, what it means, the examples, and in the margin what it is easily taken for. */
export function ValueEntry({
  of,
  shortcut,
  subject,
  definition,
  trap = null,
  examples,
  children,
}: {
  of: GuidelineValue;
  shortcut: string;
  /** With what the definition goes on to a sentence. */
  subject: string;
  definition: string;
  trap?: string | null;
  examples: readonly GuidelineExample[];
  /** What else stands in the margin. */
  children?: ReactNode;
}) {
  const anchor = guidelineAnchor(of);
  return (
    <article
      aria-labelledby={anchor}
      className="grid gap-x-10 gap-y-3 border-t border-line py-5 has-[h3:target]:border-t-spark md:grid-cols-[minmax(0,1fr)_232px]"
    >
      <div className="max-w-[596px] min-w-0">
        <div className="flex items-center gap-3">
          <h3 id={anchor} className="scroll-mt-6 font-serif text-body font-semibold">
            <ValueName {...of} />
          </h3>
          <p className="text-tiny text-soft">
            <span className="sr-only">key </span>
            <KeyCap>{shortcut}</KeyCap>
          </p>
        </div>
        <p className="mt-1 text-list">
          {subject} {definition}.
        </p>
        {trap === null ? null : <p className="mt-2 text-ui text-soft">{trap}</p>}
        {examples.map((example) => (
          <ExampleQuote key={example.text} example={example} />
        ))}
      </div>
      <div className="min-w-0 space-y-2 text-small text-soft md:pt-1.5">
        <TieAside of={of} />
        {children}
      </div>
    </article>
  );
}
