import { identifierUrl } from "@/lib/citation/identifiers";
import { sourceElsewhere } from "@/lib/import/derive";
import { present } from "@/lib/import/present";
import type { ExportedCiter, ExportedContext } from "./exported-citer";
import type { ExportedHub } from "./exported-hub";

/** The citations of a hub as JSON, one on each line, with all that their pages show. What is not known is left out. */
export async function* jsonlFile(
  citers: AsyncIterable<ExportedCiter>,
  hub: ExportedHub,
  site: string,
): AsyncGenerator<string> {
  for await (const citer of citers) yield `${JSON.stringify(citationRecord(citer, hub, site))}\n`;
}

function citationRecord(citer: ExportedCiter, hub: ExportedHub, site: string): object {
  const page = `${site}/citers/${citer.id}`;
  const { isSelf, isInfluential, contextGap, label, claims, votes, suggestions, contexts } = citer;
  return {
    hub: present({
      page: `${site}/hubs/${hub.slug}`,
      title: hub.title,
      ids: hub.identifiers.map(identifierUrl),
    }),
    citer: {
      page,
      ...present({
        title: citer.title,
        authors: citer.authors,
        authorsComplete: citer.authorsComplete,
        published: citer.published,
        venue: citer.venue,
        ids: citer.identifiers.map(identifierUrl),
        fields: citer.fields,
        citedByCount: citer.citedByCount,
        notices: citer.notices,
        summary: citer.summary,
        summarySource: citer.summarySource && sourceElsewhere(citer.summarySource),
        abstract: citer.abstract,
      }),
    },
    isSelf,
    isInfluential,
    ...present({ contextGap: contexts.length === 0 ? contextGap : null }),
    label: present({ ...label }),
    ...present({ claims, votes, suggestions: suggestions.map((one) => present({ ...one })) }),
    contexts: contexts.map((context) => contextRecord(context, page)),
  };
}

function contextRecord({ id, suggestions, ...context }: ExportedContext, page: string): object {
  return {
    page: `${page}#c-${id}`,
    ...present({ ...context, suggestions: suggestions.map((one) => present({ ...one })) }),
  };
}
