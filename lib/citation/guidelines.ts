/**
 * The version of the guidelines that a vote is given under; every vote stores it. Year and month, and from the second
 * version of a month on a number: "2026-11", "2026-11.2". It changes with every change of what voters read.
 */
export const GUIDELINES_VERSION = "2026-11";

/** The day from which this version is in force. */
export const GUIDELINES_DATE = "2026-11-23";

/** A part of the guidelines that is not about one value. */
export interface GuidelineTopic {
  id: string;
  title: string;
  paragraphs: readonly string[];
}

export const BEFORE_LABELLING: GuidelineTopic = {
  id: "before",
  title: "Before you label",
  paragraphs: [
    "A label answers up to three questions about one place where a citing work speaks of a hub. What does it do with the hub? That is the role. How does it judge the hub? That is the polarity. Where it judges, on what does the judgement rest? That is the evidence basis. Role and polarity do not follow from each other: one can use a method and complain of it.",
    "Label what the shown text says of the hub. What you know of the field, what the paper may say elsewhere and what is said of other works in the same sentence do not count. The sentences before and after are there to be read: where they say how the marked one is meant, they count.",
    "Give one main role. Where the text does two things with the hub, the main role is the one for which it needs the hub more, and the other is a further role. Active use beats description: a text that tells of the hub and then uses it gets the role of the use.",
    "Where the text speaks to one of the numbered claims of the hub, name the claim. It takes the polarity of your vote unless you give it a verdict of its own; a neutral verdict means that the claim was used.",
  ],
};

export const STRICT_AND_WIDE =
  "The basis is asked only where the polarity is supporting, mixed or contrasting. Pages can be read in two ways: the wide reading counts all judgements, the strict one only those with own evidence. Where none of the three fits, as with a bare opinion, the basis stays open, and the judgement counts in the wide reading only.";

export const ABOUT_CONSENSUS: GuidelineTopic = {
  id: "consensus",
  title: "How votes become a label",
  paragraphs: [
    "You label without seeing what others said, and see their votes once yours is in. You can change or withdraw your vote at any time; earlier versions are kept. Votes count once the account of the voter is approved; votes on papers of one’s own count too and are marked as such. Suggestions of imports and models never count as votes.",
    "Polarity and main role are settled one by one. A vote is decisive unless it says unclear; on the main role every vote is.",
  ],
};

/** What the votes on one place come to, on one axis. */
export const CONSENSUS_ROWS = [
  { votes: "none", state: "unlabelled", value: "none" },
  { votes: "some, and none of them decisive", state: "unclear", value: "none" },
  { votes: "one decisive", state: "single", value: "that of the vote" },
  {
    votes: "two or more decisive, at least two thirds of them for one value",
    state: "agreed",
    value: "that value",
  },
  { votes: "two or more decisive, and no such majority", state: "contested", value: "none" },
  {
    votes: "any, and an admin has decided",
    state: "adjudicated",
    value: "the decision, with its reason in public",
  },
] as const;

export const AFTER_CONSENSUS: readonly string[] = [
  "A further role counts when at least half of the voters name it. The basis is the one most often named by those who voted for the winning polarity; a tie leaves it open.",
  "A paper may speak of a hub in several places. Its roles are those of all of them together. Its polarity is mixed when one of them is mixed or when they disagree; otherwise it is supporting or contrasting when one of them is, and else neutral.",
];

export const FURTHER_TOPICS: readonly GuidelineTopic[] = [
  {
    id: "unclear",
    title: "Unclear is an answer",
    paragraphs: [
      "When you have read what is shown and cannot tell whether it judges the hub, say unclear. It says that the place was looked at and what is shown does not suffice. It is counted and shown, and it is left out of percentages and of agreement.",
      "When it is you who cannot tell, because the language or the subject is foreign to you, skip instead.",
    ],
  },
  {
    id: "no-sentence",
    title: "When no sentence is shown",
    paragraphs: [
      "For some papers it is only known that they cite the hub. Then the citation as a whole can be labelled by somebody who has the paper before them: give the role and the polarity of the paper’s dealings with the hub in all. Do not go by title and abstract; skip when you have not read the places themselves.",
      "Better still, add the sentence by hand: the sentence as printed, the ones around it, the section, and where you read it. It is marked with your name, can be labelled at once, and stands confirmed when a second person or an admin has found it too.",
    ],
  },
];

export const ABOUT_FLAGS: GuidelineTopic = {
  id: "flags",
  title: "When something is wrong with the sentence",
  paragraphs: [
    "Some sentences should not be labelled at all. Flag them instead of voting; an admin looks at every flag, and what is hidden for it can be restored.",
  ],
};

/** What each flag is for. */
export const FLAG_RULES = [
  {
    name: "Not a citation",
    when: "the mark is part of a formula, the number of a footnote or a figure, or a year, or the sentence comes from the list of references",
  },
  { name: "Another work", when: "the sentence does cite, but what it cites is not this hub" },
  { name: "Wrong text", when: "the sentence is garbled, cut in the middle, or not what the paper says" },
] as const;
