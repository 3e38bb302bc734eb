import type { BodyId } from '../charter/charter.ts';
import type { OccasionText, What } from './occasion.ts';
import type { ErrandRefused, NoteErrandRefused } from './refused-errand.ts';
import type { Said } from './request.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from './stream.ts';
import type { AnswerTakenBack, TakeBackAnswer, Turn } from './turn.ts';

/** Those waited for are named, then deputies may act, then the secretariat is told. */
export type WorkPlanPrompt = What<'work-plan-note'>;
/** A task of the year: in words, or one the agreement sets, by its part; or a milestone, by its key. */
export interface Task {
  readonly id: string;
  readonly title: TextRef | null;
  readonly from: { readonly part: string } | { readonly milestone: string } | null;
}
/** What is laid before the body above: its heading, and what it is asked to do. */
export interface LaidBefore {
  readonly title: TextRef;
  readonly recommendation: TextRef;
}

/** A body's tasks for one year, until the body above has dealt with them. */
export interface WorkPlanState {
  readonly kind: 'work-plan';
  readonly body: BodyId;
  readonly year: number;
  /** `asked`: its keys are turned on it. `sent`: the body above has it as a case. */
  readonly phase: 'none' | 'drafting' | 'asked' | 'sent' | 'decided' | 'rejected';
  readonly tasks: readonly Task[];
  readonly laid: LaidBefore | null;
  /** Bumped with every change; an answer names the one that was read. */
  readonly edition: number;
  /** How often it has been dealt with above and then taken up again. */
  readonly round: number;
  readonly since: IsoInstant;
  /** Who asked its keys. */
  readonly proposedBy?: PersonKey | null;
  readonly turns: readonly Turn<Said>[];
  readonly turnedDown: readonly Turn<Said>[];
  readonly refusedErrands: readonly ErrandRefused[];
}

/** By errand from its case. `sent`: it is with the body above, for the first time or again. */
export interface HearPlanCase {
  readonly type: 'HearPlanCase';
  readonly about: Stream;
  readonly outcome: 'sent' | 'sent-back' | 'decided' | 'rejected';
}
export type WorkPlanCommand =
  /** By anyone in a seat of the body, and its secretaries, while nothing is asked. */
  | { readonly type: 'SetTasks'; readonly tasks: readonly Task[] }
  | { readonly type: 'DropTask'; readonly id: string }
  /** By the same: the keys are asked; whoever asks and holds one has turned it. */
  | { readonly type: 'ProposeWorkPlan'; readonly laid: LaidBefore }
  | { readonly type: 'AnswerWorkPlan'; readonly yes: boolean; readonly reason: TextRef | null; readonly edition: number }
  | TakeBackAnswer
  | HearPlanCase
  | NoteErrandRefused;
export type WorkPlanEvent =
  | { readonly type: 'TaskSet'; readonly v: 1; readonly task: Task; readonly at: IsoInstant }
  | { readonly type: 'TaskDropped'; readonly v: 1; readonly id: string; readonly at: IsoInstant }
  | { readonly type: 'WorkPlanProposed'; readonly v: 1; readonly laid: LaidBefore; readonly by?: PersonKey | null; readonly at: IsoInstant }
  | {
      readonly type: 'WorkPlanAnswered';
      readonly v: 1;
      readonly seat: string;
      readonly person: string;
      readonly judgement: Said;
      readonly at: IsoInstant;
    }
  | AnswerTakenBack
  | { readonly type: 'WorkPlanTurnedDown'; readonly v: 1; readonly turns: readonly Turn<Said>[]; readonly at: IsoInstant }
  /** Errand: a case goes to the body above, with the keys that confirmed it as its reasons. */
  | {
      readonly type: 'WorkPlanConfirmed';
      readonly v: 1;
      readonly laid: LaidBefore;
      readonly turns: readonly Turn<Said>[];
      readonly at: IsoInstant;
    }
  | { readonly type: 'PlanCaseHeard'; readonly v: 1; readonly outcome: HearPlanCase['outcome']; readonly at: IsoInstant }
  | { readonly type: 'WorkPlanPrompted'; readonly v: 1; readonly prompt: WorkPlanPrompt; readonly occasion: OccasionText<'work-plan-note'> }
  | ErrandRefused;
