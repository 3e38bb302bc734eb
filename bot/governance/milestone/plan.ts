import { newestTerms, secretariatOf } from '../charter/terms.ts';
import { takeBack, withoutAnswer } from '../people/take-back.ts';
import type { MilestonePlanCommand, MilestonePlanEvent, MilestonePlanState } from '../vocabulary/milestone/plan.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';
import { decideAgree, evolveAgree } from './agree.ts';
import { decideDraft, evolveDraft } from './draft.ts';

/** So many cards in its thread are drawn again when what they ask for has been done. */

export const milestonePlan: Subject<MilestonePlanState, MilestonePlanCommand, MilestonePlanEvent> = {
  commands: {
    SetMilestone: true,
    DropMilestone: true,
    KeepList: true,
    TakeList: true,
    WithdrawDraft: true,
    ProposePlan: true,
    AnswerPlan: true,
    TakeBackAnswer: true,
    MoveMilestone: true,
    NoteErrandRefused: true,
  },

  initial: (stream) => ({
    kind: 'milestone-plan',
    body: idIn(stream, 'milestone-plan'),
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
    refusedErrands: [],
  }),

  reads: ({ body }, _command, charter) => {
    const served = secretariatOf(charter, body, newestTerms) ?? charter.collaboration.secretariat;
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
      case 'TakeBackAnswer':
        return takeBack(state.phase === 'asked' ? state.turns : [], around, { refused: 'plan-has-changed' });
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
      case 'AnswerTakenBack':
        return { ...state, turns: withoutAnswer(state.turns, event) };
      case 'PlanPrompted':
        return state;
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state) => ({
    kind: 'milestone-plan',
    body: state.body,
    dueAt: null,
    waitingOn: [],
    open: state.phase === 'asked',
  }),
};
