import { targetPath } from "@/app/_citation/label-links";
import { MarkedQuote } from "@/app/_citation/marked-quote";
import { TitleText } from "@/app/_citation/title-text";
import { Empty } from "@/app/_ui/empty";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import type { ContestedTarget } from "@/db/queries/contested";
import { tallyWords } from "@/lib/citation/consensus-words";
import { ROLE_LABELS } from "@/lib/citation/role";

/** The sentences on which most people disagree, with what each side says. */
export function MostContested({ targets, people }: { targets: readonly ContestedTarget[]; people: number }) {
  return (
    <Section
      id="contested"
      title="Most contested"
      note={targets.length === 0 ? undefined : "where votes differ, most votes first"}
    >
      {targets.length === 0 ? (
        <Empty>
          {people === 0
            ? "Nobody has voted yet, so nothing is contested."
            : "Nothing is contested: no two votes on the same differ without a majority of two thirds."}
        </Empty>
      ) : (
        <ol>
          {targets.map((target) => (
            <Contested key={`${target.workId} ${target.contextId}`} target={target} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Contested({ target }: { target: ContestedTarget }) {
  const { title, text, markers } = target;
  return (
    <li className="border-t border-line py-3.5">
      <p className="flex flex-wrap gap-x-4 text-small font-medium">
        {target.polarityState === "contested" ? (
          <span>
            <span aria-hidden="true">≠ </span>
            polarity: {tallyWords(target.votes.map(({ polarity }) => polarity))}
          </span>
        ) : null}
        {target.roleState === "contested" ? (
          <span>
            <span aria-hidden="true">≠ </span>
            role: {tallyWords(target.votes.map(({ role }) => ROLE_LABELS[role]))}
          </span>
        ) : null}
      </p>
      {text === null ? (
        <p className="mt-1 text-ui text-soft">The citation as a whole; no sentence of it is held.</p>
      ) : (
        <div className="mt-1.5 border-s-2 border-line ps-4">
          <MarkedQuote text={text} markers={markers ?? []} />
        </div>
      )}
      <p className="mt-1.5 text-small text-soft [overflow-wrap:anywhere]">
        <PageLink href={targetPath(target)}>
          <TitleText title={title} />
        </PageLink>
      </p>
    </li>
  );
}
