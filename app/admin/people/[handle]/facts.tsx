import type { ReactNode } from "react";
import { Day, Moment } from "@/app/_ui/moment";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import type { PersonForAdmin } from "@/db/queries/people";
import { count } from "@/lib/citation/count";

/** What is known of an account. */
export function Facts({ person }: { person: PersonForAdmin }) {
  const { handle, email, emailVerifiedAt, providers, createdAt, seenAt, votes, removedAt } = person;
  return (
    <Section id="facts" title="Account" aside>
      <dl className="space-y-2.5 text-ui [overflow-wrap:anywhere]">
        <Fact name="handle">
          {removedAt === null ? <PageLink href={`/people/${handle}`}>{handle}</PageLink> : handle}
        </Fact>
        <Fact name="e-mail">
          {email ?? "none"}
          {email === null ? "" : emailVerifiedAt === null ? ", not verified" : ", verified"}
        </Fact>
        {providers.length === 0 ? null : <Fact name="signs in through">{providers.join(", ")}</Fact>}
        <Fact name="since">
          <Day at={createdAt} />
        </Fact>
        <Fact name="last seen">{seenAt === null ? "not signed in anywhere" : <Moment at={seenAt} />}</Fact>
        <Fact name="current votes">{count(votes, "vote")}</Fact>
        <Fact name="do they count?">
          <Approval person={person} />
        </Fact>
        {person.disabledAt === null ? null : (
          <Fact name="disabled since">
            <Moment at={person.disabledAt} />
          </Fact>
        )}
        {removedAt === null ? null : (
          <Fact name="removed by its owner">
            <Day at={removedAt} />
          </Fact>
        )}
      </dl>
    </Section>
  );
}

const APPROVED_BY: Readonly<Record<NonNullable<PersonForAdmin["approvedBy"]>, string>> = {
  email: "by a verified e-mail address",
  github: "by signing in with GitHub",
  orcid: "by signing in with ORCID",
  admin: "by an admin",
};

function Approval({ person: { approvedAt, approvedBy } }: { person: PersonForAdmin }) {
  if (approvedAt === null) return approvedBy === "admin" ? "no, an admin withdrew the approval" : "not yet";
  return (
    <>
      yes, since <Day at={approvedAt} />
      {approvedBy === null ? "" : `, ${APPROVED_BY[approvedBy]}`}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
