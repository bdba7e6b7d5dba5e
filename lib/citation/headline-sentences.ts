import { count, share } from "@/lib/citation/count";
import type { HeadlineFigures } from "@/lib/citation/headline-figures";
import { type Lead, leadOf, listable, type Tally, tallied } from "@/lib/citation/headline-tally";
import type { LabelKind } from "@/lib/citation/label-kind";
import { type ClearPolarity, POLARITY_VERBS, ROLE_USES } from "@/lib/citation/label-phrase";
import type { Polarity } from "@/lib/citation/polarity";
import { ROLES, type Role } from "@/lib/citation/role";
import { FEWEST_FOR_SHARE, formatInterval, wilsonInterval } from "@/lib/citation/wilson";

/** A piece of a sentence; pieces follow each other without anything between. */
export interface HeadlinePart {
  text: string;
  emphasis: boolean;
  /** The citers that it counts: those with a role or a polarity. */
  counts?: CountedCiters;
}

export type CountedCiters = { role: Role } | { polarity: ClearPolarity };

/** The polarities that are judgements, in the order in which they are listed. */
const JUDGEMENTS = ["supporting", "mixed", "contrasting"] as const satisfies readonly Polarity[];

const LABELLED: Readonly<Record<LabelKind, string>> = { vote: "voted", suggestion: "suggested" };

const LEAD_WORDS: Readonly<Record<Exclude<Lead, "none">, string>> = {
  mostly: "mostly",
  most_often: "most often",
};

/** How the hub is used. Empty when no citer has a role. */
export function roleSentence({ labels, withRole, roles }: HeadlineFigures): HeadlinePart[] {
  const tallies = tallied(ROLES, roles);
  const [top, next] = tallies;
  if (top === undefined) return [];
  const having = withLabel(labels, "role");
  if (withRole === 1)
    return [
      plain(`The one citer ${having} uses it ${tallies.map(({ value }) => ROLE_USES[value]).join(" and ")}.`),
    ];
  const listed = listable(tallies);
  const citers = `${count(withRole, "citer")} ${having}`;
  if (listed.length === 0)
    return [plain("Of "), strong(citers), plain(`, no role is that of more than ${top.citers}.`)];
  const lead = leadOf(top.citers, next?.citers ?? 0, withRole);
  const uses = listed.map((tally, index) => roleUse(tally, index, top, withRole));
  if (lead === "none") return [plain("Of "), strong(citers), ...uses.flatMap(afterComma), plain(".")];
  const [, ...rest] = uses;
  return [
    plain(labels === "suggestion" ? "By suggestion it is " : "It is "),
    strong(`${LEAD_WORDS[lead]} used ${ROLE_USES[top.value]}`),
    plain(": by "),
    { ...plain(`${share(top.citers, withRole)} citers`), counts: { role: top.value } },
    plain(` ${having}${range(top.citers, withRole)}`),
    ...rest.flatMap(afterComma),
    plain("."),
  ];
}

/** How the hub is judged. Empty when no citer has a polarity. */
export function polaritySentence({ labels, polarities }: HeadlineFigures): HeadlinePart[] {
  const counts = tallied(JUDGEMENTS, polarities);
  const judged = counts.reduce((sum, { citers }) => sum + citers, 0);
  const told = judged + (polarities.neutral ?? 0);
  const having = withLabel(labels, "polarity");
  if (told === 0) {
    const unclear = polarities.unclear ?? 0;
    return unclear === 0
      ? []
      : [plain(`For ${count(unclear, "citer")} the ${LABELLED[labels]} polarity is unclear.`)];
  }
  const list = JUDGEMENTS.filter((value) => (polarities[value] ?? 0) > 0)
    .map(
      (value): HeadlinePart => ({
        ...plain(count(polarities[value] ?? 0, value, value)),
        counts: { polarity: value },
      }),
    )
    .flatMap((part, i) => (i === 0 ? [part] : afterComma([part])));
  const [top, next] = counts;
  if (told === 1) return [plain(`The one citer ${having} ${POLARITY_VERBS[top?.value ?? "neutral"].one}.`)];
  if (top === undefined) return [plain(`None of ${count(told, "citer")} ${having} passes a judgement.`)];
  const lead = leadOf(top.citers, next?.citers ?? 0, judged);
  if (lead === "none")
    return [
      plain(`${share(judged, told)} citers ${having} ${judged === 1 ? "passes" : "pass"} a judgement: `),
      ...list,
      plain("."),
    ];
  return [
    strong(
      `Where a judgement is ${labels === "vote" ? "made" : "suggested"} it is ${LEAD_WORDS[lead]} ${top.value}`,
    ),
    plain(`${range(top.citers, judged)}: `),
    ...list,
    plain(`, of ${count(told, "citer")} ${having}.`),
  ];
}

/** That the labels there are settle neither axis. Empty when there are none. */
export function unsettledSentence({ labels, labelled }: HeadlineFigures): HeadlinePart[] {
  if (labelled === 0) return [];
  return [plain(`The ${labels === "vote" ? "votes" : "suggestions"} settle no role and no polarity.`)];
}

/** How many citers are not labelled. */
export function coverageSentence({ labels, known, labelled }: HeadlineFigures): HeadlinePart[] {
  const noun = labels === "vote" ? "vote" : "suggestion";
  if (known === 0) return [plain("No citer is known yet.")];
  if (known === 1) return [plain(`The one known citer has ${labelled === 0 ? "no" : "a"} ${noun}.`)];
  if (labelled === 0) return [plain(`None of ${count(known, "citer")} has a ${noun} yet.`)];
  const left = known - labelled;
  if (left === 0) return [plain(`All ${count(known, "citer")} have a ${noun}.`)];
  const missing =
    labels === "vote"
      ? `still ${left === 1 ? "needs" : "need"} a first vote`
      : `${left === 1 ? "has" : "have"} no suggestion`;
  return [plain(`${share(left, known)} citers ${missing}.`)];
}

/** Not "with a vote": votes may disagree or be unclear, and then there is no value. */
function withLabel(labels: LabelKind, axis: "role" | "polarity"): string {
  return `with a ${LABELLED[labels]} ${axis}`;
}

/** "19 use it as background (34–64 %)" at the head of a list, "8 as a baseline" further on. Equals get equal detail. */
function roleUse({ value, citers }: Tally<Role>, index: number, top: Tally<Role>, n: number): HeadlinePart[] {
  const use = index === 0 ? `${citers === 1 ? "uses" : "use"} it ${ROLE_USES[value]}` : ROLE_USES[value];
  const uses = { ...plain(count(citers, use, use)), counts: { role: value } };
  const interval = citers === top.citers ? range(citers, n) : "";
  return interval === "" ? [uses] : [uses, plain(interval)];
}

const afterComma = (parts: readonly HeadlinePart[]): HeadlinePart[] => [plain(", "), ...parts];

/** An interval in brackets; nothing where too few citers are labelled for a share. */
function range(k: number, n: number): string {
  return n < FEWEST_FOR_SHARE ? "" : ` (${formatInterval(wilsonInterval(k, n))})`;
}

function plain(text: string): HeadlinePart {
  return { text, emphasis: false };
}

function strong(text: string): HeadlinePart {
  return { text, emphasis: true };
}
