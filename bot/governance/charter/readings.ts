/** A document that the model was read from; `lines`: how many the text has that sources count in. */
export interface ReadDocument {
  readonly short: string;
  readonly title: string;
  readonly file: string;
  readonly sha256: string;
  readonly lines: number;
  /** As one cites it in a sentence; without it: by its title. */
  readonly cited?: Readonly<Record<string, string>>;
  /** Headings of its numbered sections, by the section: `§3`. */
  readonly sections?: Readonly<Record<string, string>>;
  /** Sections of ours that the document does not name. */
  readonly unnamed?: readonly string[];
}

/** How terms were read before the reading was corrected: the document is the same, and what was decided meanwhile was decided under this. */
export interface FormerReading<T> {
  readonly was: string;
  /** In each of the model's languages. */
  readonly why: Readonly<Record<string, string>>;
  /** The office that corrected it, as it is called. */
  readonly by: string;
  readonly terms: T;
  /** `2026-12-01`: the day on which this ledger took in the correction; null: it began with the right reading. */
  readonly until: string | null;
}

/** Hashes that ledgers know a reading by since our words were part of them. */
export interface FormerHashes {
  readonly hash: string;
  readonly worded: readonly string[];
}
