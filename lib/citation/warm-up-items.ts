import { rangeOf } from "@/lib/citation/guideline-example";
import type { WarmUpItem } from "@/lib/citation/warm-up";

function item({ marker, ...rest }: Omit<WarmUpItem, "markers"> & { marker: string }): WarmUpItem {
  return { ...rest, markers: [rangeOf(rest.text, marker)] };
}

/** The five items of the warm-up, from plain to tricky. Works, people and findings are invented. */
export const WARM_UP_ITEMS: readonly WarmUpItem[] = [
  item({
    id: "umbrellas",
    hub: { title: "The Umbrella Corpus: 40,000 Photographs of Weather", claims: [] },
    citer: { title: "Telling Drizzle from Rain", year: 2024 },
    section: "4 Experiments",
    before: "We compare three networks of our own.",
    text: "Each is trained on street cameras and evaluated on the test part of the Umbrella Corpus [8].",
    after: "The largest of them is right in nine photographs of ten.",
    marker: "[8]",
    role: {
      accepted: ["dataset"],
      because: "The networks are evaluated on the hub’s photographs, and using its data is the role dataset.",
      mistakes: {
        baseline: "No result of the hub appears; the networks are measured against each other.",
        method: "What is taken from the hub is pictures, not a way of doing things.",
        background: "The work could not have been done without the hub, and active use beats description.",
      },
    },
    polarity: {
      accepted: ["neutral"],
      because: "The text uses the corpus and says nothing of how good it is, so it is neutral.",
      mistakes: { supporting: "To choose a corpus is not to praise it." },
    },
    basis: null,
  }),
  item({
    id: "stairs",
    hub: {
      title: "Slow Stairs: How Uneven Steps Change the Pace of Walkers",
      claims: [
        { number: 1, text: "Uneven steps slow walkers by a third." },
        { number: 2, text: "Handrails make no difference to the pace." },
      ],
    },
    citer: { title: "Slow Stairs Once More", year: 2023 },
    section: "3.2 Results",
    before: "We timed 1,100 people on the same flights, with the same stopwatch.",
    text: "On uneven steps they lost a third of their pace, just as Stepwell (2019) had found.",
    after: "Handrails were not studied.",
    marker: "Stepwell (2019)",
    role: {
      accepted: ["replication"],
      because: "The hub’s study is done over again on its own flights, which is replication.",
      mistakes: {
        baseline: "Close, since two results stand side by side, but the whole study is repeated.",
        comparison: "The result is not only related to the hub’s in words; it was measured again.",
        evidence: "The hub does not back the statement here; it is what is being tested.",
      },
    },
    polarity: {
      accepted: ["supporting"],
      because: "The new result shows that claim 1 holds, so the text is supporting.",
      mistakes: {
        mixed: "That handrails were not studied is no limit to claim 1.",
        neutral: "“Just as” is a judgement: the finding came out again.",
      },
    },
    basis: {
      accepted: ["own_evidence"],
      because: "The citing work timed 1,100 people itself, which is own evidence.",
      mistakes: {
        relies_on: "It does not take the hub at its word; it measured.",
        restates: "Nobody else’s judgement is repeated.",
      },
    },
  }),
  item({
    id: "bees",
    hub: {
      title: "What Bees Choose: Colour and Height at 900 Feeders",
      claims: [{ number: 1, text: "Bees go to blue feeders before all others." }],
    },
    citer: { title: "A Hornet Trap That Spares Bees", year: 2022 },
    section: "2 Design",
    before: "The trap must not attract bees.",
    text: "Its entrance is painted yellow, because bees go to blue first [21].",
    after: "The lid is black.",
    marker: "[21]",
    role: {
      accepted: ["evidence"],
      because: "A finding of the hub is the reason for the colour; backing a choice is evidence.",
      mistakes: {
        background: "Take the hub away and the choice of yellow loses its ground.",
        method: "No method of the hub is used; the trap is the citing work’s own.",
        motivation: "The need for the trap comes from hornets; the hub decides how it is built.",
      },
    },
    polarity: {
      accepted: ["neutral"],
      because:
        "The finding is stated and used without a word on whether it is well founded, so the text is neutral.",
      mistakes: {
        supporting:
          "The hub supports the design; the text does not support the hub. That is the role evidence, not a polarity.",
      },
    },
    basis: null,
  }),
  item({
    id: "mortar",
    hub: {
      title: "A Mortar That Closes Its Own Cracks",
      claims: [{ number: 1, text: "Fine cracks close within a month." }],
    },
    citer: { title: "Does Healing Mortar Heal at Sea?", year: 2021 },
    section: "5 Discussion",
    before: "We cast forty bars by the published recipe and cracked them as described there.",
    text: "Cracks closed within the month that Quarrystone et al. (2016) give, but only in fresh water.",
    after: "In sea water none had closed after a year.",
    marker: "Quarrystone et al. (2016)",
    role: {
      accepted: ["replication"],
      because: "The hub’s result is tested again by its own recipe, which is replication.",
      mistakes: {
        method:
          "The recipe is used, and method may stand as a further role, but the sentence is about the result.",
        extension: "The mortar is not changed; where it holds is tested.",
        baseline: "There is no rival mortar that is measured against the hub’s.",
      },
    },
    polarity: {
      accepted: ["mixed"],
      because: "The claim is confirmed and a condition is put on it: that is mixed.",
      mistakes: {
        supporting: "The second half of the sentence takes back a part of the first.",
        contrasting: "In fresh water the claim held, so the text does not simply disagree.",
      },
    },
    basis: {
      accepted: ["own_evidence"],
      because: "Forty bars were cast and watched for this work, which is own evidence.",
      mistakes: { relies_on: "The recipe is taken over, but the judgement rests on new bars." },
    },
  }),
  item({
    id: "libraries",
    hub: { title: "The Burnt Libraries of the Low Coast: A Catalogue", claims: [] },
    citer: { title: "Counting Lost Books by What Was Insured", year: 2020 },
    section: "Introduction",
    before: "How many libraries burnt is still disputed.",
    text: "The catalogue of Emberley-Dusk (2011) has been faulted for listing the same fire twice [4, 9], which is why we begin from the ledgers of insurers.",
    after: "They paid for each fire once.",
    marker: "Emberley-Dusk (2011)",
    role: {
      accepted: ["motivation"],
      because: "The fault in the hub is the reason for this work: “which is why we begin” is motivation.",
      mistakes: {
        background: "More than the topic is framed: the work was begun because of the fault.",
        comparison: "Two sources are set side by side, but in order to say why the work was needed.",
        dataset: "The catalogue is what the work does without.",
      },
    },
    polarity: {
      accepted: ["contrasting"],
      because: "The hub is criticised and the criticism is taken up, so the text is contrasting.",
      mistakes: {
        neutral: "A gap would be neutral; a fault is not, also when others found it.",
        mixed: "Nothing in the hub is said to be right.",
      },
    },
    basis: {
      accepted: ["restates"],
      because: "The criticism is that of two other works [4, 9], so the text restates others.",
      mistakes: {
        own_evidence: "This text shows no double fire of its own.",
        relies_on: "It builds on the critics, not on the hub.",
      },
    },
  }),
];
