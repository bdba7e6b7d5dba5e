import type { WarmUpItem } from "@/lib/citation/warm-up";
import { PairOf } from "../[target]/pair";
import { Sentence } from "../[target]/passage";

/** An invented sentence, shown as a real one is. */
export function PracticeItem({ item: { citer, hub, ...context } }: { item: WarmUpItem }) {
  return (
    <>
      <PairOf
        citer={{ title: citer.title, year: citer.year, href: null }}
        hub={{ title: hub.title, year: null, href: null }}
      />
      <Sentence context={{ ...context, implicit: false }} />
      {hub.claims.length === 0 ? null : (
        <ul className="mt-3 space-y-1 text-ui text-soft">
          {hub.claims.map(({ number, text }) => (
            <li key={number}>
              <span className="text-small font-semibold text-mixed-ink">C{number}</span> {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
