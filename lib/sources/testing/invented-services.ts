import { parseWorkId } from "../work-id";
import type { Reply } from "./replay-server";

/** Invented answers of four services about one invented hub, in the shapes that the services give theirs. */

export const HUB_DOI = "10.5555/lamps";
const S2_HUB = "1".repeat(40);
const s2Id = (n: number) => String(n).padStart(40, "a");

export const openAlexWork = (n: number, more: object = {}) => ({
  id: `https://openalex.org/W${n}`,
  doi: `https://doi.org/10.5555/w${n}`,
  title: `On the keeping of lamps, part ${n}`,
  publication_year: 2020,
  publication_date: "2020-05-06",
  authorships: [{ raw_author_name: "Ada Keeper", author: { display_name: "Ada Keeper", orcid: null } }],
  primary_location: { source: { display_name: "Journal of Lamps" } },
  cited_by_count: 3,
  is_retracted: false,
  referenced_works: ["https://openalex.org/W1", "https://openalex.org/W900"],
  abstract_inverted_index: { Lamps: [0], burn: [1] },
  ...more,
});

const hubWork = (counted: number) =>
  openAlexWork(1, {
    doi: `https://doi.org/${HUB_DOI}`,
    title: "How lamps are kept on lonely coasts",
    cited_by_count: counted,
    referenced_works: ["https://openalex.org/W901"],
  });

export const paper = (n: number, more: object = {}) => ({
  paperId: s2Id(n),
  externalIds: { DOI: `10.5555/w${n}`, CorpusId: n },
  title: `On the keeping of lamps, part ${n}`,
  year: 2020,
  authors: [{ authorId: "7", name: "A. Keeper" }],
  citationCount: 2,
  ...more,
});

const hubPaper = (counted: number) =>
  paper(1, {
    paperId: S2_HUB,
    externalIds: { DOI: HUB_DOI.toUpperCase() },
    title: "How lamps are kept on lonely coasts",
    citationCount: counted,
    tldr: { text: "Lamps are kept by people who stay awake." },
  });

const citingRow = (n: number) => ({
  isInfluential: n % 2 === 0,
  contexts: [`We trim the wick as in [${n}].`],
  intents: ["methodology"],
  contextsWithIntent: [{ context: `We trim the wick as in [${n}].`, intents: ["methodology"] }],
  citingPaper: paper(n),
});

const hubMessage = (counted: number) => ({
  DOI: HUB_DOI,
  title: ["How lamps are kept on lonely coasts"],
  "is-referenced-by-count": counted,
  "updated-by": [{ DOI: "10.5555/erratum", type: "correction", label: "Correction" }],
  reference: [{ key: "r1", DOI: "10.5555/wicks" }],
});

const NO_PAPERS = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>';

export const atomOf = (id: string, title: string) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/${id}v2</id>
  <title>${title}</title><summary>Lamps seen from afar.</summary><published>2019-02-03T00:00:00Z</published>
  <author><name>Grace Keeper</name></author></entry></feed>`;

export interface Invented {
  /** The numbers of the works that cite the hub, by service. */
  openAlex: readonly number[];
  semanticScholar: readonly number[];
  /** How many the services say there are. */
  counted: { openAlex: number; semanticScholar: number; crossref: number };
  /** Replies in place of the invented ones; undefined leaves it to these, after what it waits for. */
  instead?: (service: string, url: URL, number: number) => Reply | undefined | Promise<undefined>;
}

/** Answers as all four services below `/openalex`, `/s2`, `/crossref` and `/arxiv`. */
export function inventedServices(invented: Invented) {
  return async (url: URL, number: number): Promise<Reply | undefined> => {
    const [, service = "", ...rest] = url.pathname.split("/");
    const path = decodeURIComponent(rest.join("/"));
    const instead = await invented.instead?.(service, url, number);
    if (instead) return instead;
    if (service === "openalex") return openAlexReply(path, url.searchParams, invented);
    if (service === "s2") return semanticScholarReply(path, url.searchParams, invented);
    if (service === "crossref") return crossrefReply(path, url.searchParams, invented);
    return service === "arxiv" ? { text: NO_PAPERS } : undefined;
  };
}

function openAlexReply(
  path: string,
  params: URLSearchParams,
  { openAlex, counted }: Invented,
): Reply | undefined {
  if (["works/W1", `works/doi:${HUB_DOI}`].includes(path)) return { json: hubWork(counted.openAlex) };
  const filter = params.get("filter") ?? "";
  if (path !== "works") return undefined;
  if (filter === "cites:W1") {
    const size = Number(params.get("per_page"));
    const page = Number(params.get("page") ?? (params.get("cursor") === "*" ? 1 : params.get("cursor")));
    const results = openAlex.slice((page - 1) * size, page * size).map((n) => openAlexWork(n));
    return { json: { meta: { next_cursor: results.length === 0 ? null : String(page + 1) }, results } };
  }
  const named = filter
    .replace("openalex:", "")
    .split("|")
    .flatMap((id) => parseWorkId(`openalex:${id}`) ?? []);
  const results = named.map(({ value }) =>
    openAlexWork(Number(value.slice(1)), { title: `Wicks, volume ${value}` }),
  );
  return { json: { meta: {}, results }, gzip: true };
}

function semanticScholarReply(
  path: string,
  params: URLSearchParams,
  { semanticScholar, counted }: Invented,
): Reply | undefined {
  if ([`paper/DOI:${HUB_DOI}`, `paper/${S2_HUB}`].includes(path))
    return { json: hubPaper(counted.semanticScholar) };
  const [offset, limit] = [Number(params.get("offset")), Number(params.get("limit"))];
  if (path === `paper/${S2_HUB}/citations`) {
    const data = semanticScholar.slice(offset, offset + limit).map(citingRow);
    const next = offset + limit < semanticScholar.length ? { next: offset + limit } : {};
    return { json: { offset, ...next, data } };
  }
  if (path === `paper/${S2_HUB}/references`)
    return { json: { offset: 0, data: [{ contexts: [], intents: [], citedPaper: paper(901) }] } };
  return undefined;
}

function crossrefReply(path: string, params: URLSearchParams, { counted }: Invented): Reply | undefined {
  if (path === `works/${HUB_DOI}`) return { json: { status: "ok", message: hubMessage(counted.crossref) } };
  if (path !== "works") return undefined;
  const items = (params.get("filter") ?? "").includes("updates:10.5555/w12")
    ? [
        {
          DOI: "10.5555/notice",
          "update-to": [
            { DOI: "10.5555/w12", type: "retraction", label: "Retraction" },
            { DOI: "10.5555/elsewhere", type: "retraction", label: "Retraction" },
          ],
        },
      ]
    : [];
  return { json: { status: "ok", message: { "total-results": items.length, items } } };
}
