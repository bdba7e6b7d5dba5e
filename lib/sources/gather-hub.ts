import { share } from "@/lib/citation/count";
import type { Identifier } from "@/lib/citation/identifiers";
import { type Parsed, type Placed, UnreadableFileError } from "@/lib/import/record";
import { warning } from "@/lib/import/remark";
import type { SourceOutcome } from "@/lib/import/report";
import { CiterLedger } from "./citer-ledger";
import { findHub } from "./find-hub";
import { underKey } from "./found-work";
import { Outcomes } from "./outcome";
import { SERVICE_LABELS, type Service } from "./service";
import type { Services } from "./services";
import { SourceFailure } from "./source-failure";
import { takeFromOpenAlex, takeFromSemanticScholar } from "./take-citers";

/** The key of the hub, whoever speaks of it. */
const HUB = "hub";

/** Citers taken from one service; Semantic Scholar lists no more than that, nor does OpenAlex without a key. */
export const MOST_CITERS = 10_000;
/** Works co-cited with the hub of which the names are asked for, and citers on arXiv of which the abstracts are. */
const MOST_COCITED = 500;
const MOST_PAPERS = 1000;

export interface GatheredHub {
  /**
   * Works, citations, sentences, references and notices, with remarks on what is missing.
   * @throws UnreadableFileError before anything else when no service gives the work; the reason of the services'
   * `stop` when it is aborted.
   */
  records: AsyncGenerator<Placed>;
  /** What became of each service; complete when the records have been read. */
  outcomes: readonly SourceOutcome[];
}

/**
 * Gathers a hub from the open services: from OpenAlex the work, its citers and references; from Semantic Scholar also
 * the sentences and what they are for; from Crossref notices; from arXiv what is said of papers that lie there. A
 * service that fails is named among the outcomes; what it gave before goes in with what the others give.
 */
export function gatherHub(
  id: Identifier,
  services: Services,
  { mostCiters = MOST_CITERS }: { mostCiters?: number } = {},
): GatheredHub {
  const outcomes = new Outcomes();
  return { records: placed(gather(id, services, mostCiters, outcomes)), outcomes: outcomes.list };
}

async function* placed(records: AsyncIterable<Parsed>): AsyncGenerator<Placed> {
  for await (const one of records) if (one.kind !== "listed") yield one;
}

async function* gather(
  id: Identifier,
  services: Services,
  mostCiters: number,
  outcomes: Outcomes,
): AsyncGenerator<Parsed> {
  const { works, remarks } = await findHub(id, services, outcomes);
  if (works.size === 0) throw new UnreadableFileError(outcomes.refusal(id));
  yield* remarks;
  for (const work of works.values()) yield* underKey(work, HUB);
  yield { kind: "hub", work: HUB };
  for (const { source, counted: count } of outcomes.list)
    if (count !== null)
      yield { kind: "reported_count", hub: HUB, axis: "citers", value: "citing papers", count, source };
  const ledger = new CiterLedger();
  const { openalex, crossref, arxiv } = services;
  const guard = (service: Service, records: AsyncIterable<Parsed>) => guarded(service, records, outcomes);
  const takingFrom = (service: Service) => ({
    hub: works.get(service),
    key: HUB,
    outcome: outcomes.of(service),
    ledger,
    mostCiters,
  });
  yield* guard("openalex", takeFromOpenAlex(openalex, takingFrom("openalex")));
  yield* guard(
    "semantic-scholar",
    takeFromSemanticScholar(services["semantic-scholar"], takingFrom("semantic-scholar")),
  );
  yield* guard("crossref", crossref.listNotices(ledger.listDois()));
  const papers = ledger.listWithoutAbstract();
  yield* guard("arxiv", arxiv.listPapers(papers.slice(0, MOST_PAPERS)));
  if (papers.length > MOST_PAPERS)
    yield warning(
      SERVICE_LABELS.arxiv,
      `asked for ${share(MOST_PAPERS, papers.length)} citers without an abstract.`,
    );
  yield* guard("openalex", openalex.listNamed(ledger.listCocited(MOST_COCITED)));
  yield* outcomes.listRemarks(mostCiters);
}

/** The records until the service fails, which is noted; nothing when it failed before. */
async function* guarded(
  service: Service,
  records: AsyncIterable<Parsed>,
  outcomes: Outcomes,
): AsyncGenerator<Parsed> {
  if (outcomes.of(service).state === "failed") return;
  try {
    yield* records;
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    outcomes.fail(service, error.message);
  }
}
