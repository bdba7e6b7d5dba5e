import { share, withThousands } from "@/lib/citation/count";
import { type Identifier, identifierLabel } from "@/lib/citation/identifiers";
import type { Warning } from "@/lib/import/record";
import { warning } from "@/lib/import/remark";
import type { SourceOutcome } from "@/lib/import/report";
import { SERVICE_LABELS, SERVICES, type Service } from "./service";

/** What became of each service. */
export class Outcomes {
  readonly list: SourceOutcome[] = SERVICES.map((source) => ({
    source,
    state: "not_asked",
    counted: null,
    listed: null,
    failure: null,
  }));

  of(service: Service): SourceOutcome {
    const outcome = this.list.find(({ source }) => source === service);
    if (!outcome) throw new Error(`no outcome is kept of ${service}`);
    return outcome;
  }

  fail(service: Service, failure: string): void {
    Object.assign(this.of(service), { state: "failed", failure });
  }

  /** What is missing, service by service: whatever failed, and citers that are counted and not listed. */
  listRemarks(mostCiters: number): Warning[] {
    return SERVICES.flatMap((service) => {
      const { state, counted, listed, failure } = this.of(service);
      const label = SERVICE_LABELS[service];
      if (state === "failed")
        return [warning(label, `it ${failure}.${listed ? " What it gave before went in." : ""}`)];
      if (counted === null || listed === null || listed >= counted) return [];
      const reason = listed >= mostCiters ? `; no more than ${withThousands(mostCiters)} are taken in` : "";
      return [warning(label, `it listed ${share(listed, counted)} citing papers${reason}.`)];
    });
  }

  /** Why no service gave the work, in one line. */
  refusal(id: Identifier): string {
    const words = SERVICES.flatMap((service) => {
      const { state, failure } = this.of(service);
      if (state === "not_asked") return [];
      return [`${SERVICE_LABELS[service]} ${state === "failed" ? failure : "does not know it"}`];
    });
    return `nothing can be had of ${identifierLabel(id)}: ${words.join("; ")}.`;
  }
}

/** A figure of the services side by side: "OpenAlex 812, Semantic Scholar 790, Crossref 655"; empty without any. */
export function figuresText(outcomes: readonly SourceOutcome[], figure: "counted" | "listed"): string {
  return outcomes
    .flatMap((outcome) => {
      const n = outcome[figure];
      return n === null ? [] : [`${serviceLabel(outcome.source)} ${withThousands(n)}`];
    })
    .join(", ");
}

/** Why a service gave nothing, or not all; null when it gave what it has. */
export function problemText({ source, state, failure }: SourceOutcome): string | null {
  const label = serviceLabel(source);
  if (state === "failed") return `${label} ${failure}`;
  if (state === "unknown") return `${label} does not know this work`;
  return state === "not_asked" ? `${label} was not asked: it knows works by other identifiers` : null;
}

const serviceLabel = (source: string) =>
  SERVICES.some((service) => service === source) ? SERVICE_LABELS[source as Service] : source;
