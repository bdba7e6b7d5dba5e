import type { Route } from "next";
import { TitleText } from "@/app/_citation/title-text";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Empty } from "@/app/_ui/empty";
import { Moment } from "@/app/_ui/moment";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import type { Notice } from "@/db/queries/own-account";
import { readNotices } from "./actions";
import { noticeSentence } from "./notice-sentence";

/** What became of the person's votes, reports and sentences: unread first. */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  const unread = notices.filter(({ readAt }) => readAt === null);
  const latest = Math.max(0, ...notices.map(({ id }) => id));
  return (
    <Section id="notices" title="Notices" note={unread.length > 0 ? `${unread.length} unread` : undefined}>
      {notices.length === 0 ? (
        <Empty>
          None. When something of yours was decided, such as a vote on a contested citation or a report, it
          says so here.
        </Empty>
      ) : (
        <ActionForm action={readNotices}>
          <ul>
            {notices.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} />
            ))}
          </ul>
          {unread.length > 0 ? (
            <div className="border-t border-line pt-4">
              <SubmitButton quiet name="upTo" value={String(latest)}>
                Mark all as read
              </SubmitButton>
            </div>
          ) : null}
        </ActionForm>
      )}
    </Section>
  );
}

function NoticeItem({ notice }: { notice: Notice }) {
  const { detail, createdAt, readAt } = notice;
  return (
    <li
      className={`border-t border-line py-3 text-ui ${readAt === null ? "border-s-[3px] border-s-accent ps-3" : "text-soft"}`}
    >
      <p className={readAt === null ? "font-semibold" : ""}>
        {readAt === null ? <span className="sr-only">Unread: </span> : null}
        {noticeSentence(notice)}
      </p>
      {detail.reason ? (
        <p dir="auto" className="mt-1 max-w-[66ch] font-serif text-list italic">
          {detail.reason}
        </p>
      ) : null}
      <p className="mt-1 text-small text-soft [overflow-wrap:anywhere]">
        {detail.path.startsWith("/") ? (
          <>
            <PageLink href={detail.path as Route}>
              <TitleText title={detail.title || null} />
            </PageLink>
            {" · "}
          </>
        ) : null}
        <Moment at={createdAt} />
      </p>
    </li>
  );
}
