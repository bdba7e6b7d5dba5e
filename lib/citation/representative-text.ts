import { count, share, withThousands } from "@/lib/citation/count";
import type { LabelKind } from "@/lib/citation/label-kind";
import { POLARITY_VERBS, ROLE_USES } from "@/lib/citation/label-phrase";
import { type Group, YEARS_PER_PERIOD } from "@/lib/citation/representative-aspects";
import type { Reason } from "@/lib/citation/representative-reason";

type GroupReason = Extract<Reason, { kind: "group" }>;
type MostReason = Extract<Reason, { kind: "most" }>;

/** What one member of a group does or is, what several do or are, and the same after "known to". */
interface GroupPhrase {
  one: string;
  many: string;
  infinitive: string;
}

/**
 * A reason in plain words, without a full stop: "the only one that disagrees", "most cited of the 8 that use it
 * as a baseline". Where the group of some citer is not known it says "known to", and of labels that are
 * suggestions "suggested to", of both kinds "voted or suggested to": "only" and "most" are then true of the labelled
 * citers alone.
 */
export function reasonText(reason: Reason, labels: readonly LabelKind[]): string {
  switch (reason.kind) {
    case "only_citer":
      return "the only known citing paper";
    case "group":
      return groupText(reason, labels);
    case "most":
      return mostText(reason);
  }
}

function groupText(reason: GroupReason, labels: readonly LabelKind[]): string {
  const { one, many } = membersOf(reason, labels);
  switch (reason.standing) {
    case "only":
      return `the only one ${one}`;
    case "most_cited":
      return `most cited of the ${count(reason.size, one, many)}`;
    case "earliest":
      return `earliest of the ${count(reason.size, one, many)}`;
    case "newest":
      return `newest of the ${count(reason.size, one, many)}`;
    case "one_of":
      return `one of ${count(reason.size, one, many)}`;
  }
}

function membersOf(
  { group, complete }: GroupReason,
  labels: readonly LabelKind[],
): { one: string; many: string } {
  const { one, many, infinitive } = phraseOf(group);
  const isSuggested = labels.includes("suggestion") && group.kind !== "field" && group.kind !== "period";
  if (isSuggested) {
    const said = `${labels.includes("vote") ? "voted or suggested" : "suggested"} to ${infinitive}`;
    return { one: said, many: said };
  }
  if (!complete) return { one: `known to ${infinitive}`, many: `known to ${infinitive}` };
  return { one, many };
}

function phraseOf(group: Group): GroupPhrase {
  switch (group.kind) {
    case "polarity": {
      const { one, many } = POLARITY_VERBS[group.polarity];
      return { one: `that ${one}`, many: `that ${many}`, infinitive: many };
    }
    case "role": {
      const use = ROLE_USES[group.role];
      return { one: `that uses it ${use}`, many: `that use it ${use}`, infinitive: `use it ${use}` };
    }
    case "claim":
      return {
        one: `that speaks to claim C${group.claim}`,
        many: `that speak to claim C${group.claim}`,
        infinitive: `speak to claim C${group.claim}`,
      };
    case "field":
      return { one: `in ${group.field}`, many: `in ${group.field}`, infinitive: `be in ${group.field}` };
    case "period": {
      const years = `from ${group.firstYear}–${group.firstYear + YEARS_PER_PERIOD - 1}`;
      return { one: years, many: years, infinitive: `be ${years}` };
    }
  }
}

function mostText(reason: MostReason): string {
  const aside = reason.aside ? ", self-citations and retracted papers aside" : "";
  return `${reason.holders === 1 ? soleText(reason) : sharedText(reason)}${aside}`;
}

function soleText({ measure, value, known, of }: MostReason): string {
  const isComplete = known === of;
  switch (measure) {
    case "citations":
      return isComplete ? "the most cited" : `the most cited of the ${share(known, of)} with known citations`;
    case "year":
      return isComplete ? "the newest" : `the newest of the ${share(known, of)} with a known year`;
    case "sentences":
      return `the one with the most known sentences about it, ${withThousands(value)}`;
  }
}

function sharedText({ measure, value, holders }: MostReason): string {
  const many = withThousands(holders);
  switch (measure) {
    case "citations":
      return `one of ${many} with the most known citations, ${withThousands(value)} each`;
    case "year":
      return `one of ${many} from ${value}, the latest known year`;
    case "sentences":
      return `one of ${many} with the most known sentences about it, ${withThousands(value)} each`;
  }
}
