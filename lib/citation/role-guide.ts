import type { GuidelineExample } from "@/lib/citation/guideline-example";
import type { EvidenceBasis, Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

/** What a role means. `definition` completes a sentence that begins "The citing work". */
export interface RoleGuide {
  definition: string;
  examples: readonly GuidelineExample[];
}

type Sentence = [text: string, marker: string, polarity?: Polarity, basis?: EvidenceBasis];

function guide(role: Role, definition: string, ...sentences: Sentence[]): RoleGuide {
  const examples = sentences.map(([text, marker, polarity = "neutral", basis = null]) => ({
    text,
    marker,
    role,
    polarity,
    basis,
  }));
  return { definition, examples };
}

export const ROLE_GUIDES: Readonly<Record<Role, RoleGuide>> = {
  background: guide(
    "background",
    "frames its topic, defines a term or credits earlier work with the hub; nothing in it depends on the hub",
    ["Bells told the villages when to rise, when to eat and when to cover the fire [3, 12].", "12"],
    [
      "By carry we mean, after [12], the distance at which half of the listeners still hear the bell.",
      "[12]",
    ],
  ),
  motivation: guide(
    "motivation",
    "shows with the hub the need, the gap or the open problem that it takes up",
    [
      "Tollworth and Umberlow (2017) listened in villages only; how far a bell carries between tall houses is not known, and is what we set out to learn.",
      "Tollworth and Umberlow (2017)",
    ],
    [
      "The counts of [12] have been shown to take every echo for a stroke [15]; we therefore built a counter that does not.",
      "[12]",
      "contrasting",
      "restates",
    ],
  ),
  evidence: guide(
    "evidence",
    "backs a statement or a choice of its own with a finding of the hub",
    ["We left the microphones on in fog, when bells carry twice as far [12].", "[12]"],
    [
      "Now that [12] has settled that fog doubles the carry of a bell, we plan our walks by the weather report.",
      "[12]",
      "supporting",
      "relies_on",
    ],
  ),
  method: guide(
    "method",
    "uses a method, a model, a theory, a metric or a protocol of the hub as it is",
    [
      "Listeners were questioned by the protocol of Tollworth and Umberlow (2017): alone, by daylight, and before lunch.",
      "Tollworth and Umberlow (2017)",
    ],
    ["The loudness to be expected at each door comes from the valley model of [12].", "[12]"],
  ),
  dataset: guide(
    "dataset",
    "uses data, a corpus or a benchmark of the hub",
    ["We train on the first 12,000 ringings of the Bell Ledger [12].", "[12]"],
    ["All four detectors are tested on the Bell Ledger [12].", "[12]"],
  ),
  software: guide(
    "software",
    "runs code, a tool or released weights of the hub",
    ["Bells were picked out of the recordings with Carillon 2.1 [12], all settings left alone.", "[12]"],
    [
      "We ran Carillon [12] over a year of our own tapes, and it found every bell that we had noted by hand.",
      "[12]",
      "supporting",
      "own_evidence",
    ],
  ),
  baseline: guide(
    "baseline",
    "measures a result of its own against a result or a system of the hub",
    ["Our detector finds 94 of 100 strokes in these recordings, Carillon [12] finds 81.", "[12]"],
    [
      "Our instruments put the gain in fog at one tenth, against the doubling that [12] report for the same bells.",
      "[12]",
      "contrasting",
      "own_evidence",
    ],
  ),
  comparison: guide(
    "comparison",
    "relates ideas, an approach or findings to those of the hub without measuring against them",
    ["Where [12] ask how far a bell is heard, we ask how far it is obeyed.", "[12]"],
    ["Like [12] we trust the listener before the microphone.", "[12]"],
  ),
  extension: guide(
    "extension",
    "modifies, generalises or builds on something that the hub made",
    ["We carry the valley model of [12] over to towns by letting sound bend round corners.", "[12]"],
    ["Our protocol is that of [12] with one more question, whether the bell was liked.", "[12]"],
  ),
  replication: guide(
    "replication",
    "repeats a study of the hub or tests a result of it again",
    [
      "We repeated the fog walks of [12] in nine villages, and again the bell carried twice as far.",
      "[12]",
      "supporting",
      "own_evidence",
    ],
    [
      "We put the question of Tollworth and Umberlow (2017) to 400 people once more: not half of them but one in ten knew the hour without counting.",
      "Tollworth and Umberlow (2017)",
      "contrasting",
      "own_evidence",
    ],
  ),
  future_work: guide(
    "future_work",
    "names the hub as something to use or to do later",
    ["Next winter we will take the listening protocol of [12] to the coast.", "[12]"],
    ["Whether ships hear these bells could be tested with Carillon [12].", "[12]"],
  ),
  other: guide(
    "other",
    "does none of these; a note says what it does",
    ["We thank the authors of [12] for the loan of their ladder.", "[12]"],
    ["An earlier printing of this paper gave the wrong pages for [12].", "[12]"],
  ),
};
