import type { BodyId, IsoDate } from '../../charter/charter.ts';
import type { Matter } from '../../charter/matter.ts';
import type { ProposedTerms } from '../charter-ledger.ts';
import type { OccasionText, What } from '../occasion.ts';
import type { ErrandRefused } from '../refused-errand.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from '../stream.ts';
import type { Turn } from '../turn.ts';

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
  readonly says: 'here' | 'up' | 'back' | 'right' | 'wrong' | 'reopen' | 'keep';
  readonly reason: TextRef | null;
  /** The card it was read on, with the version of its template, `case@1f0c42aa90b1`; what was not judged on a card has none. */
  readonly card?: string;
  /** What was read on it, words and choices, sealed like any text; an older judgement did not keep it. */
  readonly face?: TextRef;
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
export const resultKinds = ['decided', 'rejected', 'sent-on', 'sent-back'] as const;
export type ResultKind = (typeof resultKinds)[number];
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
export interface WrittenProcedure {
  readonly until: IsoDate;
  readonly answers: readonly {
    readonly person: PersonKey;
    readonly answer: 'for' | 'against' | 'meeting';
    readonly reason: TextRef | null;
  }[];
  /** Who had not answered when it ended; a procedure that runs, and one that ended before this was kept, has none. */
  readonly missing?: readonly PersonKey[];
}

/** Where a trial should go from here: spread, done otherwise, or ended; or, of what nobody has tried yet, tried first. */
export const trialWays = ['scale', 'change', 'stop', 'try'] as const;
export type TrialWay = (typeof trialWays)[number];

/** What a body on the way knew of the trial, and where that points. */
export interface Gate {
  readonly body: BodyId;
  readonly way: TrialWay;
  readonly evidence: TextRef;
  readonly person: PersonKey;
}
/** A result that was to be opened again: who said so, or against it, and why. Nothing of it is forgotten. */
export interface Reopening {
  readonly result: Result;
  readonly decided: IsoInstant;
  readonly turns: readonly Turn<Judgement>[];
  readonly opened: boolean;
}

/** A prompt about a case: those who are waited for by name, deputies who may act now, the secretariat, a receipt that is owed, that no meeting takes it up; and the news that it came back for more, or that it is decided. */
export type CasePrompt = What<'case-note'>;

/** What is said of a case from its draft on, whatever phase it is in. */
export interface CaseFacts {
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
  /** Who has it now, since when it has stood as it stands, and where it has been. */
  readonly at: BodyId;
  readonly since: IsoInstant;
  readonly way: readonly Stop[];
  readonly dealtWith: readonly string[];
  /** How many results have been reported; a confirmation names the one that was read. */
  readonly reports: number;
  readonly directions: readonly { readonly body: BodyId; readonly person: PersonKey; readonly text: TextRef }[];
  readonly told: readonly BodyId[];
  /** The bodies it has come to, also before it was sent back: its card stands there. */
  readonly cameTo: readonly BodyId[];
  /** What the chairs of the body that has it judged, where they kept it there; it left the others with its reasons. */
  readonly kept: readonly Turn<Judgement>[];
  /** Where the part that binds general practice is described, once that has been recorded; it stays when the case is opened again. */
  readonly practicePlan: TextRef | null;
  /** A trial that may be spread: what each body on the way laid down. */
  readonly gates: readonly Gate[];
  /** Results that were opened again, or were to be, oldest first. */
  readonly reopenings: readonly Reopening[];
  /** The experience or the flag it was raised from. */
  readonly origin: Stream | null;
  /** The version of terms that it lays before the body; null: it lays none. */
  readonly terms: ProposedTerms | null;
  /** The bodies it went through that were told how it ended. */
  readonly outcomes: readonly { readonly occasion: OccasionText<'case-note'>; readonly body: BodyId }[];
  /** Errands others refused, for the secretary's card. */
  readonly refusedErrands: readonly ErrandRefused[];
}
/** Nobody has raised it. */
export interface UnraisedCase {
  readonly kind: 'case';
  readonly case: string;
  readonly phase: 'none';
}
/** `sentBack`: it came back for more, with these words, and has not been sent again. */
export interface CaseInDraft extends CaseFacts {
  readonly phase: 'draft';
  readonly sentBack: SentBackWith | null;
}
export interface CaseWithdrawn extends CaseFacts {
  readonly phase: 'withdrawn';
  readonly sentBack: SentBackWith | null;
}
export interface CaseJudged extends CaseFacts {
  readonly phase: 'judging';
  readonly turns: readonly Turn<Judgement>[];
}
/** `written`: what was answered in a written procedure here that has ended. */
export interface CaseWaiting extends CaseFacts {
  readonly phase: 'waiting';
  readonly aim: Aim | null;
  readonly written: WrittenProcedure | null;
}
export interface CaseInWriting extends CaseFacts {
  readonly phase: 'written';
  readonly written: WrittenProcedure;
}
/** A body has come to a result. The keys turned are on that result, and then on opening the case again. */
interface Concluded extends CaseFacts {
  readonly turns: readonly Turn<Judgement>[];
  readonly result: Result;
  /** Who wrote it down, where somebody did. */
  readonly recordedBy: PersonKey | null;
  readonly written: WrittenProcedure | null;
}
export interface CaseConfirming extends Concluded {
  readonly phase: 'confirming';
}
/** The answer is back and waits for a receipt, or for the practice plan. */
export interface CaseReturned extends Concluded {
  readonly phase: 'returned';
  readonly receipt: PersonKey | null;
}
export interface CaseDone extends Concluded {
  readonly phase: 'closed';
  readonly receipt: PersonKey;
}
export type RaisedCase = CaseInDraft | CaseJudged | CaseWaiting | CaseInWriting | CaseConfirming | CaseReturned | CaseDone | CaseWithdrawn;
export type CaseState = UnraisedCase | RaisedCase;
