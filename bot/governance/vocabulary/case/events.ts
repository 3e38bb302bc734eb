import type { BodyId, IsoDate, SeatId } from '../../charter/charter.ts';
import type { Matter } from '../../charter/matter.ts';
import type { ProposedTerms } from '../charter-ledger.ts';
import type { OccasionText } from '../occasion.ts';
import type { ErrandRefused, NoteErrandRefused } from '../refused-errand.ts';
import type { Said } from '../request.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from '../stream.ts';
import type { Turn } from '../turn.ts';
import type { LaidBefore } from '../work-plan.ts';
import type { Aim, CasePrompt, Content, Gate, Judgement, Result, ResultKind, Stop, TrialWay } from './case.ts';

export type RaiseCommand =
  /** Anyone in a seat of the body, and its secretaries. A draft is seen by its body and goes nowhere. */
  | {
      readonly type: 'DraftCase';
      readonly body: BodyId;
      readonly matter: Matter;
      readonly content: Content;
      /** The experience or the flag it is raised from; left out where it is raised from nothing. */
      readonly origin?: Stream;
      /** The new version of the body's terms that is laid before it; by an operator, with the words. */
      readonly terms?: ProposedTerms;
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
      readonly terms?: ProposedTerms;
      readonly at: IsoInstant;
    }
  | { readonly type: 'CaseEdited'; readonly v: 1; readonly matter: Matter; readonly content: Content; readonly at: IsoInstant }
  | { readonly type: 'CaseSent'; readonly v: 1; readonly told: readonly BodyId[]; readonly at: IsoInstant }
  | { readonly type: 'CaseWithdrawn'; readonly v: 1; readonly reason: TextRef | null }
  | { readonly type: 'CaseNumbered'; readonly v: 1; readonly number: string }
  | { readonly type: 'DirectionStated'; readonly v: 1; readonly body: BodyId; readonly person: PersonKey; readonly text: TextRef };

/** By errand from a work plan: the keys that confirmed it are the reasons it goes up with, so nobody is asked twice. */
export interface RaiseJudged {
  readonly type: 'RaiseJudged';
  readonly body: BodyId;
  readonly from: Stream;
  readonly laid: LaidBefore;
  readonly turns: readonly Turn<Said>[];
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
  | {
      readonly type: 'CaseAimed';
      readonly v: 1;
      readonly body: BodyId;
      readonly aim: Aim;
      /** What the body may come to by its terms; older entries do not say it. */
      readonly results?: readonly ResultKind[];
    }
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
  | {
      readonly type: 'WrittenClosed';
      readonly v: 1;
      readonly why: 'all-answered' | 'time' | 'meeting';
      /** Who had not answered; older entries do not say it. */
      readonly missing?: readonly PersonKey[];
      readonly at: IsoInstant;
    };

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
      readonly face?: TextRef;
    }
  /** By a chair of the body that raised it. */
  | { readonly type: 'ReceiptAnswer' }
  /** By a secretary: where the part that binds general practice is described, and who has been told where no card reaches them. */
  | { readonly type: 'RecordPracticePlan'; readonly text: TextRef; readonly told: readonly BodyId[] }
  /** By the keys of the body that had the last word, each with a reason; outside Teams by two secretaries of different sectors. */
  | { readonly type: 'ReopenCase'; readonly reason: TextRef | null }
  /** By a key of that body, where another wants to open it again: the result stands. */
  | { readonly type: 'KeepResult'; readonly reason: TextRef | null };
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
  | {
      readonly type: 'ResultKept';
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

export interface CasePrompted {
  readonly type: 'CasePrompted';
  readonly v: 1;
  readonly prompt: CasePrompt;
  readonly occasion: OccasionText<'case-note'>;
}
export type CaseCommand = RaiseCommand | RaiseJudged | JudgeCommand | AimCommand | OutcomeCommand | PilotCommand | NoteErrandRefused;
export type CaseEvent = RaiseEvent | JudgeEvent | AimEvent | OutcomeEvent | PilotEvent | CasePrompted | ErrandRefused;
