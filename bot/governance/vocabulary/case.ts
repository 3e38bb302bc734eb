import type { BodyId, IsoDate, SeatId } from '../charter/charter.ts';
import type { Matter } from '../charter/matter.ts';
import type { OccasionText, What } from './occasion.ts';
import type { ErrandRefused, NoteErrandRefused } from './refused-errand.ts';
import type { Said } from './request.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from './stream.ts';
import type { Turn } from './turn.ts';
import type { Laid } from './work-plan.ts';

export type AimCommand =
  /** By errand, whenever the case arrives somewhere or a meeting there is planned, moved or cancelled. */
  | { readonly type: 'AimCase' }
  /** By a secretary, where the body's settings allow it. */
  | { readonly type: 'StartWritten'; readonly until: IsoDate }
  | {
      readonly type: 'AnswerWritten';
      readonly answer: 'for' | 'against' | 'meeting';
      readonly reason: TextRef | null;
      readonly edition: number;
    }
  /** By the clock. */
  | { readonly type: 'CloseWritten' };
export type AimEvent =
  /** Errand: it goes on that meeting's agenda. */
  | { readonly type: 'CaseAimed'; readonly v: 1; readonly body: BodyId; readonly aim: Aim }
  | { readonly type: 'NoMeetingInReach'; readonly v: 1; readonly body: BodyId }
  | { readonly type: 'WrittenStarted'; readonly v: 1; readonly body: BodyId; readonly until: IsoDate; readonly at: IsoInstant }
  | {
      readonly type: 'WrittenAnswered';
      readonly v: 1;
      readonly person: PersonKey;
      readonly answer: 'for' | 'against' | 'meeting';
      readonly reason: TextRef | null;
    }
  /** `meeting`: a member asked for one, so the procedure ended without a result. */
  | { readonly type: 'WrittenClosed'; readonly v: 1; readonly why: 'all-answered' | 'time' | 'meeting'; readonly at: IsoInstant };

/** Where a trial should go from here: spread, done otherwise, or ended. */
export const trialWays = ['scale', 'change', 'stop'] as const;
export type TrialWay = (typeof trialWays)[number];

/** What a body on the way knew of the trial, and where that points. */
export interface Gate {
  readonly body: BodyId;
  readonly way: TrialWay;
  readonly evidence: TextRef;
  readonly person: PersonKey;
}
export type JudgeCommand =
  /** By whoever holds a key of the body that has the case. `edition`: the content that was read. */
  | { readonly type: 'Judge'; readonly judgement: Judgement; readonly edition: number }
  /** One's own key, until the case has moved on. */
  | { readonly type: 'TakeBack' };
export type JudgeEvent =
  | {
      readonly type: 'KeyTurned';
      readonly v: 1;
      readonly seat: SeatId;
      readonly person: PersonKey;
      readonly judgement: Judgement;
      readonly edition: number;
      readonly at: IsoInstant;
    }
  | { readonly type: 'KeyTurnedBack'; readonly v: 1; readonly seat: SeatId; readonly person: PersonKey }
  /** Both chairs: it is decided in this body. */
  | { readonly type: 'KeptHere'; readonly v: 1; readonly at: IsoInstant }
  /** Both chairs, or they disagree: then it goes up with both reasonings. */
  | {
      readonly type: 'SentUp';
      readonly v: 1;
      readonly stop: Stop;
      readonly to: BodyId;
      readonly told: readonly BodyId[];
      readonly at: IsoInstant;
    }
  | { readonly type: 'SentBack'; readonly v: 1; readonly reasons: readonly Turn<Judgement>[]; readonly at: IsoInstant };

/** By errand from a case that was raised from an experience or a flag: what became of it. */
export interface HearCase {
  readonly type: 'HearCase';
  readonly about: Stream;
  /** The body it was raised in. */
  readonly from: BodyId;
  readonly outcome: 'raised' | 'decided' | 'rejected' | 'withdrawn';
}
export interface CaseHeard {
  readonly type: 'CaseHeard';
  readonly v: 1;
  readonly about: Stream;
  readonly outcome: HearCase['outcome'];
  readonly at: IsoInstant;
}

export type ResultKind = 'decided' | 'rejected' | 'sent-on' | 'sent-back';
export type OutcomeCommand =
  /** By errand from the minutes, or by a secretary after a written procedure or when a result is said to be wrong. */
  | { readonly type: 'ReportResult'; readonly result: Result }
  /** In a body that meets outside Teams: the first of two secretaries of different sectors. The second confirms it. */
  | { readonly type: 'RecordOutside'; readonly kind: ResultKind; readonly text: TextRef | null }
  | { readonly type: 'ConfirmOutside'; readonly report: number }
  /** By whoever holds a key of the body: the result as reported is right, or it is not. `report`: the one that was read. */
  | {
      readonly type: 'ConfirmResult';
      readonly right: boolean;
      readonly reason: TextRef | null;
      readonly report: number;
      readonly card?: string;
    }
  /** By a chair of the body that raised it. */
  | { readonly type: 'ReceiptAnswer' }
  /** By a secretary: where the part that binds general practice is described, and who has been told where no card reaches them. */
  | { readonly type: 'RecordPracticePlan'; readonly text: TextRef; readonly told: readonly BodyId[] }
  /** By the keys of the body that had the last word, each with a reason; outside Teams by two secretaries of different sectors. */
  | { readonly type: 'ReopenCase'; readonly reason: TextRef | null };
export type OutcomeEvent =
  | { readonly type: 'ResultReported'; readonly v: 1; readonly result: Result; readonly by: PersonKey | null; readonly at: IsoInstant }
  | {
      readonly type: 'ResultConfirmed';
      readonly v: 1;
      readonly seat: SeatId;
      readonly person: PersonKey;
      readonly judgement: Judgement;
      readonly at: IsoInstant;
    }
  /** The result takes effect; everyone on the way hears. */
  | { readonly type: 'CaseDecided'; readonly v: 1; readonly body: BodyId; readonly kind: 'decided' | 'rejected'; readonly at: IsoInstant }
  | {
      readonly type: 'CaseSentOn';
      readonly v: 1;
      readonly stop: Stop;
      readonly to: BodyId;
      readonly told: readonly BodyId[];
      readonly at: IsoInstant;
    }
  | { readonly type: 'CaseSentBack'; readonly v: 1; readonly stop: Stop; readonly at: IsoInstant }
  | { readonly type: 'AnswerReceipted'; readonly v: 1; readonly person: PersonKey }
  | { readonly type: 'PracticePlanRecorded'; readonly v: 2; readonly text: TextRef; readonly told: readonly BodyId[] }
  | { readonly type: 'CaseClosed'; readonly v: 1 }
  | {
      readonly type: 'ReopeningTurned';
      readonly v: 1;
      readonly seat: SeatId;
      readonly person: PersonKey;
      readonly judgement: Judgement;
      readonly at: IsoInstant;
    }
  | { readonly type: 'CaseReopened'; readonly v: 1; readonly body: BodyId; readonly at: IsoInstant };

export type PilotCommand = {
  /** By who raised it, and by those who run the body that has it or hold its keys. Keys already turned fall: they were turned on other evidence. */
  readonly type: 'RecordGate';
  readonly way: TrialWay;
  readonly evidence: TextRef;
};
export type PilotEvent = { readonly type: 'GateRecorded'; readonly v: 1; readonly gate: Gate; readonly at: IsoInstant };

/** By errand from a work plan: the keys that confirmed it are the reasons it goes up with, so nobody is asked twice. */
export interface RaiseJudged {
  readonly type: 'RaiseJudged';
  readonly body: BodyId;
  readonly from: Stream;
  readonly laid: Laid;
  readonly turns: readonly Turn<Said>[];
}

export type RaiseCommand =
  /** Anyone in a seat of the body, and its secretaries. A draft is seen by its body and goes nowhere. */
  | {
      readonly type: 'DraftCase';
      readonly body: BodyId;
      readonly matter: Matter;
      readonly content: Content;
      /** The experience or the flag it is raised from; left out where it is raised from nothing. */
      readonly origin?: Stream;
    }
  /** By who raised it or a secretary, while it is a draft or being judged; keys already turned are turned back, for they were turned on other words. */
  | { readonly type: 'EditCase'; readonly matter: Matter; readonly content: Content }
  /** Errand: the body numbers it. */
  | { readonly type: 'SendCase' }
  /** By who raised it, while it has not moved. */
  | { readonly type: 'WithdrawCase'; readonly reason: TextRef | null }
  /** By errand from the body. */
  | { readonly type: 'NumberCase'; readonly number: string }
  /** A chair of a body that was told may state a direction before the case comes for decision; where it meets outside Teams, a secretary who serves it. */
  | { readonly type: 'StateDirection'; readonly body: BodyId; readonly text: TextRef };
export type RaiseEvent =
  | {
      readonly type: 'CaseDrafted';
      readonly v: 1;
      readonly body: BodyId;
      readonly termsOn: IsoDate;
      readonly by: PersonKey | null;
      readonly matter: Matter;
      readonly content: Content;
      /** Older entries have none. */
      readonly origin?: Stream;
      readonly at: IsoInstant;
    }
  | { readonly type: 'CaseEdited'; readonly v: 1; readonly matter: Matter; readonly content: Content; readonly at: IsoInstant }
  | { readonly type: 'CaseSent'; readonly v: 1; readonly told: readonly BodyId[]; readonly at: IsoInstant }
  | { readonly type: 'CaseWithdrawn'; readonly v: 1; readonly reason: TextRef | null }
  | { readonly type: 'CaseNumbered'; readonly v: 1; readonly number: string }
  | { readonly type: 'DirectionStated'; readonly v: 1; readonly body: BodyId; readonly person: PersonKey; readonly text: TextRef };

/** A prompt about a case: those who are waited for by name, deputies who may act now, the secretariat, a receipt that is owed, that no meeting takes it up; and the news that it came back for more, or that it is decided. */
export type CasePrompt = What<'case-note'>;

/** What is laid before a body. `journal`: the number in the authority's record system. */
export interface Content {
  readonly title: TextRef;
  readonly account: TextRef | null;
  /** Each an "at …" sentence. */
  readonly recommendations: readonly TextRef[];
  readonly papers: TextRef | null;
  readonly journal: string | null;
  /** The milestone that a decision moves, and to which day; cases about other things have none. */
  readonly moves?: Moves | null;
}
export interface Moves {
  /** The body whose plan it is in. */
  readonly plan: BodyId;
  readonly milestone: string;
  readonly due: IsoDate;
}
/** What a chair judges: decide it here, send it up, send it back for more; or, of a result, that it is right, or that it is not. */
export interface Judgement {
  readonly says: 'here' | 'up' | 'back' | 'right' | 'wrong' | 'reopen';
  readonly reason: TextRef | null;
  /** The card it was read on, with the version of its template, `case@1f0c42aa90b1`; what was not judged on a card has none. */
  readonly card?: string;
}
/** Where a case has been, and how it left. */
export interface Stop {
  readonly body: BodyId;
  readonly left: 'up' | 'disagreed' | 'sent-on' | 'sent-back';
  readonly reasons: readonly Turn<Judgement>[];
  readonly at: IsoInstant;
}
/** The meeting it is to be dealt with at, and the day papers must be in; null: no meeting in reach. */
export interface Aim {
  readonly meeting: Stream;
  readonly start: IsoInstant;
  readonly papersBy: IsoDate | null;
}
/** What a body came to. It takes effect when the body's keys have been turned on it. `textsIn`: where the words stand. */
export interface Result {
  readonly body: BodyId;
  readonly kind: ResultKind;
  readonly text: TextRef | null;
  readonly textsIn: Stream;
  readonly via: 'meeting' | 'written' | 'outside' | 'corrected';
}
/** Why a case came back: what its chairs wrote, or the words of the body it had come to. */
export interface SentBackWith {
  readonly body: BodyId;
  readonly reasons: readonly Turn<Judgement>[];
  readonly result: Result | null;
}
/** A written procedure: everyone in a seat answers by a date; one who asks for a meeting ends it. */
export interface Written {
  readonly until: IsoDate;
  readonly answers: readonly {
    readonly person: PersonKey;
    readonly answer: 'for' | 'against' | 'meeting';
    readonly reason: TextRef | null;
  }[];
}

export interface CaseState {
  readonly kind: 'case';
  readonly case: string;
  /** `<body> 2015-07`, once the body has numbered it. */
  readonly number: string | null;
  /** Where it was raised, and the day whose terms it keeps. */
  readonly body: BodyId;
  readonly termsOn: IsoDate;
  readonly by: PersonKey | null;
  readonly matter: Matter;
  readonly content: Content;
  /** Bumped with every change of the content; a judgement names the one that was read. */
  readonly edition: number;
  /** `confirming`: a body has come to a result and its keys turn on it. `returned`: the answer is back and waits for a receipt. */
  readonly phase: 'none' | 'draft' | 'judging' | 'waiting' | 'written' | 'confirming' | 'returned' | 'closed' | 'withdrawn';
  /** Who has it now. */
  readonly at: BodyId;
  readonly way: readonly Stop[];
  /** It came back for more, with these words, and has not been sent again. */
  readonly sentBack: SentBackWith | null;
  /** What is being judged, since when, and which keys have been turned. */
  readonly since: IsoInstant;
  readonly turns: readonly Turn<Judgement>[];
  readonly dealtWith: readonly string[];
  readonly aim: Aim | null;
  readonly written: Written | null;
  readonly result: Result | null;
  /** How many results have been reported; a confirmation names the one that was read. */
  readonly reports: number;
  /** Who wrote the result down, where somebody did. */
  readonly recordedBy: PersonKey | null;
  readonly directions: readonly { readonly body: BodyId; readonly person: PersonKey; readonly text: TextRef }[];
  readonly told: readonly BodyId[];
  /** The bodies it has come to, also before it was sent back: its card stands there. */
  readonly cameTo: readonly BodyId[];
  readonly receipt: PersonKey | null;
  /** Where the part that binds general practice is described, once that has been recorded. */
  readonly practicePlan: TextRef | null;
  /** A trial that may be spread: what each body on the way laid down. */
  readonly gates: readonly Gate[];
  /** The experience or the flag it was raised from. */
  readonly origin: Stream | null;
  /** Cards put into its thread because somebody was waited for, and the body it was with then. */
  readonly prompted: readonly { readonly prompt: CasePrompt; readonly occasion: OccasionText<'case-note'>; readonly body: BodyId }[];
  /** Errands others refused, for the secretary's card. */
  readonly refusedErrands: readonly ErrandRefused[];
}

/** By the clock: a card into the case's thread, if somebody is still waited for. */
export interface PromptCase {
  readonly type: 'PromptCase';
  readonly prompt: CasePrompt;
  readonly occasion: OccasionText<'case-note'>;
}
export interface CasePrompted {
  readonly type: 'CasePrompted';
  readonly v: 1;
  readonly prompt: CasePrompt;
  readonly occasion: OccasionText<'case-note'>;
}
export type CaseCommand =
  | RaiseCommand
  | RaiseJudged
  | JudgeCommand
  | AimCommand
  | OutcomeCommand
  | PilotCommand
  | PromptCase
  | NoteErrandRefused;
export type CaseEvent = RaiseEvent | JudgeEvent | AimEvent | OutcomeEvent | PilotEvent | CasePrompted | ErrandRefused;
