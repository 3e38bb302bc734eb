import type { BodyId, IsoDate } from '../../charter/charter.ts';
import type { OccasionText, What } from '../occasion.ts';
import type { ErrandRefused, NoteErrandRefused } from '../refused-errand.ts';
import type { Said, Told } from '../request.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from '../stream.ts';
import type { AnswerTakenBack, TakeBackAnswer, Turn } from '../turn.ts';

export type AgreeCommand =
  /** By whoever may write it. A proposer who holds a key has turned it. From the second version on there is a reason. */
  | { readonly type: 'ProposePlan'; readonly reason: TextRef | null }
  /** By a key of the body. `edition`: the draft that was read. A no has a sentence. */
  | { readonly type: 'AnswerPlan'; readonly yes: boolean; readonly reason: TextRef | null; readonly edition: number }
  /** By errand from a case that was decided: a new version at once. What else is drafted stays drafted. */
  | {
      readonly type: 'MoveMilestone';
      readonly milestone: string;
      readonly due: IsoDate;
      readonly case: Stream;
      readonly reason: Told;
    };
export type AgreeEvent =
  | {
      readonly type: 'PlanProposed';
      readonly v: 1;
      readonly reason: TextRef | null;
      readonly by: PersonKey | null;
      readonly at: IsoInstant;
    }
  | {
      readonly type: 'PlanAnswered';
      readonly v: 1;
      readonly seat: string;
      readonly person: PersonKey;
      readonly judgement: Said;
      readonly at: IsoInstant;
    }
  /** Not all agreed: it is a draft again. */
  | { readonly type: 'PlanTurnedDown'; readonly v: 1; readonly turns: readonly Turn<Said>[]; readonly at: IsoInstant }
  /** Errand for each body that carries something, or did: what it answers for. */
  | {
      readonly type: 'PlanInForce';
      readonly v: 1;
      readonly version: number;
      readonly milestones: readonly Milestone[];
      readonly reason: Told | null;
      readonly at: IsoInstant;
    }
  /** The same errands: a case has moved one day. */
  | {
      readonly type: 'MilestoneMoved';
      readonly v: 1;
      readonly version: number;
      readonly milestones: readonly Milestone[];
      readonly milestone: string;
      readonly due: IsoDate;
      readonly case: Stream;
      readonly reason: Told;
      readonly at: IsoInstant;
    };

/** A milestone as somebody writes it; where its day comes from follows from how it was written. */
export type WrittenMilestone = Omit<Milestone, 'dueFrom'>;

/** By anyone in a seat of the body, and its secretaries. A draft that the keys are asked about is a draft again when it changes. */
export type MilestoneField = 'initiative' | 'owner' | 'from' | 'dependsOn' | 'carriedBy';
export type DraftCommand =
  | { readonly type: 'SetMilestone'; readonly milestone: WrittenMilestone }
  | { readonly type: 'DropMilestone'; readonly milestone: string }
  /** A list as it was pasted, to be matched on the next card. */
  | { readonly type: 'KeepList'; readonly text: TextRef }
  /** What a list says. `whole`: it is the whole plan, and what it does not mention is taken out; `keep`: what it has no column for stays; `sameWords`: milestones whose words it has as they stand. */
  | {
      readonly type: 'TakeList';
      readonly milestones: readonly WrittenMilestone[];
      readonly whole: boolean;
      readonly keep: readonly MilestoneField[];
      readonly sameWords: readonly string[];
    }
  | { readonly type: 'WithdrawDraft' };
export type DraftEvent =
  | { readonly type: 'MilestoneSet'; readonly v: 1; readonly milestone: Milestone; readonly by: PersonKey | null; readonly at: IsoInstant }
  | { readonly type: 'MilestoneDropped'; readonly v: 1; readonly milestone: string; readonly by: PersonKey | null; readonly at: IsoInstant }
  | { readonly type: 'ListKept'; readonly v: 1; readonly text: TextRef; readonly by: PersonKey | null; readonly at: IsoInstant }
  | {
      readonly type: 'ListTaken';
      readonly v: 1;
      readonly milestones: readonly Milestone[];
      readonly by: PersonKey | null;
      readonly at: IsoInstant;
    }
  | { readonly type: 'DraftWithdrawn'; readonly v: 1; readonly by: PersonKey | null; readonly at: IsoInstant };

/** Something a body has promised by a day. It keeps its id through every version of the plan. */
export interface Milestone {
  readonly id: string;
  readonly deliverable: Told;
  /** An initiative, or the part of the agreement it belongs to; null: none. */
  readonly initiative: string | null;
  readonly owner: PersonKey | null;
  /** The day its work begins; null: at once. */
  readonly from: IsoDate | null;
  readonly due: IsoDate;
  /** Where the day comes from: somebody's card, a list, the terms, or a case that was decided. */
  readonly dueFrom: { readonly via: 'card' | 'list' | 'terms' } | { readonly via: 'case'; readonly case: Stream };
  /** Milestones of the same plan that come first. */
  readonly dependsOn: readonly string[];
  /** The bodies that carry it out and answer for it, each on its own; empty: the body whose plan it is. */
  readonly carriedBy: readonly BodyId[];
}

/** A body's milestone plan. What is in force changes only by a new version, with a reason. */
export interface MilestonePlanState {
  readonly kind: 'milestone-plan';
  readonly body: BodyId;
  readonly phase: 'empty' | 'drafting' | 'asked' | 'in-force';
  /** Of what is in force; 0: nothing yet. */
  readonly version: number;
  readonly inForce: readonly Milestone[];
  /** Why there is this version. */
  readonly reason: Told | null;
  /** The next version as it is written; null: nobody is writing one. */
  readonly draft: readonly Milestone[] | null;
  readonly draftReason: TextRef | null;
  /** Bumped with every change of the draft; an answer names the one that was read. */
  readonly edition: number;
  /** The newest version that the keys have been asked about. */
  readonly putForward: number;
  /** Who asked them. */
  readonly proposedBy?: PersonKey | null;
  readonly since: IsoInstant;
  readonly turns: readonly Turn<Said>[];
  /** What was said the last time a draft was turned down. */
  readonly turnedDown: readonly Turn<Said>[] | null;
  /** A list somebody pasted, until its columns have been matched. */
  readonly list: TextRef | null;
  readonly refusedErrands: readonly ErrandRefused[];
}

export type MilestonePlanCommand = DraftCommand | AgreeCommand | TakeBackAnswer | NoteErrandRefused;
export type MilestonePlanEvent =
  | DraftEvent
  | AgreeEvent
  | AnswerTakenBack
  | { readonly type: 'PlanPrompted'; readonly v: 1; readonly prompt: PlanPrompt; readonly occasion: OccasionText<'milestone-note'> }
  | ErrandRefused;

/** Cards into a proposed plan's thread: those waited for by name, deputies who may act, the secretariat. */
export type PlanPrompt = Exclude<What<'milestone-note'>, 'attention'>;
