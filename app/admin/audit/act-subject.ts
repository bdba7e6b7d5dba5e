/** On whom or what an act was. */
export interface ActSubject {
  /** The word before the colon; "" when there is none. */
  kind: string;
  /** The number of the person, paper, … ; 0 when there is none. */
  id: number;
  /** What stands where there is nothing to link to. */
  text: string;
}

const WORDS: Readonly<Record<string, string>> = {
  user: "account",
  context: "sentence",
  flag: "report",
  import_run: "import",
  target: "target",
  hub: "hub",
  claim: "claim",
  work: "paper",
  citation: "the citation by paper",
};

/** Reads a subject such as `user:7`, `context:12` or `citation:3-41` (hub 3, paper 41); anything else stands as it is. */
export function readSubject(subject: string): ActSubject {
  const match = /^([a-z_]+):(?:\d{1,15}-)?(\d{1,15})$/.exec(subject);
  if (!match) return { kind: "", id: 0, text: subject };
  const [, kind = "", digits = ""] = match;
  return { kind, id: Number(digits), text: `${WORDS[kind] ?? kind} ${digits}` };
}
