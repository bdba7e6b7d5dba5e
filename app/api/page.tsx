import type { Metadata, Route } from "next";
import type { ReactNode } from "react";
import { siteTerms } from "@/app/_data/site-terms";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { listHubs } from "@/db/queries/hubs";
import { API_PATH } from "@/lib/api/addresses";
import { OPERATIONS } from "@/lib/api/operations";
import { PROBLEM_KINDS } from "@/lib/api/problem";
import { API_LIMIT } from "@/lib/auth/rate-limits";
import { database } from "@/lib/database";
import { siteUrl } from "@/lib/site-url";
import { curlExamples } from "./examples";

/** Per request, because the examples name a hub of this site. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "API",
  description:
    "Everything public on this site as JSON: addresses, queries, pages, limits, errors, with examples.",
  alternates: { canonical: "/api" },
};

/** Stands in the examples of a site without hubs. */
const NO_HUB = "name-of-a-hub";

export default async function ApiPage() {
  const [hub] = await listHubs(database(), { after: null, limit: 1 });
  return (
    <>
      <PageHead title="API">
        <p className="max-w-[66ch] font-serif text-body text-soft">
          Everything public on this site can be read as JSON, without a key and from any page on the web.
          Labels are given under <PageLink href="/about#licence">{siteTerms().labelLicence}</PageLink>; the
          rest belongs to its sources.
        </p>
      </PageHead>
      <Addresses />
      <Section id="examples" title="Examples">
        <div className="grid gap-x-14 gap-y-7 lg:grid-cols-2">
          {curlExamples(siteUrl(), hub?.slug ?? NO_HUB).map(({ id, title, answer, command }) => (
            <div key={id} className="min-w-0">
              <h3 className="font-serif text-list font-semibold">{title}</h3>
              <Code>{command}</Code>
              <p className="mt-1.5 text-small text-soft">{answer}</p>
            </div>
          ))}
        </div>
      </Section>
      <Rules />
      <Problems />
    </>
  );
}

/** A command that may be longer than the page is wide. */
function Code({ children }: { children: string }) {
  return (
    <pre
      dir="ltr"
      className="mt-2 rounded-md border border-line bg-card p-3 font-mono text-tiny whitespace-pre-wrap select-all [overflow-wrap:anywhere]"
    >
      <code>{children}</code>
    </pre>
  );
}

function Addresses() {
  return (
    <Section id="addresses" title="Addresses" note={`below ${siteUrl()}${API_PATH}`}>
      <dl className="max-w-[860px]">
        {OPERATIONS.map(({ id, at, description }) => (
          <div
            key={id}
            className="grid gap-x-8 border-t border-line py-2.5 sm:grid-cols-[16rem_minmax(0,1fr)]"
          >
            <dt className="font-mono text-small [overflow-wrap:anywhere]">
              {at.includes("{") ? at : <PageLink href={`${API_PATH}${at}` as Route}>{at || "/"}</PageLink>}
            </dt>
            <dd className="text-ui text-soft">{description}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 max-w-[860px] text-ui text-soft">
        <code>{"{slug}"}</code> is the last part of a hub’s address, <code>{"{citer}"}</code> the number in
        the address of a citing paper, <code>{"{context}"}</code> the number after <code>#c-</code> in the
        address of a sentence; answers give all of them as links.
      </p>
      <p className="mt-3 max-w-[860px] text-ui">
        All of it, with every parameter and every field, for people and for programs:{" "}
        <PageLink href={`${API_PATH}/openapi.json` as Route}>the OpenAPI 3.1 document</PageLink>.
      </p>
    </Section>
  );
}

function Rules() {
  const { times, seconds } = API_LIMIT;
  return (
    <Section id="rules" title="How it answers">
      <dl className="max-w-[860px] space-y-4 text-ui">
        <Rule name="Queries">
          The parameter <code>q</code> takes the language of the <PageLink href="/search">search</PageLink>{" "}
          and of each hub’s list of citing papers, so that what was found there can be asked here.
        </Rule>
        <Rule name="Pages">
          Lists have <code>items</code>, the <code>total</code> where it is known, and <code>next</code>, the
          address of the next page; null on the last one. A cursor is good only where it was given.{" "}
          <code>limit</code> goes up to 200.
        </Rule>
        <Rule name="Fresh">
          Every answer carries an <code>ETag</code>; send it back as <code>If-None-Match</code>, and the
          answer is 304 as long as nothing has changed. A shared cache may keep an answer for one second.
        </Rule>
        <Rule name="Limits">
          {times} requests in {seconds} seconds from one network. <code>RateLimit</code> says how many are
          left; past them the answer is 429 with <code>Retry-After</code>. For a whole hub take its exports
          instead.
        </Rule>
        <Rule name="Moved">
          A hub that got another address is answered by 308 with its new one; let your client follow it.
        </Rule>
        <Rule name="Changes">
          Fields may be added to version 1, none is taken away or changes its meaning. Votes, suggestions and
          figures stand apart: a suggestion never counts as a vote.
        </Rule>
      </dl>
    </Section>
  );
}

function Rule({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-8 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="font-medium">{name}</dt>
      <dd className="text-soft">{children}</dd>
    </div>
  );
}

function Problems() {
  return (
    <Section id="problems" title="When something is wrong">
      <p className="max-w-[66ch] text-ui text-soft">
        Every error is a problem document (RFC 9457, <code>application/problem+json</code>) whose{" "}
        <code>type</code> leads here. What is wrong with a parameter stands in <code>errors</code>; a mistake
        in a query comes with its place and, where something comes near, with what could stand there.
      </p>
      <dl className="mt-4 max-w-[860px]">
        {Object.entries(PROBLEM_KINDS).map(([kind, { status, title }]) => (
          <div
            key={kind}
            id={kind}
            className="grid scroll-mt-6 grid-cols-[4rem_minmax(0,1fr)] border-t border-line py-2 target:bg-spark/6 sm:grid-cols-[4rem_14rem_minmax(0,1fr)]"
          >
            <dt className="contents">
              <span className="tabular-nums text-ui">{status}</span>
              <span className="font-mono text-small">{kind}</span>
            </dt>
            <dd className="col-start-2 text-ui text-soft sm:col-start-3">{title}.</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
