import { Chip } from "@/app/_ui/chip";
import { Notice as NoticeBox } from "@/app/_ui/notice";
import type { Notice } from "@/lib/import/record";

const NOTICE_LABELS: Readonly<Record<Notice["kind"], string>> = {
  retracted: "Retracted",
  corrected: "Corrected",
  expression_of_concern: "Expression of concern",
  withdrawn: "Withdrawn",
};

/** What a publisher or a source announced about a work after it appeared. */
export function WorkNotices({ notices }: { notices: readonly Notice[] }) {
  return notices.map((notice) => (
    <NoticeBox key={`${notice.kind} ${notice.url} ${notice.note}`} urgent>
      <strong className="font-semibold text-contrasting-ink">{NOTICE_LABELS[notice.kind]}.</strong>{" "}
      {notice.note === undefined ? null : <span dir="auto">{notice.note} </span>}
      {notice.url === undefined ? null : <a href={notice.url}>Read the notice</a>}
    </NoticeBox>
  ));
}

/** The same in a list, one word for each kind. */
export function NoticeChips({ notices }: { notices: readonly Notice[] }) {
  return [...new Set(notices.map((notice) => notice.kind))].map((kind) => (
    <Chip key={kind} className="text-contrasting-ink">
      {NOTICE_LABELS[kind]}
    </Chip>
  ));
}
