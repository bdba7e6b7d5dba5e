import { MarkedWords } from "@/app/_citation/marked-words";
import { POLARITY_INKS } from "@/app/_citation/polarity-look";
import { Chip } from "@/app/_ui/chip";
import { type GuidelineExample, rangeOf } from "@/lib/citation/guideline-example";
import { ValueName } from "./value-name";

/** An invented sentence with the mark that cites the hub, and the label that it should get. */
export function ExampleQuote({
  example: { text, marker, role, polarity, basis },
}: {
  example: GuidelineExample;
}) {
  return (
    <figure className="mt-3.5 border-s-2 border-line ps-4">
      <blockquote className="font-serif text-quote leading-relaxed">
        <MarkedWords text={text} markers={[rangeOf(text, marker)]} />
      </blockquote>
      <figcaption className="mt-1 flex flex-wrap gap-1.5">
        <Chip className="text-accent">
          <ValueName axis="role" value={role} />
        </Chip>
        <Chip className={POLARITY_INKS[polarity]}>
          <ValueName axis="polarity" value={polarity} />
        </Chip>
        {basis === null ? null : (
          <Chip>
            <ValueName axis="basis" value={basis} />
          </Chip>
        )}
      </figcaption>
    </figure>
  );
}
