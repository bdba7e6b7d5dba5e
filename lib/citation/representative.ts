import { type Aspect, type Candidate, isOutsider } from "@/lib/citation/representative-aspects";
import {
  type Coverage,
  cover,
  emptyCoverage,
  gainOf,
  isOwed,
  leadOf,
} from "@/lib/citation/representative-coverage";
import { type Choice, type Reason, reasonTally } from "@/lib/citation/representative-reason";

/** How many representative citing papers there are at most. */
export const MOST_REPRESENTATIVES = 8;

/** The rule as a reader sees it. */
export const RULE_TEXT =
  "At most eight citing papers are taken, one after the other, each time the one that adds most to those already taken: " +
  "before all a judgement (disagreement first, then agreement) or a replication, then another role, a claim, a field or " +
  "a period of five years. Places are kept for the most cited paper, the newest, and the one with the most sentences " +
  "about this work; places left over go to further papers that disagree. Among equals an influential citation comes " +
  "first, then more sentences, more citations, the later year; self-citations come last and retracted papers are left out.";

/** What the places left over go to. */
const DISAGREES: Aspect = { kind: "polarity", polarity: "contrasting" };

/** A chosen citing paper and why it was chosen. */
export interface Representative<Citer extends Candidate> {
  citer: Citer;
  reason: Reason;
}

/**
 * The citing papers that stand for all, at most eight, in the order in which they were chosen; `RULE_TEXT` is
 * the rule. The outcome does not depend on the order of the candidates, and a candidate that is not chosen
 * changes nothing about which ones are.
 */
export function representatives<Citer extends Candidate>(
  candidates: readonly Citer[],
): Representative<Citer>[] {
  const chosen = chooseRepresentatives(candidates);
  const tally = reasonTally(chosen);
  for (const candidate of candidates) tally.see(candidate);
  const reasons = tally.reasons();
  return chosen.flatMap(({ citer }, i) => {
    const reason = reasons[i];
    return reason === undefined ? [] : [{ citer, reason }];
  });
}

/**
 * The choice alone. It comes out the same from a part of the candidates, if the part holds, of those that are alike in
 * everything but the order among equals, the first eight.
 */
export function chooseRepresentatives<Citer extends Candidate>(
  candidates: readonly Citer[],
): (Choice & { citer: Citer })[] {
  const coverage = emptyCoverage(candidates);
  const eligible = candidates.filter(({ retracted }) => !retracted);
  const gains = eligible.map((citer) => gainOf(coverage, citer));
  const chosen: (Choice & { citer: Citer })[] = [];
  const take = (citer: Citer) => {
    chosen.push({ citer, aspect: leadOf(coverage, citer) ?? DISAGREES });
    cover(coverage, citer);
  };
  while (chosen.length < MOST_REPRESENTATIVES) {
    const next = nextOf(eligible, gains, coverage, MOST_REPRESENTATIVES - chosen.length);
    if (next === undefined) break;
    take(next);
  }
  const taken = new Set(chosen.map(({ citer }) => citer));
  const disagreeing = eligible.filter((citer) => citer.polarity === "contrasting" && !taken.has(citer));
  disagreeing.sort((a, b) => precedence(a, 0, b, 0));
  for (const citer of disagreeing.slice(0, MOST_REPRESENTATIVES - chosen.length)) take(citer);
  return chosen;
}

/**
 * The citer that adds most. When the places that are left are owed to papers that have most of something, only
 * those are looked at. What a citer adds only ever shrinks, so an earlier gain that loses needs no second look;
 * `gains` holds the latest that is known of each.
 */
function nextOf<Citer extends Candidate>(
  eligible: readonly Citer[],
  gains: number[],
  coverage: Coverage,
  places: number,
): Citer | undefined {
  const areOwed = coverage.owed.length >= places;
  let best: { citer: Citer; gain: number } | undefined;
  for (const [index, citer] of eligible.entries()) {
    const known = gains[index] ?? 0;
    if (known === 0 || (best !== undefined && precedence(citer, known, best.citer, best.gain) > 0)) continue;
    const gain = gainOf(coverage, citer);
    gains[index] = gain;
    if (gain === 0 || (areOwed && !isOwed(coverage, citer))) continue;
    if (best === undefined || precedence(citer, gain, best.citer, best.gain) < 0) best = { citer, gain };
  }
  return best?.citer;
}

/** Negative when `a` comes before `b`; zero only for the same id. */
function precedence(a: Candidate, gainOfA: number, b: Candidate, gainOfB: number): number {
  return (
    Number(isOutsider(b)) - Number(isOutsider(a)) ||
    gainOfB - gainOfA ||
    Number(b.isInfluential) - Number(a.isInfluential) ||
    b.contextCount - a.contextCount ||
    (b.citedByCount ?? -1) - (a.citedByCount ?? -1) ||
    (b.year ?? 0) - (a.year ?? 0) ||
    a.id - b.id
  );
}
