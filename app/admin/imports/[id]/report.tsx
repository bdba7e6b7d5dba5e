import { CONTEXT_GAP_REASONS } from "@/app/_citation/context-gap";
import { plainTitle, TitleText } from "@/app/_citation/title-text";
import { PageLink } from "@/app/_ui/page-link";
import { Table } from "@/app/_ui/table";
import { count, withThousands } from "@/lib/citation/count";
import type { ContextGap } from "@/lib/import/record";
import type { ImportReport, Tally } from "@/lib/import/report";
import { Conflicts } from "./conflicts";
import { Services } from "./services";

const COUNTED = ["works", "citations", "contexts", "references", "suggestions"] as const;
const OUTCOMES = ["created", "updated", "unchanged"] as const satisfies readonly (keyof Tally)[];

/** How many entries of a list stand on the page; the downloaded report has up to 1,000 of each. */
const LISTED = 20;

/** What became of a file, or would become of it: figures, a few works, and whatever did not go in. */
export function Report({ report, kept }: { report: ImportReport; kept: boolean }) {
  const { hubs, missingContexts = [] } = report;
  return (
    <div className="max-w-[46rem] space-y-6">
      <div className="overflow-x-auto">
        <Table
          columns={[
            { name: "of the file" },
            ...OUTCOMES.map((name) => (name === "unchanged" ? { name, sign: "same" } : { name })),
          ]}
          rows={COUNTED.map((name) => ({
            head: name,
            cells: OUTCOMES.map((outcome) => withThousands(report[name][outcome])),
          }))}
        />
      </div>
      {hubs.length === 0 ? null : (
        <p className="text-ui">
          {count(hubs.length, "hub")}:{" "}
          {hubs.map((slug, i) => (
            <span key={slug}>
              {i === 0 ? "" : ", "}
              {kept ? <PageLink href={`/hubs/${slug}`}>{slug}</PageLink> : slug}
            </span>
          ))}
        </p>
      )}
      <Services sources={report.sources ?? []} />
      <Samples samples={report.samples ?? {}} />
      {missingContexts.length === 0 ? null : (
        <section>
          <h3 className="text-ui font-semibold">Citations without a context</h3>
          <ul className="mt-1 text-ui text-soft">
            {missingContexts.map(({ reason, citations }) => (
              <li key={reason}>
                {count(citations, "citation")}: {CONTEXT_GAP_REASONS[reason as ContextGap] ?? reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Conflicts report={report} />
      <Remarks report={kept ? report : withoutQuestions(report)} />
    </div>
  );
}

/** What is to be decided stands below the preview, with its answers. */
function withoutQuestions(report: ImportReport): ImportReport {
  return { ...report, ambiguous: report.ambiguous.filter(({ question }) => question === undefined) };
}

function Samples({ samples }: { samples: NonNullable<ImportReport["samples"]> }) {
  return OUTCOMES.map((outcome) => {
    const titles = samples[outcome] ?? [];
    if (titles.length === 0) return null;
    return (
      <section key={outcome}>
        <h3 className="text-ui font-semibold">Works {outcome}, for example</h3>
        <ul className="mt-1 list-disc ps-5 text-ui text-soft [overflow-wrap:anywhere]">
          {titles.map((title) => (
            <li key={title}>
              <TitleText title={title} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function Remarks({ report }: { report: ImportReport }) {
  const { rejected, ambiguous, withheld, warnings, omitted = {} } = report;
  const lists = [
    {
      name: "rejected",
      one: "entry left out",
      many: "entries left out",
      entries: rejected.map((one) => [one.where, one.reason]),
    },
    {
      name: "ambiguous",
      one: "work left out as ambiguous",
      many: "works left out as ambiguous",
      entries: ambiguous.map((one) => [one.work, one.reason]),
    },
    {
      name: "withheld",
      one: "summary kept but not shown",
      many: "summaries kept but not shown",
      entries: withheld.map((one) => [one.work, one.reason]),
    },
    {
      name: "warnings",
      one: "remark",
      many: "remarks",
      entries: warnings.map((one) => [one.where, one.message]),
    },
  ] as const;
  return lists.map(({ name, one, many, entries }) => {
    if (entries.length === 0) return null;
    const total = entries.length + (omitted[name] ?? 0);
    const rest = total - Math.min(entries.length, LISTED);
    return (
      <section key={name}>
        <h3 className="text-ui font-semibold">{count(total, one, many)}</h3>
        <ul className="mt-1 space-y-1 text-ui text-soft [overflow-wrap:anywhere]">
          {entries.slice(0, LISTED).map(([where = "", reason]) => (
            <li key={`${where} ${reason}`}>
              <span className="text-ink">{plainTitle(where)}</span>: {reason}
            </li>
          ))}
        </ul>
        {rest === 0 ? null : <p className="mt-1 text-small text-soft">and {count(rest, "more", "more")}</p>}
      </section>
    );
  });
}
