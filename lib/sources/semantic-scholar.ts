import { z } from "zod";
import type { Identifier } from "@/lib/citation/identifiers";
import type { Parsed } from "@/lib/import/record";
import { rejection } from "@/lib/import/remark";
import { Tie } from "@/lib/import/semantic-scholar-schema";
import { readTie } from "@/lib/import/semantic-scholar-tie";
import { readPaper } from "@/lib/import/semantic-scholar-work";
import { readEntry } from "@/lib/import/spokes-work";
import type { FoundWork, Inquiry } from "./found-work";
import type { SourceClient } from "./source-client";
import { SourceFailure } from "./source-failure";
import { type Page, walkPages } from "./walk-pages";
import { pathPart } from "./work-id";

/** An answer may hold 10 MB; pages of a thousand papers with abstracts and contexts go beyond that. */
const PAGE = 500;

/** Semantic Scholar lists nothing at or beyond this place. */
const LAST = 9999;

const PAPER =
  "paperId,externalIds,title,abstract,venue,publicationVenue,journal,year,publicationDate,authors," +
  "fieldsOfStudy,s2FieldsOfStudy,citationCount";
const TIE = "contexts,intents,contextsWithIntent,isInfluential";

const PageAnswer = z.object({
  next: z.int().nullish(),
  data: z.array(z.unknown()).nullish(),
});

/** A row of a list: the paper, and with the other one's key how the citing one speaks of the cited one. */
export interface TiedPaper extends FoundWork {
  tie(ends: { hub: string; citing: string; ifHub?: true }): Parsed[];
}

const PREFIXES: readonly (readonly [Identifier["scheme"], string])[] = [
  ["s2", ""],
  ["doi", "DOI:"],
  ["arxiv", "ARXIV:"],
  ["pmid", "PMID:"],
];

/** Asks the Graph API of Semantic Scholar (https://api.semanticscholar.org/api-docs/graph). */
export class SemanticScholar {
  constructor(private readonly client: SourceClient) {}

  inquiries(known: readonly Identifier[]): Inquiry[] {
    return PREFIXES.flatMap(([scheme, prefix]) =>
      known.flatMap((by) =>
        by.scheme === scheme ? [{ by, path: `/paper/${prefix}${pathPart(by.value)}` }] : [],
      ),
    );
  }

  /** The paper, or null when Semantic Scholar does not know it. */
  async find({ path }: Inquiry): Promise<FoundWork | null> {
    const answer = await this.client.getJson(path, { fields: `${PAPER},tldr` });
    if (answer === undefined) return null;
    const paper = readPaper(answer, "Semantic Scholar, the paper itself");
    if ("refused" in paper) throw new SourceFailure(`sent a paper that cannot be read: it ${paper.refused}`);
    return paper;
  }

  /** Up to `ceiling` of the papers that cite a paper, given by its identifier of Semantic Scholar. */
  listCiters(hub: Identifier, ceiling: number): AsyncGenerator<TiedPaper | Parsed> {
    return this.list(hub, { list: "citations", member: "citingPaper", what: "citing paper" }, ceiling);
  }

  /** Up to `ceiling` of the papers that a paper cites. */
  listReferences(hub: Identifier, ceiling: number): AsyncGenerator<TiedPaper | Parsed> {
    return this.list(hub, { list: "references", member: "citedPaper", what: "reference" }, ceiling);
  }

  private async *list(
    { value }: Identifier,
    { list, member, what }: { list: string; member: string; what: string },
    ceiling: number,
  ): AsyncGenerator<TiedPaper | Parsed> {
    const getPage = (token: string) => this.getPage(`/paper/${value}/${list}`, Number(token));
    for await (const { row, index } of walkPages(getPage, "0", ceiling)) {
      const where = `Semantic Scholar, ${what} ${index + 1}`;
      const said = readEntry(Tie, row);
      const paper = readPaper((row as Record<string, unknown> | null)?.[member], where);
      if ("refused" in said) yield rejection(where, said.refused);
      else if ("refused" in paper) yield rejection(where, paper.refused);
      else yield { ...paper, tie: (ends) => readTie(said.value, ends, where) };
    }
  }

  private async getPage(path: string, offset: number): Promise<Page> {
    const limit = Math.min(PAGE, LAST - offset);
    const answer = await this.client.getJson(path, {
      fields: `${TIE},${PAPER}`,
      offset: String(offset),
      limit: String(limit),
    });
    const page = readEntry(PageAnswer, answer);
    if ("refused" in page) throw new SourceFailure(`sent a page that cannot be read: it ${page.refused}`);
    const { next, data } = page.value;
    if (!data) throw new SourceFailure("may not pass this list on");
    const isMore = typeof next === "number" && next > offset && next < LAST;
    return { rows: data, next: isMore ? String(next) : null };
  }
}
