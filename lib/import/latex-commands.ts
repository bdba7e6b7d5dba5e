/** Commands whose argument is set apart, and declarations that hold to the end of the group. */
export const STYLED: ReadonlyMap<string, string> = new Map([
  ["emph", "i"],
  ["textit", "i"],
  ["textsl", "i"],
  ["mkbibemph", "i"],
  ["textbf", "b"],
  ["mkbibbold", "b"],
  ["textsuperscript", "sup"],
  ["textsubscript", "sub"],
]);
export const DECLARED: ReadonlyMap<string, string> = new Map([
  ["em", "i"],
  ["it", "i"],
  ["itshape", "i"],
  ["sl", "i"],
  ["slshape", "i"],
  ["bf", "b"],
  ["bfseries", "b"],
]);

/** Commands whose argument is no text, and those of which the second one is. */
export const DROPPED: ReadonlySet<string> = new Set(
  "cite citep citet label ref noopsort index vspace hspace footnote".split(" "),
);
export const SECOND: ReadonlySet<string> = new Set([
  "href",
  "textcolor",
  "foreignlanguage",
  "raisebox",
  "color",
]);

/** Signs of typing, and what is printed for them. */
export const PRINTED: ReadonlyMap<string, string> = new Map([
  ["--", "–"],
  ["---", "—"],
  ["``", "“"],
  ["''", "”"],
  ["~", " "],
  ["`", "‘"],
]);

/** Commands of one character that is no letter: escapes print themselves, spaces are spaces, hints leave nothing. */
export const NON_LETTERS: ReadonlyMap<string, string> = new Map([
  ["\\", " "],
  [",", " "],
  [";", " "],
  [":", " "],
  ["!", ""],
  ["-", ""],
  ["/", ""],
  ["@", ""],
  [")", ""],
  ["]", ""],
]);

/** Accents over nothing are printed as signs. */
export const ALONE: ReadonlyMap<string, string> = new Map([
  ["\u0303", "~"],
  ["\u0302", "^"],
]);
