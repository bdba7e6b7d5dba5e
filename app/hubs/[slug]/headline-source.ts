import { votedToldOf, withValue } from "@/app/_citation/voted-tally";
import type { HubFigures } from "@/db/queries/hub-figures";
import type { VotedFigures } from "@/db/queries/voted";
import type { HeadlineFigures } from "@/lib/citation/headline-figures";
import { CLEAR_POLARITIES } from "@/lib/citation/label-phrase";

/** What the headline is made from: votes as soon as any citer has one, else suggestions. */
export function headlineSource(figures: HubFigures, voted: VotedFigures): HeadlineFigures {
  const { citers: known, suggested } = figures;
  if (figures.voted === 0)
    return { labels: suggested.labelled > 0 ? "suggestion" : "vote", known, ...suggested };
  const polarity = voted.polarity.citers.all;
  return {
    labels: "vote",
    known,
    // What an admin decided stays when the votes behind it are withdrawn.
    labelled: Math.max(figures.voted, voted.roles.citers.any, votedToldOf(polarity) + polarity.unclear),
    withRole: voted.roles.citers.any,
    roles: Object.fromEntries(voted.roles.citers.values.map((row) => [row.role, withValue(row)])),
    polarities: {
      ...Object.fromEntries(CLEAR_POLARITIES.map((value) => [value, withValue(polarity.values[value])])),
      unclear: polarity.unclear,
    },
  };
}
