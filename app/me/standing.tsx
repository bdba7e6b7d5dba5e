import { Day } from "@/app/_ui/moment";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import type { Account } from "@/db/queries/own-account";

const APPROVED_BY: Readonly<Record<NonNullable<Account["approvedBy"]>, string>> = {
  email: "because your e-mail address is verified",
  github: "because you signed in with GitHub",
  orcid: "because you signed in with ORCID",
  admin: "because an admin approved your account",
};

const PROVIDERS: Readonly<Record<string, string>> = { github: "GitHub", google: "Google", orcid: "ORCID" };

/** Whether the person's votes count, and what the site knows of how they sign in. */
export function Standing({ account }: { account: Account }) {
  return (
    <>
      <Section id="standing" title="Do your votes count?" aside>
        <p className="text-ui">
          <VotesCount account={account} />
        </p>
      </Section>
      <Section id="sign-in-with" title="How you sign in" aside>
        <dl className="space-y-2.5 text-ui">
          <div>
            <dt className="text-small text-soft">e-mail</dt>
            <dd className="[overflow-wrap:anywhere]">
              {account.email ?? (
                <>
                  none; <PageLink href="/verify">add one</PageLink>
                </>
              )}
            </dd>
            {account.email === null ? null : (
              <dd className="text-small text-soft">
                {account.emailVerifiedAt === null ? (
                  "not verified"
                ) : (
                  <>
                    verified on <Day at={account.emailVerifiedAt} />
                  </>
                )}
              </dd>
            )}
          </div>
          <div>
            <dt className="text-small text-soft">password</dt>
            <dd>{account.hasPassword ? "set" : "none"}</dd>
          </div>
          {account.providers.length === 0 ? null : (
            <div>
              <dt className="text-small text-soft">through</dt>
              <dd>{account.providers.map((provider) => PROVIDERS[provider] ?? provider).join(", ")}</dd>
            </div>
          )}
        </dl>
      </Section>
    </>
  );
}

function VotesCount({ account: { approvedAt, approvedBy, role } }: { account: Account }) {
  if (role === "reader") return "Your account is for reading and reporting. An admin can let you vote.";
  if (approvedAt !== null)
    return (
      <>
        Yes, since <Day at={approvedAt} />
        {approvedBy === null ? "" : `, ${APPROVED_BY[approvedBy]}`}.
      </>
    );
  if (approvedBy === "admin")
    return "No. An admin withdrew the approval of your account. Your votes are kept, and count once an admin approves it again.";
  return (
    <>
      Not yet. Your votes are kept, and all of them count once your account is approved: when you verify your
      e-mail address, sign in with ORCID or GitHub, or when an admin approves it.{" "}
      <PageLink href="/verify">Confirm an e-mail address</PageLink>
    </>
  );
}
