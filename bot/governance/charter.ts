/** The governance model as plain data: bodies and the versions of their terms of reference. `bot/model/` reads it from `seeds/`. */

/** One thing said in each of the model's languages, by language tag; the collaboration's first language is always there. */
export type Words = Readonly<Record<string, string>>;
export type BodyId = string;
export type SeatId = string;
export type SectorId = string;
export type ClauseId = string;
/** `2015-01-31`; a date of the collaboration's time zone. */
export type IsoDate = string;

/** Where a statement stands: short name of the document, its section, and the lines of the text it was read from. */
export interface Source {
  readonly document: string;
  readonly section: string;
  readonly lines?: readonly [number, number];
}

/** What became of a clause: a named rule, card or test keeps it; it waits for a named capability; or it stays with people, with the reason. */
export type ClauseState =
  | { readonly kind: 'enforced'; readonly by: string }
  | { readonly kind: 'waits'; readonly for: string }
  | { readonly kind: 'not-automated'; readonly because: string };

export interface Clause {
  readonly id: ClauseId;
  readonly kind: 'task' | 'seat' | 'cadence' | 'competence' | 'duty';
  readonly text: Words;
  readonly source: Source;
  readonly state: ClauseState;
}

/** A value the document states, with its clause, or the plain fact that it does not. */
export type Stated<T> = { readonly stated: true; readonly value: T; readonly clause: ClauseId } | { readonly stated: false };

/** A kind of place in a body; `min` to `max` persons hold it. `max: null` is "not stated". */
export interface Seat {
  readonly id: SeatId;
  readonly name: Words;
  readonly role: 'chair' | 'member' | 'secretary' | 'ad-hoc';
  /** null: the document does not tie the seat to a sector. */
  readonly sector: SectorId | null;
  /** The organisation the seat comes from, where stated. */
  readonly from: string | null;
  readonly appointedBy: Stated<string>;
  readonly min: number;
  readonly max: number | null;
  /** Clusters this seat stands for, where the terms tie it to clusters. */
  readonly clusters: readonly string[];
  readonly clause: ClauseId;
}

/** Which seats hold the keys of a judgement; all of them must turn, by different persons. `clause: null`: a product default. */
export interface KeyRule {
  readonly seats: readonly SeatId[];
  readonly clause: ClauseId | null;
}

/** Meetings a year. `least: null`: nothing is owed. */
export interface Cadence {
  readonly least: number | null;
  readonly most: number | null;
  readonly about: boolean;
  readonly asNeeded: boolean;
}

export interface Terms {
  /** `<body>@<from>` */
  readonly id: string;
  readonly body: BodyId;
  /** Content hash; cases, meetings and judgements name it. */
  readonly hash: string;
  readonly from: IsoDate;
  /** The end the document states. Terms that have run out stay in force until replaced. */
  readonly until: IsoDate | null;
  readonly at: { readonly file: string; readonly line: number };
  readonly document: string;
  readonly purpose: Words;
  readonly above: Stated<BodyId>;
  readonly secretariat: Stated<BodyId>;
  readonly seats: readonly Seat[];
  readonly keyRule: KeyRule;
  readonly cadence: Stated<Cadence>;
  readonly clauses: readonly Clause[];
}

export interface Body {
  readonly id: BodyId;
  readonly name: Words;
  /** Other names it goes by, for words typed in a channel. */
  readonly aliases: readonly string[];
  readonly kind: string;
  /** The language of its standing cards. */
  readonly language: string;
  /** Appoints, approves or links, but does not meet through the bot. */
  readonly outside: boolean;
  /** Oldest first. */
  readonly terms: readonly Terms[];
}

export interface Collaboration {
  readonly name: Words;
  /** First one first: the language of every standing card unless a body says otherwise. */
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly sectors: readonly { readonly id: SectorId; readonly name: Words }[];
  /** The body whose channel hears what concerns the whole: parked notices, anchors. */
  readonly secretariat: BodyId;
  readonly documents: readonly { readonly short: string; readonly title: string; readonly file: string; readonly sha256: string }[];
  readonly calendar: { readonly country: string; readonly region: string | null; readonly alsoOff: readonly string[]; readonly holidayMonths: readonly number[] };
  readonly defaults: Defaults;
}

/** Settings a body has unless it says otherwise; ours, and shown as ours. Days before a meeting are working days for the reminder. */
export interface Defaults {
  readonly remindWorkingDays: number;
  /** Wall-clock times between which a prompt may go out, `08:30` and `15:30`. */
  readonly promptsFrom: string;
  readonly promptsUntil: string;
}

export interface Charter {
  readonly collaboration: Collaboration;
  readonly bodies: readonly Body[];
  /** Days off by date, of every year the charter was read for. */
  readonly daysOff: ReadonlySet<IsoDate>;
}
