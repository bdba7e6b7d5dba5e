/** How far an import is. */
export interface ImportProgress {
  phase: ImportPhase;
  /** Records gathered, bytes read, works matched, or citing works written. */
  done: number;
  /** Of how many; null where it is not known. */
  total: number | null;
  /** When the phase began and when this was so, in milliseconds since 1970; absent before it is kept. */
  since?: number;
  at?: number;
}

export type ImportPhase = "gathering" | "reading" | "works" | "citations";
