import { z } from "zod";
import type { Identifier } from "@/lib/citation/identifiers";
import { readOpenAlexWork, SOURCE } from "@/lib/import/openalex-work";
import type { Parsed } from "@/lib/import/record";
import { rejection } from "@/lib/import/remark";
import { readEntry } from "@/lib/import/spokes-work";
import { identifierKey } from "@/lib/import/work-key";
import type { FoundWork, Inquiry } from "./found-work";
import type { SourceClient } from "./source-client";
import { SourceFailure } from "./source-failure";
import { type Page, walkPages } from "./walk-pages";
import { pathPart } from "./work-id";

/** The most that OpenAlex gives on a page and takes in one filter. */
const PAGE = 100;

/** What `readOpenAlexWork` looks at; everything else would be four times as much. */
const SELECT =
  "id,doi,title,display_name,publication_date,publication_year,ids,authorships,is_authors_truncated," +
  "primary_location,locations,topics,concepts,abstract_inverted_index,cited_by_count,is_retracted,referenced_works";

const PageAnswer = z.object({
  meta: z.object({ next_cursor: z.string().nullish() }),
  results: z.array(z.unknown()),
});

/** Asks OpenAlex (https://developers.openalex.org). */
export class OpenAlex {
  /** @param hasKey without a key OpenAlex pages by numbers only, and for a few hundred pages a day. */
  constructor(
    private readonly client: SourceClient,
    private readonly hasKey: boolean,
  ) {}

  inquiries(known: readonly Identifier[]): Inquiry[] {
    return ["openalex", "doi", "pmid", "arxiv"].flatMap((scheme) =>
      known.flatMap((by) => (by.scheme === scheme ? [{ by, path: `/works/${nameOf(by)}` }] : [])),
    );
  }

  /** The work, or null when OpenAlex does not know it. */
  async find({ path }: Inquiry): Promise<FoundWork | null> {
    const answer = await this.client.getJson(path, { select: SELECT });
    if (answer === undefined) return null;
    const work = readOpenAlexWork(answer, "OpenAlex, the work itself");
    if ("refused" in work) throw new SourceFailure(`sent a work that cannot be read: it ${work.refused}`);
    return withReferences(work);
  }

  /** Up to `ceiling` of the works that cite a work, given by its identifier of OpenAlex, each with its references. */
  async *listCiters(hub: Identifier, ceiling: number): AsyncGenerator<FoundWork | Parsed> {
    const getPage = (token: string) =>
      this.getPage({
        filter: `cites:${hub.value}`,
        [this.hasKey ? "cursor" : "page"]: token,
      });
    for await (const { row, index } of walkPages(getPage, this.hasKey ? "*" : "1", ceiling)) {
      const where = `OpenAlex, citing work ${index + 1}`;
      const work = readOpenAlexWork(row, where);
      if ("refused" in work) yield rejection(where, work.refused);
      else yield withReferences(work);
    }
  }

  /** What OpenAlex says of works of which only the identifiers are known; those that it does not know are absent. */
  async *listNamed(identifiers: readonly Identifier[]): AsyncGenerator<Parsed> {
    for (let from = 0; from < identifiers.length; from += PAGE) {
      const names = identifiers.slice(from, from + PAGE).map(({ value }) => value);
      const { rows } = await this.getPage({ filter: `openalex:${names.join("|")}` });
      for (const row of rows) {
        const work = readOpenAlexWork(row, "OpenAlex, a cited work");
        if (!("refused" in work)) yield* work.parsed;
      }
    }
  }

  private async getPage(params: Record<string, string>): Promise<Page> {
    const answer = await this.client.getJson("/works", {
      ...params,
      per_page: String(PAGE),
      select: SELECT,
    });
    const page = readEntry(PageAnswer, answer);
    if ("refused" in page) throw new SourceFailure(`sent a page that cannot be read: it ${page.refused}`);
    const { meta, results } = page.value;
    const number = Number(params["page"]);
    const following = results.length < PAGE ? null : String(number + 1);
    return { rows: results, next: this.hasKey ? (meta.next_cursor ?? null) : following };
  }
}

/** arXiv's papers stand in OpenAlex under the DOI that arXiv gives them. */
function nameOf({ scheme, value }: Identifier): string {
  if (scheme === "openalex") return value;
  return scheme === "arxiv" ? `doi:${pathPart(`10.48550/arxiv.${value}`)}` : `${scheme}:${pathPart(value)}`;
}

/** The works that it cites stand beside it by their identifiers alone. */
function withReferences({ key, parsed, cited }: FoundWork & { cited: readonly Identifier[] }): FoundWork {
  const references = cited.flatMap((identifier): Parsed[] => {
    const name = identifierKey(identifier);
    return [
      { kind: "work", key: name, identifiers: [identifier], fields: {}, source: SOURCE },
      { kind: "reference", citing: key, cited: name },
    ];
  });
  return { key, parsed: [...parsed, ...references] };
}
