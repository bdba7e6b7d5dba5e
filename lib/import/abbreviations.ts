const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Without their last full stop, in lower case: no sentence ends after these. */
export const ALWAYS_GO_ON = words(
  "fig figs eq eqs eqn eqns ref refs sect i.e ie e.g eg cf vs viz dr prof mr mrs ms drs messrs " +
    "suppl supp dept univ",
);

/** A sentence may end after these, but not where a number, a small letter or a bracket follows. */
export const GO_ON_BEFORE_A_FIGURE = words(
  "al no nos nr vol vols p pp ch chap sec secs ed eds tab tabs ca c approx sp spp subsp var str resp etc inc ltd co " +
    "corp jr sr st art cap app par def thm prop lem alg ex min max temp conc",
);

/** Words that begin a sentence rather than go on with a name. */
export const STARTERS = words(
  "a after all although an and as at because both but by despite each finally first for from furthermore given he here " +
    "however i if in indeed it its later let many moreover most next no note of on one only other our out over recently " +
    "second several she similarly since so some such that the their then there therefore these they third this those " +
    "though thus to two under unlike until upon we what when where whereas whether which while with within without yet you",
);

/** Nouns that a single letter names: "vitamin C." may end a sentence. */
const LETTERED =
  /(?:vitamin|hepatitis|type|group|class|panel|panels|appendix|table|figure|protein|phase|factor|model|case|set|part|section|step|strain|grade|plan|to)\s+\p{Lu}\.$/iu;

/** Whether a text ends with the initial of a name: `by J.`, `J. R.`, but not `vitamin C.` */
export function isInitial(text: string): boolean {
  return /(?:^|[\s(.\u00a0-])\p{Lu}\.$/u.test(text) && !LETTERED.test(text);
}
