import { InlineText } from "@/app/_citation/inline-text";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Chip } from "@/app/_ui/chip";
import { Empty } from "@/app/_ui/empty";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import type { ClaimForAdmin, HubForAdmin } from "@/db/queries/hubs-for-admin";
import { count } from "@/lib/citation/count";
import { arrangeClaim, enterClaim } from "../actions";
import { claimHref } from "../search-params";
import { ClaimFields } from "./claim-fields";

/** What the hub claims: the list with its order, the retired claims, and the form for one more. */
export function Claims({ hub, claims }: { hub: HubForAdmin; claims: readonly ClaimForAdmin[] }) {
  const listed = claims.filter(({ retired }) => !retired);
  const retired = claims.length - listed.length;
  return (
    <Section
      id="claims"
      title="Claims"
      note={`${count(listed.length, "claim")}${retired === 0 ? "" : `, ${retired} retired`}`}
    >
      {claims.length === 0 ? <Empty>No claim has been entered yet.</Empty> : null}
      <ol>
        {claims.map((claim) => (
          <ClaimItem
            key={claim.number}
            hub={hub}
            claim={claim}
            isFirst={claim === listed[0]}
            isLast={claim === listed.at(-1)}
          />
        ))}
      </ol>
      <h3 className="mt-8 mb-3 font-serif text-list font-semibold">One more claim</h3>
      <ActionForm action={enterClaim} className="max-w-[46rem] space-y-3">
        <input type="hidden" name="hubId" value={hub.id} />
        <ClaimFields abstract={hub.abstract} />
        <SubmitButton>Add the claim</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function ClaimItem({
  hub,
  claim: { number, text, quote, version, retired, votes },
  isFirst,
  isLast,
}: {
  hub: HubForAdmin;
  claim: ClaimForAdmin;
  isFirst: boolean;
  isLast: boolean;
}) {
  const name = <span className="sr-only"> C{number}</span>;
  return (
    <li className="border-t border-line py-4">
      <p dir="auto" className={`font-serif text-list leading-snug ${retired ? "text-soft" : ""}`}>
        <b className="me-2.5 font-sans text-tiny font-semibold text-mixed-ink">C{number}</b>
        <InlineText text={text} />
      </p>
      <p className="mt-1 text-small text-soft">
        {count(votes, "vote")} · version {version}
        {quote === null ? " · without words of the abstract" : ""}{" "}
        {retired ? <Chip tentative>retired: votes on it do not count</Chip> : null}
      </p>
      <ActionForm action={arrangeClaim} className="mt-2 flex flex-wrap items-center gap-2">
        <input type="hidden" name="hubId" value={hub.id} />
        <input type="hidden" name="number" value={number} />
        {retired || isFirst ? null : (
          <SubmitButton quiet name="to" value="up">
            Move up{name}
          </SubmitButton>
        )}
        {retired || isLast ? null : (
          <SubmitButton quiet name="to" value="down">
            Move down{name}
          </SubmitButton>
        )}
        <SubmitButton quiet name="to" value={retired ? "restore" : "retire"}>
          {retired ? "Put back" : "Retire"}
          {name}
        </SubmitButton>
        <PageLink href={claimHref(hub.slug, number)} className="text-small sm:px-2">
          {retired ? "Versions of" : "Change"} C{number}
        </PageLink>
      </ActionForm>
    </li>
  );
}
