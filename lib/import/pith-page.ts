import { ROLES, type Role } from "@/lib/citation/role";
import type { Line } from "./lines";

/** The headings of a Pith hub page, as they stand on lines of their own in its saved text. */
const HEADINGS = [
  "hub",
  "abstract",
  "hub tools",
  "citation-role summary",
  "citation-polarity summary",
  "claims ledger",
  "co-cited works",
  "roles",
  "representative citing papers",
  "citing papers explorer",
] as const;
type Heading = (typeof HEADINGS)[number];

/** What the saved text of a Pith hub page holds, before anything is made of it. Lines are trimmed. */
export interface PithPage {
  /** Lines before the line "hub"; they belong elsewhere. */
  preface: Line[];
  title: Line | null;
  /** How many Pith papers cite this work, as the headline says. */
  citers: number | null;
  abstract: string[];
  roles: { role: Role; count: number }[];
  claims: Line[];
  /** Summaries without titles. */
  representative: Line[];
  /** The lines of each entry of the explorer: a title, a summary, and nothing else if all is well. */
  entries: Line[][];
  /** Lines that stand where nothing was expected. */
  unread: Line[];
}

/** After it comes nothing but entries, whatever their titles are. */
const LAST_HEADING = "citing papers explorer" satisfies Heading;
/** Between two entries of the explorer. */
const SEPARATOR = "-";
const COUNT = String.raw`(\d{1,3}(?:,\d{3}){1,2}|\d{1,9})`;
/** "36 Pith papers cite this work.", "1 Pith paper cite this work." */
const HEADLINE = new RegExp(`^${COUNT} Pith papers? cites? this work\\b`, "i");
const ROLE_COUNT = new RegExp(String.raw`^([a-z][a-z _-]*?)\s+${COUNT}`, "i");
/** Longer than any role with its count, so that a line without any is not searched to its end. */
const ROLE_LENGTH = 100;

/** Whether lines are the beginning of a saved page: the line "hub", and later the headline or the explorer. */
export function isPithPage(lines: readonly string[]): boolean {
  const trimmed = lines.map((line) => line.trim());
  const hub = trimmed.indexOf("hub" satisfies Heading);
  return (
    hub !== -1 && trimmed.slice(hub).some((line) => HEADLINE.test(line) || asHeading(line) === LAST_HEADING)
  );
}

/** Takes the lines of a saved page one after the other. */
export class PithReader {
  readonly page: PithPage = {
    preface: [],
    title: null,
    citers: null,
    abstract: [],
    roles: [],
    claims: [],
    representative: [],
    entries: [],
    unread: [],
  };
  private section: Heading | null = null;

  take(raw: Line): void {
    const line = { number: raw.number, text: raw.text.trim() };
    const heading = asHeading(line.text);
    if (this.section === LAST_HEADING) this.takeEntryLine(line);
    else if (this.section === null && heading !== "hub") this.page.preface.push(line);
    else if (heading) this.section = heading;
    else if (line.text !== "" || this.section === "abstract") this.takeLine(line);
  }

  private takeLine(line: Line): void {
    if (this.section === "hub") this.takeHubLine(line);
    else if (this.section === "abstract") this.page.abstract.push(line.text);
    else if (this.section === "claims ledger") this.takeClaimLine(line);
    else if (this.section === "roles") this.takeRoles(line);
    else if (this.section !== "representative citing papers") this.page.unread.push(line);
    else if (line.text !== SEPARATOR) this.page.representative.push(line);
  }

  private takeHubLine(line: Line): void {
    const count = HEADLINE.exec(line.text)?.[1];
    if (count !== undefined) this.page.citers = toNumber(count);
    else if (this.page.title === null) this.page.title = line;
    else this.page.unread.push(line);
  }

  /** An entry begins with a hyphen; a line without one goes on with the entry before it. */
  private takeClaimLine(line: Line): void {
    const last = this.page.claims.at(-1);
    if (last && !line.text.startsWith(SEPARATOR)) last.text = `${last.text} ${line.text}`;
    else this.page.claims.push({ ...line, text: line.text.replace(/^-\s*(?:abstract\s+)?/, "") });
  }

  /** Roles stand one after the other on a line, the next heading stuck to the last of them. */
  private takeRoles(line: Line): void {
    let rest = line.text;
    while (rest !== "") {
      const heading = asHeading(rest);
      if (heading) {
        this.section = heading;
        return;
      }
      const [matched = rest, word = "", count = ""] = ROLE_COUNT.exec(rest.slice(0, ROLE_LENGTH)) ?? [];
      const role = ROLES.find((known) => known === word.toLowerCase().replace(/[ -]/g, "_"));
      if (role) this.page.roles.push({ role, count: toNumber(count) });
      else this.page.unread.push({ number: line.number, text: matched });
      rest = rest.slice(matched.length).trim();
    }
  }

  private takeEntryLine(line: Line): void {
    if (line.text === SEPARATOR) this.page.entries.push([]);
    else if (line.text !== "") {
      const entry = this.page.entries.at(-1);
      if (entry) entry.push(line);
      else this.page.entries.push([line]);
    }
  }
}

function asHeading(text: string): Heading | undefined {
  return HEADINGS.find((heading) => heading === text);
}

const toNumber = (digits: string) => Number(digits.replaceAll(",", ""));
