import type { Metadata } from "next";
import { PageHead } from "@/app/_ui/page-head";
import { Section } from "@/app/_ui/section";
import {
  ABOUT_CONSENSUS,
  ABOUT_FLAGS,
  AFTER_CONSENSUS,
  BEFORE_LABELLING,
  CONSENSUS_ROWS,
  FLAG_RULES,
  FURTHER_TOPICS,
  GUIDELINES_DATE,
  GUIDELINES_VERSION,
} from "@/lib/citation/guidelines";
import { formatPartialDate } from "@/lib/citation/partial-date";
import { BASIS_TIES, POLARITY_TIES, ROLE_TIES } from "@/lib/citation/tie-rules";
import { Contents } from "./contents";
import { ExampleHub } from "./example-hub";
import { Paragraphs } from "./prose";
import { TieTable } from "./tie-table";
import { BasisSection, PolaritySection, RoleSection } from "./value-sections";

/**
 * The same for everybody: it asks neither the database nor the request. What the build renders is not what readers get:
 * the page cache starts empty, so the page is rendered once more where the address of the site is known.
 */
export const dynamic = "error";

export const metadata: Metadata = {
  title: "Guidelines",
  description:
    "How citations are labelled on Spokes: what each role, polarity and evidence basis means, with examples, rules for hard cases, and how votes become a label.",
  alternates: { canonical: "/guidelines" },
};

export default function GuidelinesPage() {
  return (
    <>
      <PageHead
        eyebrow={`Version ${GUIDELINES_VERSION}, in force since ${formatPartialDate(GUIDELINES_DATE)}`}
        title="How to label a citation"
        byline={
          <p className="max-w-[66ch] font-serif text-lede leading-relaxed text-soft">
            What each label means, what to do when two seem right, and how votes become what a page shows.
            Every vote keeps the version of these guidelines that it was given under.
          </p>
        }
      />
      <div className="border-t border-line lg:grid lg:grid-cols-[172px_minmax(0,1fr)] lg:items-start lg:gap-x-14">
        <Contents />
        <div className="min-w-0 pb-4 lg:-mt-3">
          <Section id={BEFORE_LABELLING.id} title={BEFORE_LABELLING.title}>
            <Paragraphs of={BEFORE_LABELLING.paragraphs} />
            <ExampleHub />
          </Section>
          <RoleSection />
          <PolaritySection />
          <BasisSection />
          <Section id="ties" title="When two seem right">
            <TieTable caption="Roles" rules={ROLE_TIES} />
            <TieTable caption="Polarity" rules={POLARITY_TIES} />
            <TieTable caption="Evidence basis" rules={BASIS_TIES} />
          </Section>
          {FURTHER_TOPICS.map(({ id, title, paragraphs }) => (
            <Section key={id} id={id} title={title}>
              <Paragraphs of={paragraphs} />
            </Section>
          ))}
          <Section id={ABOUT_FLAGS.id} title={ABOUT_FLAGS.title}>
            <Paragraphs of={ABOUT_FLAGS.paragraphs} />
            <FlagList />
          </Section>
          <Section id={ABOUT_CONSENSUS.id} title={ABOUT_CONSENSUS.title}>
            <Paragraphs of={ABOUT_CONSENSUS.paragraphs} />
            <ConsensusTable />
            <Paragraphs of={AFTER_CONSENSUS} />
          </Section>
        </div>
      </div>
    </>
  );
}

function FlagList() {
  return (
    <dl className="mt-4 max-w-[596px] text-ui">
      {FLAG_RULES.map(({ name, when }) => (
        <div key={name} className="border-t border-line py-2 sm:grid sm:grid-cols-[9rem_minmax(0,1fr)]">
          <dt className="font-medium">{name}</dt>
          <dd className="text-soft">{when}</dd>
        </div>
      ))}
    </dl>
  );
}

function ConsensusTable() {
  return (
    <table className="mt-4 w-full max-w-[596px] border-collapse text-ui">
      <thead className="text-small text-soft">
        <tr>
          {["Votes", "State", "Label"].map((head) => (
            <th key={head} scope="col" className="pe-4 pb-1 text-start font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CONSENSUS_ROWS.map(({ votes, state, value }) => (
          <tr key={state} className="border-t border-line align-baseline">
            <td className="py-1.5 pe-4">{votes}</td>
            <th scope="row" className="py-1.5 pe-4 text-start font-medium">
              {state}
            </th>
            <td className="py-1.5">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
