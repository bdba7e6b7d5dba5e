import { CITO_PREFIX } from "@/lib/citation/cito";
import { identifierUrl } from "@/lib/citation/identifiers";
import { plainText } from "@/lib/citation/inline-markup";
import { persistentAddress } from "@/lib/citation/persistent-address";
import { present } from "@/lib/import/present";
import { characterisations, ownTerms } from "./characterisations";
import type { ExportedCiter, ExportedContext } from "./exported-citer";
import type { ExportedHub } from "./exported-hub";
import type { ExportedWork } from "./exported-work";

const CONTEXT = {
  cito: CITO_PREFIX,
  schema: "https://schema.org/",
  oa: "http://www.w3.org/ns/oa#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/**
 * The citations of a hub as linked data: of each citer the work, one `cito:Citation` with what the votes say of it, and
 * each sentence as a Web Annotation whose target is quoted. Labels that nobody voted for are not in it.
 */
export async function* jsonldFile(
  citers: AsyncIterable<ExportedCiter>,
  hub: ExportedHub,
  site: string,
): AsyncGenerator<string> {
  const page = `${site}/hubs/${hub.slug}`;
  yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[\n`;
  yield [workNode(hub, page), ...ownTerms(site)].map((node) => JSON.stringify(node)).join(",\n");
  for await (const citer of citers)
    yield citationNodes(citer, hub, site)
      .map((node) => `,\n${JSON.stringify(node)}`)
      .join("");
  yield "\n]}\n";
}

function citationNodes(citer: ExportedCiter, hub: ExportedHub, site: string): object[] {
  const page = `${site}/citers/${citer.id}`;
  const citing = workIri(citer, page);
  const citation = `${page}#hub-${hub.id}`;
  const { polarity, polarityOwn, roles } = citer.label;
  const node = {
    "@id": citation,
    "@type": citer.isSelf ? ["cito:Citation", "cito:AuthorSelfCitation"] : "cito:Citation",
    "cito:hasCitingEntity": { "@id": citing },
    "cito:hasCitedEntity": { "@id": workIri(hub, `${site}/hubs/${hub.slug}`) },
    ...present({
      "cito:hasCitationCreationDate": citer.published && dated(citer.published),
      "cito:hasCitationCharacterization": characterisations(
        { polarity, isOwnEvidence: polarity === polarityOwn, roles },
        site,
      ).map((iri) => ({ "@id": iri })),
    }),
  };
  const annotations = citer.contexts.map((context) =>
    annotationNode(context, { page, citing, citation, site }),
  );
  return [workNode(citer, page), node, ...annotations];
}

/** The sentence is what the annotation is about; the citation, and what the votes make of it here, is what it says. */
function annotationNode(
  context: ExportedContext,
  { page, citing, citation, site }: { page: string; citing: string; citation: string; site: string },
): object {
  const { id, before, text, after, votes } = context;
  const label = {
    polarity: votes?.polarity.value ?? null,
    isOwnEvidence: votes?.basis === "own_evidence",
    roles: [...(votes?.role.value ? [votes.role.value] : []), ...(votes?.furtherRoles ?? [])],
  };
  return {
    "@id": `${page}#c-${id}`,
    "@type": "oa:Annotation",
    "oa:motivatedBy": { "@id": "oa:identifying" },
    "oa:hasBody": [
      { "@id": citation },
      ...characterisations(label, site).map((iri) => ({
        "@type": "oa:SpecificResource",
        "oa:hasPurpose": { "@id": "oa:classifying" },
        "oa:hasSource": { "@id": iri },
      })),
    ],
    "oa:hasTarget": {
      "@type": "oa:SpecificResource",
      "oa:hasSource": { "@id": citing },
      "oa:hasSelector": {
        "@type": "oa:TextQuoteSelector",
        "oa:exact": text,
        ...present({ "oa:prefix": before, "oa:suffix": after }),
      },
    },
  };
}

/** What a work is called in linked data: its lasting address, else a place on its page here. */
function workIri({ identifiers }: ExportedWork, page: string): string {
  return persistentAddress(identifiers) ?? `${page}#work`;
}

function workNode(work: ExportedWork, page: string): object {
  const { title, authors, published, venue, identifiers } = work;
  const iri = workIri(work, page);
  return {
    "@id": iri,
    "@type": "schema:ScholarlyArticle",
    ...present({
      "schema:name": title && plainText(title),
      "schema:author": authors.map(({ name, orcid }) => ({
        ...present({ "@id": orcid && `https://orcid.org/${orcid}` }),
        "@type": "schema:Person",
        "schema:name": name,
      })),
      "schema:datePublished": published && dated(published),
      "schema:isPartOf": venue && { "@type": "schema:CreativeWork", "schema:name": plainText(venue) },
      "schema:sameAs": identifiers
        .map(identifierUrl)
        .filter((address) => address !== iri)
        .map((address) => ({ "@id": address })),
    }),
    "schema:mainEntityOfPage": { "@id": page },
  };
}

const DATE_TYPES = ["xsd:gYear", "xsd:gYearMonth", "xsd:date"];

const dated = (date: string) => ({ "@value": date, "@type": DATE_TYPES[date.split("-").length - 1] });
