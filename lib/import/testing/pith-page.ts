export const ABSTRACT =
  "Wheels turn. We count how often, on twelve roads, and find that round ones turn best.";
/** The key of its hub. */
export const HUB = "title:wheels and the wear of roads||";

/** The saved text of an invented Pith hub page, with the oddities of real ones. */
export const PAGE = `Gravel slows wheels by a third.
hub
Wheels and the Wear of Roads
3 Pith papers cite this work. Polarity classification is still indexing.
abstract
${ABSTRACT}
hub tools
citation-role summary
citation-polarity summary
claims ledger
- abstract ${ABSTRACT.slice(0, 50)}
co-cited works
roles
background 2representative citing papers
Gravel slows wheels by a third.
Paint does not slow wheels.
citing papers explorer
-
Gravel: A Study
Gravel slows wheels by a third.
-
Painted Wheels
Paint does not slow wheels.
-
Square Wheels Reconsidered`;
