import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { CURRENT_EDITION } from "@/app/_data/edition";
import { siteTerms } from "@/app/_data/site-terms";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { listSources } from "@/db/queries/sources";
import { database } from "@/lib/database";
import { SourceList } from "./source-list";

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "About",
  description:
    "What Spokes is, how its labels come about, where its data come from and under which licences, and privacy.",
  alternates: { canonical: "/about" },
};

export default async function AboutPage({ params }: PageProps<"/about/[edition]">) {
  if ((await params).edition !== CURRENT_EDITION) notFound();
  const sources = await listSources(database());
  const { labelLicence, contact } = siteTerms();
  return (
    <>
      <PageHead title="About Spokes" />
      <div className="border-t border-line">
        <Section id="what" title="What it is">
          <Prose>
            Spokes shows how a scholarly work was received: not only how often it is cited, but what each
            citing paper uses it for, its <b>role</b>, and how it judges it, its <b>polarity</b>. A much-cited
            work is a <b>hub</b>, a paper that cites it a <b>citer</b>, a sentence in which the citer speaks
            of the hub a <b>context</b>. Every figure names how many it is of how many, and says why the rest
            is missing where that is known.
          </Prose>
        </Section>
        <Section id="labels" title="How labels come about">
          <Prose>
            People <b>vote</b> on a sentence or on a citation as a whole; what they agree on becomes its
            label; <PageLink href="/guidelines">the guidelines</PageLink> say how. Imports and models{" "}
            <b>suggest</b> labels. A suggestion is shown with the word “suggested”, in a dashed frame, with
            what its source called it, and it never counts as a vote.
          </Prose>
        </Section>
        <Section id="sources" title="Where the data come from">
          <SourceList sources={sources} />
        </Section>
        <Section id="licence" title="Licence of the labels">
          <Prose>
            The labels that people give here are everybody’s under{" "}
            <a href={`https://spdx.org/licenses/${encodeURIComponent(labelLicence)}.html`}>{labelLicence}</a>.
            Suggestions and texts keep the terms of their source.
          </Prose>
        </Section>
        <Section id="data" title="Taking the data out">
          <Prose>
            Each hub’s page has exports, for spreadsheets, reference managers and programs, and a feed of what
            is new. Everything public can also be read as JSON, without a key:{" "}
            <PageLink href="/api">the API</PageLink> is explained with examples.
          </Prose>
        </Section>
        <Section id="removal" title="Having something removed or corrected">
          <Prose>
            <Contact contact={contact} /> Say which page it is about, and what is wrong with it.
          </Prose>
        </Section>
        <Section id="privacy" title="Privacy">
          <Prose>
            Reading needs no account. Readers get no cookie, nobody is tracked or counted, and no page loads a
            script, a font or a picture from anybody else. Signing in sets two cookies, which say that you are
            signed in and nothing else; an account’s e-mail address is never shown. Like every web server, the
            one that runs this site sees the address that a request comes from.
          </Prose>
        </Section>
      </div>
    </>
  );
}

function Prose({ children }: { children: ReactNode }) {
  return <p className="max-w-[66ch] font-serif text-body leading-relaxed [&_b]:font-semibold">{children}</p>;
}

function Contact({ contact }: { contact: string | null }) {
  if (contact === null) return "Ask the person who runs this site.";
  const isPage = contact.includes("://");
  return (
    <>
      Write to <a href={isPage ? contact : `mailto:${contact}`}>{contact}</a>.
    </>
  );
}
