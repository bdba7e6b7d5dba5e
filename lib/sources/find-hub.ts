import { compareIdentifiers, type Identifier, identifierLabel } from "@/lib/citation/identifiers";
import type { Parsed } from "@/lib/import/record";
import { warning } from "@/lib/import/remark";
import type { SourceOutcome } from "@/lib/import/report";
import { identifierKey } from "@/lib/import/work-key";
import { type FoundWork, type Inquiry, recordOf } from "./found-work";
import type { Outcomes } from "./outcome";
import { SERVICE_LABELS, SERVICES, type Service } from "./service";
import type { Services } from "./services";
import { SourceFailure } from "./source-failure";

/** One work as the services know it. */
export interface FoundHub {
  works: ReadonlyMap<Service, FoundWork>;
  remarks: Parsed[];
}

/**
 * Asks every service for a work, also by the identifiers that the others give it, until nothing new is learned. What
 * became of each is written into `outcomes`.
 */
export async function findHub(id: Identifier, services: Services, outcomes: Outcomes): Promise<FoundHub> {
  const known = new Map([[identifierKey(id), id]]);
  const works = new Map<Service, FoundWork>();
  const asked = new Set<string>();
  const remarks: Parsed[] = [];
  for (let before = -1; before !== asked.size; ) {
    before = asked.size;
    for (const service of SERVICES) {
      if (works.has(service)) continue;
      const inquiries = services[service]
        .inquiries([...known.values()])
        .filter((inquiry) => !asked.has(nameOf(service, inquiry)));
      const found = await ask(services[service], inquiries, outcomes.of(service), ({ by, path }) =>
        asked.add(nameOf(service, { by, path })),
      );
      if (!found) continue;
      works.set(service, found.work);
      const { identifiers = [] } = recordOf(found.work) ?? {};
      for (const one of identifiers) known.set(identifierKey(one), one);
      remarks.push(...remarksOn(found, identifiers, service));
    }
  }
  return { works, remarks };
}

const nameOf = (service: Service, { by, path }: Inquiry) => `${service} ${path} ${identifierKey(by)}`;

async function ask(
  service: { find(inquiry: Inquiry): Promise<FoundWork | null> },
  inquiries: readonly Inquiry[],
  outcome: SourceOutcome,
  onAsked: (inquiry: Inquiry) => void,
): Promise<{ work: FoundWork; inquiry: Inquiry } | null> {
  for (const inquiry of inquiries) {
    if (outcome.state === "failed") return null;
    onAsked(inquiry);
    try {
      const work = await service.find(inquiry);
      outcome.state = work ? "answered" : "unknown";
      if (work) {
        outcome.counted = recordOf(work)?.fields.citedByCount ?? null;
        return { work, inquiry };
      }
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      outcome.state = "failed";
      outcome.failure = error.message;
    }
  }
  return null;
}

/** A service may know two versions of a work as one, and then answers with the other one's identifier. */
function remarksOn(
  { inquiry: { by } }: { inquiry: Inquiry },
  identifiers: readonly Identifier[],
  service: Service,
): Parsed[] {
  if (identifiers.some((one) => identifierKey(one) === identifierKey(by))) return [];
  const given = [...identifiers].sort(compareIdentifiers).map(identifierLabel).join(", ");
  return [
    warning(
      SERVICE_LABELS[service],
      `asked for ${identifierLabel(by)}, it answers with ${given}; they are taken for one work.`,
    ),
  ];
}
