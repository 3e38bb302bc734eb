import type { BodyId, ClauseId, IsoDate } from '../charter/charter.ts';
import type { OccasionText, What } from './occasion.ts';
import type { ErrandRefused, NoteErrandRefused } from './refused-errand.ts';
import type { ClosedWithWhole, CloseWithWhole, Said } from './request.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from './stream.ts';
import type { AnswerTakenBack, TakeBackAnswer, Turn } from './turn.ts';

/** Cards into a group's thread: keys that are waited for, an end that nears or has passed, a report nobody has received. */
export type GroupPrompt = Exclude<What<'group-note'>, 'report'>;

/** What a group is set up for: who sits in it, until when, and, across two bodies, who does what. */
export interface Mandate {
  readonly purpose: TextRef;
  readonly whoDoesWhat: TextRef | null;
  readonly persons: readonly PersonKey[];
  readonly until: IsoDate;
  /** The request it is a part of, where it is. */
  readonly serves: Stream | null;
}
export type GroupQuestion = { readonly ask: 'set-up' } | { readonly ask: 'extend'; readonly until: IsoDate };

/** A group for one task: set up by one body, or by two together, with an end, and closed with a report. */
export interface GroupState {
  readonly kind: 'group';
  readonly group: string;
  readonly phase: 'none' | 'proposed' | 'running' | 'reported' | 'closed' | 'turned-down';
  /** Those that set it up; the first has its secretariat. */
  readonly bodies: readonly BodyId[];
  readonly clauses: readonly ClauseId[];
  readonly termsOn: IsoDate;
  readonly mandate: Mandate;
  readonly question: GroupQuestion | null;
  readonly edition: number;
  readonly since: IsoInstant;
  /** A turn's seat says whose key it is: `<body>:<seat>`. */
  readonly turns: readonly Turn<Said>[];
  readonly turnedDown: readonly Turn<Said>[];
  readonly report: TextRef | null;
  readonly reportedBy: PersonKey | null;
  readonly receipt: PersonKey | null;
  readonly refusedErrands: readonly ErrandRefused[];
}
export type GroupCommand =
  /** By a key of one of the bodies; it exists when all keys of all of them have agreed. */
  | { readonly type: 'SetUpGroup'; readonly bodies: readonly BodyId[]; readonly mandate: Mandate }
  | { readonly type: 'AnswerGroup'; readonly yes: boolean; readonly reason: TextRef | null; readonly edition: number }
  | TakeBackAnswer
  | { readonly type: 'ExtendGroup'; readonly until: IsoDate }
  /** By somebody in it, or a secretary of a body that set it up. */
  | { readonly type: 'ReportGroup'; readonly report: TextRef }
  /** By a chair of one of the bodies; it is closed. */
  | { readonly type: 'ReceiptGroup' }
  | CloseWithWhole
  | NoteErrandRefused;
export type GroupEvent =
  | {
      readonly type: 'GroupProposed';
      readonly v: 1;
      readonly bodies: readonly BodyId[];
      readonly clauses: readonly ClauseId[];
      readonly termsOn: IsoDate;
      readonly mandate: Mandate;
      readonly at: IsoInstant;
    }
  | { readonly type: 'ExtensionProposed'; readonly v: 1; readonly until: IsoDate; readonly at: IsoInstant }
  | {
      readonly type: 'GroupAnswered';
      readonly v: 1;
      readonly seat: string;
      readonly person: PersonKey;
      readonly judgement: Said;
      readonly at: IsoInstant;
    }
  | AnswerTakenBack
  /** Errand where it serves a request: a part of it has been taken. */
  | { readonly type: 'GroupSetUp'; readonly v: 1; readonly at: IsoInstant }
  | { readonly type: 'GroupExtended'; readonly v: 1; readonly until: IsoDate; readonly at: IsoInstant }
  | { readonly type: 'GroupTurnedDown'; readonly v: 1; readonly turns: readonly Turn<Said>[]; readonly at: IsoInstant }
  /** Errand where it serves a request: the part is back. */
  | { readonly type: 'GroupReported'; readonly v: 1; readonly report: TextRef; readonly person: PersonKey; readonly at: IsoInstant }
  | { readonly type: 'GroupReceipted'; readonly v: 1; readonly person: PersonKey }
  | ClosedWithWhole
  | { readonly type: 'GroupPrompted'; readonly v: 1; readonly prompt: GroupPrompt; readonly occasion: OccasionText<'group-note'> }
  | ErrandRefused;
