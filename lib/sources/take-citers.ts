import type { Parsed } from "@/lib/import/record";
import { warning } from "@/lib/import/remark";
import type { SourceOutcome } from "@/lib/import/report";
import type { CiterLedger } from "./citer-ledger";
import { citedIn, type FoundWork, recordOf } from "./found-work";
import type { OpenAlex } from "./openalex";
import type { SemanticScholar } from "./semantic-scholar";
import { SERVICE_LABELS } from "./service";
import { SourceFailure } from "./source-failure";

/** Semantic Scholar's list of the hub's references is read up to here. */
const MOST_REFERENCES = 5000;

/** The hub as one service knows it, and what is kept of what the service lists. */
export interface Taking {
  hub: FoundWork | undefined;
  /** The key of the hub in the records. */
  key: string;
  outcome: SourceOutcome;
  ledger: CiterLedger;
  mostCiters: number;
}

/** The hub's references by name, its citers and what they cite; nothing when OpenAlex does not know the hub. */
export async function* takeFromOpenAlex(service: OpenAlex, taking: Taking): AsyncGenerator<Parsed> {
  const { hub, key, outcome, ledger, mostCiters } = taking;
  const own = hub && ownIdentifier(hub, "openalex");
  if (!hub || !own) return;
  outcome.listed = 0;
  for await (const one of service.listCiters(own, mostCiters)) {
    if ("kind" in one) {
      yield one;
      continue;
    }
    outcome.listed += 1;
    ledger.addCiter(one);
    ledger.addCited(citedIn(one).filter(({ value }) => value !== own.value));
    yield* one.parsed;
    yield { kind: "citation", hub: key, citing: one.key };
  }
  yield* service.listNamed(citedIn(hub));
}

/** The hub's citers with their sentences, and its references; nothing when Semantic Scholar does not know the hub. */
export async function* takeFromSemanticScholar(
  service: SemanticScholar,
  { hub, key, outcome, ledger, mostCiters }: Taking,
): AsyncGenerator<Parsed> {
  const own = hub && ownIdentifier(hub, "s2");
  if (!own) return;
  outcome.listed = 0;
  for await (const one of service.listCiters(own, mostCiters)) {
    if ("kind" in one) {
      yield one;
      continue;
    }
    outcome.listed += 1;
    ledger.addCiter(one);
    yield* one.parsed;
    yield* one.tie({ hub: key, citing: one.key });
  }
  try {
    for await (const one of service.listReferences(own, MOST_REFERENCES)) {
      if ("kind" in one) yield one;
      else {
        yield* one.parsed;
        yield { kind: "reference", citing: key, cited: one.key };
        yield* one.tie({ hub: one.key, citing: key, ifHub: true });
      }
    }
  } catch (error) {
    // Publishers may forbid Semantic Scholar to show a reference list; then that of OpenAlex stands alone.
    if (!(error instanceof SourceFailure)) throw error;
    yield warning(
      SERVICE_LABELS["semantic-scholar"],
      `the hub's references are missing: it ${error.message}.`,
    );
  }
}

const ownIdentifier = (work: FoundWork, scheme: "openalex" | "s2") =>
  recordOf(work)?.identifiers.find((identifier) => identifier.scheme === scheme);
