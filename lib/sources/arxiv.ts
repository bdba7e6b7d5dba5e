import type { Identifier } from "@/lib/citation/identifiers";
import { parseArxivAtom } from "@/lib/import/arxiv-atom";
import { UnreadableFileError, type WorkRecord } from "@/lib/import/record";
import type { FoundWork, Inquiry } from "./found-work";
import type { SourceClient } from "./source-client";
import { SourceFailure } from "./source-failure";

const ASKED_AT_ONCE = 100;

/** Asks the API of arXiv (https://info.arxiv.org/help/api). */
export class Arxiv {
  constructor(private readonly client: SourceClient) {}

  inquiries(known: readonly Identifier[]): Inquiry[] {
    return known.flatMap((by) => (by.scheme === "arxiv" ? [{ by, path: "/query" }] : []));
  }

  /** The paper, or null when arXiv does not know it. */
  async find({ by }: Inquiry): Promise<FoundWork | null> {
    for await (const paper of this.listPapers([by])) return { key: paper.key, parsed: [paper] };
    return null;
  }

  /** What arXiv says of these papers; those that it does not know are absent. */
  async *listPapers(identifiers: readonly Identifier[]): AsyncGenerator<WorkRecord> {
    for (let from = 0; from < identifiers.length; from += ASKED_AT_ONCE) {
      const asked = identifiers.slice(from, from + ASKED_AT_ONCE).map(({ value }) => value);
      const answer = await this.client.getText("/query", {
        id_list: asked.join(","),
        max_results: String(ASKED_AT_ONCE),
      });
      for (const paper of await readPapers(answer ?? ""))
        if (paper.identifiers.some(({ scheme, value }) => scheme === "arxiv" && asked.includes(value)))
          yield paper;
    }
  }
}

async function readPapers(answer: string): Promise<WorkRecord[]> {
  const papers: WorkRecord[] = [];
  if (!/<(?:\w+:)?entry\b/u.test(answer) && /<(?:\w+:)?feed\b/u.test(answer)) return papers;
  try {
    for await (const one of parseArxivAtom(whole(answer))) if (one.kind === "work") papers.push(one);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    throw new SourceFailure(`sent an answer that cannot be read: ${error.message.replace(/\.$/u, "")}`);
  }
  return papers;
}

async function* whole(text: string) {
  yield text;
}
