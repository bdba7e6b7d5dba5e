/** The archives that gave out identifiers of the old form, until March 2007 (arXiv, "Understanding the arXiv identifier"). */
const OLD_ARCHIVES: ReadonlySet<string> = new Set(
  (
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs " +
    "dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol " +
    "physics plasm-ph q-alg q-bio quant-ph solv-int supr-con"
  ).split(" "),
);

/** Months are written YYMM. The new form began in April 2007 with four digits, and has five since 2015. */
const FIRST_MONTH_OF_NEW_FORM = 704;
const FIRST_MONTH_OF_FIVE_DIGITS = 1501;

/**
 * Brings a bare arXiv identifier (no address, no `arXiv:` before it) into the form that is stored and
 * compared: without version, without `.pdf`, without the subject class (`math.GT/0309136` becomes
 * `math/0309136`, which arXiv resolves alike). Returns null when arXiv cannot have given it out; a new-form
 * number that lost its last zero in a spreadsheet is refused, not taken for another paper.
 */
export function normaliseArxivId(raw: string): string | null {
  const id = raw
    .trim()
    .toLowerCase()
    .replace(/\s*\[.*$/su, "")
    .replace(/\.pdf$/u, "")
    .replace(/v\d+$/u, "");
  return readNewForm(id) ?? readOldForm(id);
}

function readNewForm(id: string): string | null {
  const [, month, number] = /^(\d{2}(?:0[1-9]|1[0-2]))\.(\d{4,5})$/u.exec(id) ?? [];
  if (month === undefined || number === undefined) return null;
  if (Number(month) < FIRST_MONTH_OF_NEW_FORM) return null;
  const digits = Number(month) < FIRST_MONTH_OF_FIVE_DIGITS ? 4 : 5;
  return number.length === digits ? id : null;
}

function readOldForm(id: string): string | null {
  const [, archive, number] = /^([a-z-]+)(?:\.[a-z-]+)?\/(\d{2}(?:0[1-9]|1[0-2])\d{3})$/u.exec(id) ?? [];
  if (archive === undefined || number === undefined) return null;
  return OLD_ARCHIVES.has(archive) ? `${archive}/${number}` : null;
}
