import type { MatterKind, Weight } from './matter.ts';
import type { Cadence, MeetingSettings } from './meetings.ts';
import type { FormerHashes, FormerReading, ReadDocument } from './readings.ts';

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
  /** 0 with `max: null`: the document gives no number. */
  readonly min: number;
  readonly max: number | null;
  /** Held by somebody who also holds a member's seat here, so that it is not one more place. */
  readonly amongMembers: boolean;
  /** Clusters this seat stands for, where the terms tie it to clusters. */
  readonly clusters: readonly string[];
  readonly clause: ClauseId;
}

/** Which seats hold the keys of a judgement; all of them must turn, by different persons. `clause: null`: a product default. */
export interface KeyRule {
  readonly seats: readonly SeatId[];
  readonly clause: ClauseId | null;
  /** Those who hold the keys do not see each other’s judgement before all have judged; left out where they do, as one chairmanship. */
  readonly unseen?: true;
}

/** How often a body assesses its own terms: at least once in so many years, counted from the day they began. */
export interface Assessing {
  readonly years: number;
  readonly clause: ClauseId;
}

/** Where a body stands to another, besides what is above it. */
export interface Link {
  readonly how: 'delegates-to' | 'approved-by' | 'serves' | 'board-of' | 'works-with' | 'appointed-by' | 'informs' | 'same-people-as';
  readonly body: BodyId;
  readonly clause: ClauseId;
}

/** Somebody the document names. History: true of these terms only, and never taken for today's holder. `seat: null`: it does not say which. */
export interface NamedHolder {
  readonly name: string;
  readonly title: string;
  readonly seat: SeatId | null;
  readonly source: Source;
}

export interface Terms {
  /** `<body>@<from>` */
  readonly id: string;
  readonly body: BodyId;
  /** Content hash; cases, meetings and judgements name it, or one of the former. */
  readonly hash: string;
  readonly formerly: readonly FormerHashes[];
  /** How it was read before, oldest first. */
  readonly readings: readonly FormerReading<Terms>[];
  readonly from: IsoDate;
  /** The end the document states. Terms that have run out stay in force until replaced. */
  readonly until: IsoDate | null;
  readonly at: { readonly file: string; readonly line: number };
  readonly document: string;
  /** The name it bears in these terms, where that is not the body's own. */
  readonly name: Words | null;
  /** Where `from` and `until` were read. */
  readonly period: Source;
  readonly purpose: Words;
  /** Where the purpose was read; the words are ours. */
  readonly purposeSource: Source;
  readonly above: Stated<BodyId>;
  readonly secretariat: Stated<BodyId>;
  readonly seats: readonly Seat[];
  readonly keyRule: KeyRule;
  readonly cadence: Stated<Cadence>;
  /** The month of its first meeting, `2019-09`. */
  readonly firstMeeting: Stated<string>;
  readonly clauses: readonly Clause[];
  /** The clauses by which it decides something itself; empty: not stated. */
  readonly decides: readonly ClauseId[];
  /** Who decides what, first fitting rule first; and who is told. */
  readonly competence: readonly CompetenceRule[];
  readonly tells: readonly TellRule[];
  /** The clause that asks for every cluster among those who sit in it; null: nothing asks for that. */
  readonly everyCluster: ClauseId | null;
  /** How often it assesses these terms itself. */
  readonly assess: Assessing | null;
  /** The clause by which it may set up groups for one task. */
  readonly groups: ClauseId | null;
  /** The clause by which it gathers what others have tried and spreads it, and the one by which it shares what it has tried itself. */
  readonly spreads: ClauseId | null;
  readonly shares: ClauseId | null;
  /** The solutions it follows; null: it follows none. */
  readonly portfolio: Portfolio | null;
  /** The clause by which it involves patients in its initiatives. */
  readonly patients: ClauseId | null;
  readonly links: readonly Link[];
  readonly holders: readonly NamedHolder[];
  /** What we read into the document because it does not say; ours, and shown as ours. */
  readonly assumed: readonly Words[];
  /** The stream of the case that decided them, where no file of the model has them yet. */
  readonly decidedIn?: string;
}

export interface Body {
  readonly id: BodyId;
  readonly name: Words;
  readonly short?: Words;
  /** Other names it goes by, for words typed in a channel. */
  readonly aliases: readonly string[];
  readonly kind: string;
  /** The language of its standing cards. */
  readonly language: string;
  /** Appoints, approves or links, but does not meet through the bot. */
  readonly outside: boolean;
  /** It meets, but not in Teams: two secretaries of different sectors record what it decides. */
  readonly outsideTeams: boolean;
  /** What it has set for itself around its meetings; for the rest the collaboration's defaults hold. */
  readonly deadlines: Partial<MeetingSettings>;
  /** Where the documents name it; then its terms, the oldest first. */
  readonly named: readonly Source[];
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
  /** What a sentence calls a body of these kinds: `styregruppen`, `styregruppens`. */
  readonly nouns: readonly { readonly kinds: readonly string[]; readonly definite: Words; readonly genitive: Words }[];
  readonly documents: readonly ReadDocument[];
  readonly clusters: readonly { readonly id: string; readonly name: Words }[];
  /** Where seats come from, finer than the sector. */
  readonly organisations: readonly { readonly id: string; readonly name: Words; readonly sector: SectorId | null }[];
  readonly calendar: {
    readonly country: string;
    readonly region: string | null;
    readonly alsoOff: readonly string[];
    readonly holidayMonths: readonly number[];
  };
  readonly defaults: Defaults;
}

/** Settings a body has unless it says otherwise; ours, and shown as ours. */
export interface Defaults extends MeetingSettings {
  /** Cases may be dealt with in writing between meetings. */
  readonly writtenProcedure: boolean;
  /** A pilot lays down the evidence at each body on its way, and ends in scaling, changing or stopping. */
  readonly scalingPath: boolean;
  /** Wall-clock times between which a prompt may go out, `08:30` and `15:30`. */
  readonly promptsFrom: string;
  readonly promptsUntil: string;
  /** A judgement needs one chair of each of these, where the terms name no keys themselves. */
  readonly keySectors: readonly SectorId[];
  /** Where a case goes when the terms name nothing above: the first of these, which passes it to the next. */
  readonly wayUp: readonly BodyId[];
  readonly planning: Planning;
}

/** How a year is laid out where the terms say nothing. */
export interface Planning {
  /** Meetings a year of bodies whose terms state no cadence: one body, or every body of a kind. The first that fits counts. */
  readonly cadences: readonly {
    readonly body: BodyId | null;
    readonly kind: string | null;
    readonly least: number;
    readonly most: number;
  }[];
  /** Wall-clock times a meeting may begin, the preferred first. */
  readonly startTimes: readonly string[];
  readonly minutes: number;
  /** From one meeting's end to another's beginning for somebody who is at both. */
  readonly betweenPlacesMinutes: number;
  /** Weeks by ISO number that are left free where that is possible. */
  readonly avoidWeeks: readonly number[];
  /** The day of the year before, `12-01`, by which a year has the meetings the terms ask for. */
  readonly plannedBy: string;
}

/** A meeting across bodies that is owed each year, beside their own. The host calls it, and it stands in the host's plan. */
export interface Gathering {
  readonly id: string;
  readonly name: Words;
  readonly host: BodyId;
  /** Who takes part: a body, or every body of a kind; everyone in it or its chairs. */
  readonly who: readonly { readonly body: BodyId | null; readonly kind: string | null; readonly seats: 'everyone' | 'chairs' }[];
  readonly least: number;
  readonly most: number;
  /** null: as long as other meetings. */
  readonly minutes: number | null;
  readonly from: IsoDate;
  /** The end that was stated. Like terms it stays in force until replaced. */
  readonly until: IsoDate | null;
  readonly clause: ClauseId;
}

/** A part of the agreement itself: what the bodies carry out. */
export interface Part {
  readonly id: string;
  readonly kind: string;
  readonly name: Words;
  readonly source: Source;
  /** Parts it hangs under. `assumed`: that it does is our reading. */
  readonly under: readonly string[];
  readonly assumed: boolean;
  /** When it is to happen, `2019-05-03`, a month, or from one month to another, `2019-05/2019-06`; null: not stated. */
  readonly when: string | null;
  /** How far a solution had come, as the document says it; null: not said. */
  readonly state: { readonly is: 'in-operation' | 'expected' | 'platform' | 'next'; readonly said: Words } | null;
  /** The clause that sets it as a task. */
  readonly clause: ClauseId | null;
}

/** The solutions in operation that a body follows. */
export interface Portfolio {
  readonly solutions: readonly string[];
  readonly clause: ClauseId;
}

export interface Charter {
  readonly collaboration: Collaboration;
  readonly bodies: readonly Body[];
  readonly agreement: readonly Part[];
  /** Meetings across bodies that are owed each year. */
  readonly gatherings: readonly Gathering[];
  /** The clause by which everybody speaks up about what does not work. */
  readonly speakUp: ClauseId | null;
  /** What a document states for everyone, or for no body in particular. */
  readonly clauses: readonly Clause[];
  /** Days off by date, of every year the charter was read for. */
  readonly daysOff: ReadonlySet<IsoDate>;
}

/** One thing the terms say about who decides what. The first rule that fits a matter speaks. */
export interface CompetenceRule {
  readonly clause: ClauseId;
  /** Empty: every kind. */
  readonly kinds: readonly MatterKind[];
  /** Fits when the matter weighs any of these; empty: always. */
  readonly any: readonly Weight[];
  /** Does not fit when it weighs any of these. */
  readonly unless: readonly Weight[];
  readonly verdict: 'decides' | 'chairs-judge' | 'goes-to' | 'not-ours';
  /** Where it goes; null: to the body above. */
  readonly to: BodyId | null;
}
/** Who is told of matters of this kind, whatever the verdict. */
export interface TellRule {
  readonly clause: ClauseId;
  readonly kinds: readonly MatterKind[];
  readonly any: readonly Weight[];
  readonly body: BodyId;
}
