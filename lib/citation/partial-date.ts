const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const YEAR = String.raw`(?<year>[12]\d{3})`;
const MONTH_NUMBER = String.raw`(?<month>\d{1,2})`;
const MONTH_NAME = String.raw`(?<month>[a-z]{3,9})\.?`;
const DAY = String.raw`(?<day>\d{1,2})`;
const ORDINAL_DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;

/** The ways of writing a date in which no two parts can be confused; 04/05/2021 is not among them. */
const PATTERNS: readonly RegExp[] = [
  `${YEAR}`,
  `${YEAR}[-/]${MONTH_NUMBER}`,
  String.raw`${YEAR}[-/.]${MONTH_NUMBER}[-/.]${DAY}(?:[t\s]\d{1,2}:.*)?`,
  String.raw`${YEAR}[\s,-]+${MONTH_NAME}`,
  String.raw`${YEAR}[\s,-]+${MONTH_NAME}[\s,-]+${DAY}`,
  String.raw`${MONTH_NAME}[\s,-]+${YEAR}`,
  String.raw`${MONTH_NAME}\s+${ORDINAL_DAY}[\s,]+${YEAR}`,
  String.raw`${ORDINAL_DAY}[\s-]+${MONTH_NAME}[\s,-]+${YEAR}`,
].map((pattern) => new RegExp(`^${pattern}$`, "iu"));

/**
 * Reads a date as precise as its source is, and writes it `2021`, `2021-04` or `2021-04-21`. Takes a year as a
 * number, year-first dates, English month names, ISO date-times (the day as it is written there, in
 * whatever time zone). Returns null for what is no date, could be two, does not exist (30 February), or
 * lies outside the years 1000 to 2999.
 */
export function parsePartialDate(raw: string | number): string | null {
  const text = String(raw).trim();
  for (const pattern of PATTERNS) {
    const groups = pattern.exec(text)?.groups;
    if (groups !== undefined) return assemble(groups.year, groups.month, groups.day);
  }
  return null;
}

/** The year of a partial date. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** A partial date for a reader: "2021", "April 2021", "21 April 2021", wherever and whenever it is read. */
export function formatPartialDate(date: string): string {
  const [year = "", month, day] = date.split("-");
  const name = MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : Number(day), name, year]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** Whether two partial dates can both be true: one says the same as the other, or the same less precisely. */
export function agree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function assemble(year: string | undefined, monthText?: string, dayText?: string): string | null {
  if (year === undefined) return null;
  if (monthText === undefined) return year;
  const month = monthNumber(monthText);
  if (month === null) return null;
  const upToMonth = `${year}-${String(month).padStart(2, "0")}`;
  if (dayText === undefined) return upToMonth;
  const day = Number(dayText);
  if (day < 1 || day > daysIn(month, Number(year))) return null;
  return `${upToMonth}-${String(day).padStart(2, "0")}`;
}

/** Month names may be cut to three letters or more: "Apr", "Sept". */
function monthNumber(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null;
  const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(text.toLowerCase()));
  return index === -1 ? null : index + 1;
}

/** Gregorian, also for the years before that calendar: sources do not say which one they mean. */
function daysIn(month: number, year: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isLeap ? 29 : 28;
}
