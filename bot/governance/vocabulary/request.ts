import type { BodyId, ClauseId, IsoDate } from '../charter/charter.ts';
import type { OccasionText, What } from './occasion.ts';
import type { ErrandRefused, NoteErrandRefused } from './refused-errand.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from './stream.ts';
import type { AnswerTakenBack, TakeBackAnswer, Turn } from './turn.ts';

export type AnswerCommand =
  /** By a key of the body that is asked. `edition`: the question that was read. A no has a sentence. */
  | { readonly type: 'AnswerRequest'; readonly yes: boolean; readonly reason: TextRef | null; readonly edition: number }
  /** By a key of the body that has accepted it: a part of it to another; the other keys agree. */
  | { readonly type: 'Delegate'; readonly child: string; readonly to: BodyId; readonly text: TextRef }
  /** By a key of the same, once every part has been answered. */
  | { readonly type: 'ReportRequest'; readonly text: TextRef };
export type AnswerEvent =
  | { readonly type: 'QuestionAsked'; readonly v: 1; readonly question: Question; readonly at: IsoInstant }
  | {
      readonly type: 'QuestionAnswered';
      readonly v: 1;
      readonly seat: string;
      readonly person: string;
      readonly judgement: Said;
      readonly at: IsoInstant;
    }
  /** Not all agreed, so nothing came of it. */
  | {
      readonly type: 'QuestionTurnedDown';
      readonly v: 1;
      readonly ask: Question['ask'];
      readonly turns: readonly Turn<Said>[];
      readonly at: IsoInstant;
    }
  /** All keys of who orders: it is with the other body now. */
  | { readonly type: 'RequestOrdered'; readonly v: 1; readonly at: IsoInstant }
  | { readonly type: 'RequestAccepted'; readonly v: 1; readonly at: IsoInstant }
  /** Errand where it is a part: whoever handed it on hears. */
  | { readonly type: 'RequestSentBack'; readonly v: 1; readonly turns: readonly Turn<Said>[]; readonly at: IsoInstant }
  /** Errand: the part is ordered there. */
  | {
      readonly type: 'RequestDelegated';
      readonly v: 1;
      readonly child: string;
      readonly to: BodyId;
      readonly clause: ClauseId;
      readonly text: TextRef;
      readonly at: IsoInstant;
    }
  /** Errand where it is a part: whoever handed it on hears. */
  | { readonly type: 'RequestReported'; readonly v: 1; readonly report: Told; readonly at: IsoInstant };

/** Cards into a request's thread: those waited for by name, deputies who may act, the secretariat, a receipt that is owed, a date that nears or has passed. */
export type RequestPrompt = Exclude<What<'request-note'>, 'report' | 'back' | 'outcome'>;

/** Words somebody wrote, and the stream they stand in: what is handed on keeps the words of whoever wrote them. */
export interface Told {
  readonly text: TextRef;
  readonly in: Stream;
}
/** What is ordered. `until`: the day by which an answer is wanted. */
export interface Order {
  readonly title: Told;
  readonly account: Told | null;
  readonly papers: Told | null;
  readonly until: IsoDate | null;
}
/** What the keys of a body are asked to turn on. Whoever asks has turned their own. */
export type Question =
  | { readonly ask: 'order' }
  | { readonly ask: 'accept' }
  | { readonly ask: 'delegate'; readonly child: string; readonly to: BodyId; readonly clause: ClauseId; readonly text: TextRef }
  | { readonly ask: 'report'; readonly text: TextRef };
export interface Said {
  readonly yes: boolean;
  readonly reason: TextRef | null;
}
/** A part that another body, or a group, has taken on. */
export interface Delegation {
  readonly child: Stream;
  readonly to: BodyId;
  readonly phase: 'given' | 'reported' | 'declined';
  readonly report: Told | null;
}

/** Something one body orders from another, until the answer is back with whoever ordered it. */
export interface RequestState {
  readonly kind: 'request';
  readonly request: string;
  readonly phase: 'none' | 'ordering' | 'asked' | 'sent-back' | 'accepted' | 'reported' | 'closed' | 'withdrawn';
  readonly from: BodyId;
  readonly to: BodyId;
  /** The clause by which the one may order from the other, of the terms in force on that day. */
  readonly clause: ClauseId | null;
  readonly termsOn: IsoDate;
  /** The request this is a part of. */
  readonly parent: Stream | null;
  readonly order: Order;
  readonly question: Question | null;
  /** Bumped with every question; an answer names the one that was read. */
  readonly edition: number;
  readonly since: IsoInstant;
  readonly turns: readonly Turn<Said>[];
  /** What was said the last time a question was turned down. */
  readonly turnedDown: {
    readonly ask: Question['ask'];
    readonly turns: readonly Turn<Said>[];
    /** What was asked, with its words, so that they need not be written again. */
    readonly question?: Question | null;
  } | null;
  readonly delegations: readonly Delegation[];
  readonly report: Told | null;
  readonly receipt: PersonKey | null;
  readonly refusedErrands: readonly ErrandRefused[];
}

/** By errand: what it is a part of has been answered, so nobody need say that they have its report. */
export interface CloseWithWhole {
  readonly type: 'CloseWithWhole';
}
export interface ClosedWithWhole {
  readonly type: 'ClosedWithWhole';
  readonly v: 1;
  readonly at: IsoInstant;
}

export type RequestCommand =
  /** By a key of the body that orders; again after it was sent back. */
  | { readonly type: 'PlaceRequest'; readonly from: BodyId; readonly to: BodyId; readonly order: Order }
  /** By errand: a part of another request. */
  | {
      readonly type: 'TakePart';
      readonly parent: Stream;
      readonly from: BodyId;
      readonly to: BodyId;
      readonly clause: ClauseId;
      readonly order: Order;
    }
  | AnswerCommand
  | TakeBackAnswer
  /** By a key of the body that orders, until it is accepted. */
  | { readonly type: 'WithdrawRequest'; readonly reason: TextRef }
  /** By errand from a part, or from a group. */
  | { readonly type: 'HearPart'; readonly child: Stream; readonly report: Told | null }
  /** By errand: a group that was set up for it has taken a part. */
  | { readonly type: 'GivePart'; readonly child: Stream; readonly to: BodyId }
  /** By a chair of the body that ordered it, or a secretary who serves it outside Teams. */
  | { readonly type: 'ReceiptReport' }
  | CloseWithWhole
  | NoteErrandRefused;
export type RequestEvent =
  | {
      readonly type: 'RequestPlaced';
      readonly v: 1;
      readonly from: BodyId;
      readonly to: BodyId;
      readonly clause: ClauseId | null;
      readonly termsOn: IsoDate;
      readonly parent: Stream | null;
      readonly order: Order;
      readonly at: IsoInstant;
    }
  | AnswerEvent
  | AnswerTakenBack
  | { readonly type: 'RequestWithdrawn'; readonly v: 1; readonly reason: TextRef; readonly person: PersonKey; readonly at: IsoInstant }
  | { readonly type: 'PartHeard'; readonly v: 1; readonly child: Stream; readonly report: Told | null }
  | { readonly type: 'PartGiven'; readonly v: 1; readonly child: Stream; readonly to: BodyId }
  | { readonly type: 'ReportReceipted'; readonly v: 1; readonly person: PersonKey }
  | ClosedWithWhole
  | {
      readonly type: 'RequestPrompted';
      readonly v: 1;
      readonly prompt: RequestPrompt;
      readonly occasion: OccasionText<'request-note'>;
      readonly body: BodyId;
    }
  | ErrandRefused;
