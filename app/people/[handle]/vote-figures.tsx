import { Bar } from "@/app/_ui/bar";
import { Section } from "@/app/_ui/section";
import type { getVoteFigures } from "@/db/queries/person-votes";
import { count, share } from "@/lib/citation/count";
import { FEWEST_FOR_SHARE, formatInterval, wilsonInterval } from "@/lib/citation/wilson";

type Figures = Awaited<ReturnType<typeof getVoteFigures>>;

/** How much a person has voted, and how often what they say is what people agree on. */
export function VoteFigures({ figures }: { figures: Figures }) {
  return (
    <>
      <Section id="record" title="Record" aside>
        <p className="text-ui">
          {count(figures.votes, "current vote")}
          {figures.votes > 0 ? ` on ${count(figures.hubs, "hub")}` : ""}
        </p>
      </Section>
      <Section id="agreement" title="Agreement with others" aside>
        <dl className="space-y-2.5">
          <Axis name="polarity" same={figures.asAgreedPolarity} of={figures.onAgreedPolarity} />
          <Axis name="role" same={figures.asAgreedRole} of={figures.onAgreedRole} />
        </dl>
        <p className="mt-3 text-small text-soft">
          Votes that say what was agreed, of those on sentences and citations where people agree: two or more
          votes, two thirds of them alike, this person’s own among them. Wilson 95&nbsp;% interval. Polarity
          leaves out votes of “unclear”.
        </p>
      </Section>
    </>
  );
}

function Axis({ name, same, of }: { name: string; same: number; of: number }) {
  const few = of < FEWEST_FOR_SHARE;
  return (
    <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-3">
      <dt className="text-small text-soft">{name}</dt>
      <dd className="contents">
        <span className={`text-ui tabular-nums ${few ? "text-soft" : "font-semibold"}`}>
          {of === 0 ? "none yet" : `${share(same, of)} ${of === 1 ? "vote" : "votes"}`}
        </span>
        {of === 0 ? null : (
          <>
            <span className="col-span-2 flex">
              <Bar part={same} whole={of} className={few ? "bg-neutral" : "bg-ink opacity-70"} />
            </span>
            <span className="col-span-2 text-tiny text-soft tabular-nums">
              {formatInterval(wilsonInterval(same, of))}
              {few ? " · too few to say much" : ""}
            </span>
          </>
        )}
      </dd>
    </div>
  );
}
