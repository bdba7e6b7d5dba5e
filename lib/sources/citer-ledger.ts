import type { Identifier } from "@/lib/citation/identifiers";
import { identifierKey } from "@/lib/import/work-key";
import { type FoundWork, recordOf } from "./found-work";

/** What has to be remembered of citing works and what they cite, to know what to ask the services next. */
export class CiterLedger {
  private readonly dois = new Map<string, Identifier>();
  private readonly papers = new Map<string, Identifier>();
  private readonly withAbstract = new Set<string>();
  private readonly cited = new Map<string, { identifier: Identifier; times: number }>();

  addCiter(citer: FoundWork): void {
    const { identifiers = [], fields = {} } = recordOf(citer) ?? {};
    for (const identifier of identifiers) {
      const name = identifierKey(identifier);
      if (identifier.scheme === "doi") this.dois.set(name, identifier);
      if (identifier.scheme !== "arxiv") continue;
      this.papers.set(name, identifier);
      if (fields.abstract) this.withAbstract.add(name);
    }
  }

  addCited(identifiers: readonly Identifier[]): void {
    for (const identifier of identifiers) {
      const known = this.cited.get(identifier.value);
      if (known) known.times += 1;
      else this.cited.set(identifier.value, { identifier, times: 1 });
    }
  }

  /** The DOIs of the citing works. */
  listDois(): Identifier[] {
    return [...this.dois.values()];
  }

  /** The citing works on arXiv of which nobody gave an abstract. */
  listWithoutAbstract(): Identifier[] {
    return [...this.papers].flatMap(([name, identifier]) =>
      this.withAbstract.has(name) ? [] : [identifier],
    );
  }

  /** The works that two citing works or more cite, most often cited first; equals in the order of their names. */
  listCocited(most: number): Identifier[] {
    return [...this.cited.values()]
      .filter(({ times }) => times > 1)
      .sort((a, b) => b.times - a.times || (a.identifier.value < b.identifier.value ? -1 : 1))
      .slice(0, most)
      .map(({ identifier }) => identifier);
  }
}
