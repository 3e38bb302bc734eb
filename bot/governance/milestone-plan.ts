import type { BodyId, IsoDate } from './charter.ts';
import type { Turn } from './keys.ts';
import { type AgreeCommand, type AgreeEvent, decideAgree, evolveAgree } from './milestone-agree.ts';
import { type DraftCommand, type DraftEvent, decideDraft, evolveDraft } from './milestone-draft.ts';
import { type PlanPrompt, planDueAt } from './milestone-silence.ts';
import type { ErrandRefused, IsoInstant, NoteErrandRefused, PersonKey, Stream, Subject, TextRef } from './model.ts';
import type { Said, Told } from './request.ts';
import { secretariatOf } from './terms.ts';

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
  readonly since: IsoInstant;
  readonly turns: readonly Turn<Said>[];
  /** What was said the last time a draft was turned down. */
  readonly turnedDown: readonly Turn<Said>[] | null;
  /** A list somebody pasted, until its columns have been matched. */
  readonly list: TextRef | null;
  readonly dealtWith: readonly string[];
  /** Cards put into its thread, and the version they were about. */
  readonly prompted: readonly { readonly prompt: PlanPrompt; readonly occasion: string; readonly version: number }[];
  readonly refusedErrands: readonly ErrandRefused[];
}

export type MilestonePlanCommand =
  | DraftCommand
  | AgreeCommand
  /** By the clock, while a key is waited for. */
  | { readonly type: 'PromptPlan'; readonly prompt: PlanPrompt; readonly occasion: string };
export type MilestonePlanEvent =
  | DraftEvent
  | AgreeEvent
  | { readonly type: 'PlanPrompted'; readonly v: 1; readonly prompt: PlanPrompt; readonly occasion: string };

/** So many cards in its thread are drawn again when what they ask for has been done. */
const mostPrompted = 8;

export const milestonePlan: Subject<MilestonePlanState, MilestonePlanCommand | NoteErrandRefused, MilestonePlanEvent | ErrandRefused> = {
  initial: (stream) => ({
    kind: 'milestone-plan',
    body: stream.slice('milestone-plan/'.length),
    phase: 'empty',
    version: 0,
    inForce: [],
    reason: null,
    draft: null,
    draftReason: null,
    edition: 0,
    putForward: 0,
    since: '',
    turns: [],
    turnedDown: null,
    list: null,
    dealtWith: [],
    prompted: [],
    refusedErrands: [],
  }),

  reads: ({ body }, _command, charter) => {
    const served = secretariatOf(charter, body, '9999-12-31') ?? charter.collaboration.secretariat;
    return [...new Set([body, served, charter.collaboration.secretariat])];
  },

  decide: (state, command, around) => {
    switch (command.type) {
      case 'SetMilestone':
      case 'DropMilestone':
      case 'KeepList':
      case 'TakeList':
      case 'WithdrawDraft':
        return decideDraft(state, command, around);
      case 'ProposePlan':
      case 'AnswerPlan':
      case 'MoveMilestone':
        return decideAgree(state, command, around);
      case 'PromptPlan':
        return state.phase !== 'asked' || state.dealtWith.includes(command.occasion) ? [] : [{ ...command, type: 'PlanPrompted', v: 1 }];
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'MilestoneSet':
      case 'MilestoneDropped':
      case 'ListKept':
      case 'ListTaken':
      case 'DraftWithdrawn':
        return evolveDraft(state, event);
      case 'PlanProposed':
      case 'PlanAnswered':
      case 'PlanTurnedDown':
      case 'PlanInForce':
      case 'MilestoneMoved':
        return evolveAgree(state, event);
      case 'PlanPrompted': {
        const { prompt, occasion } = event;
        const prompted = [...state.prompted, { prompt, occasion, version: state.version + 1 }].slice(-mostPrompted);
        return { ...state, dealtWith: [...state.dealtWith, occasion].slice(-60), prompted };
      }
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state, charter) => ({
    kind: 'milestone-plan',
    body: state.body,
    dueAt: planDueAt(charter, state),
    waitingOn: [],
    open: state.phase === 'asked',
  }),
};
