import type { BodyId, IsoDate } from '../charter/charter.ts';
import { turnFor, wholeFor } from '../people/two-secretaries.ts';
import { isDate } from '../time/written.ts';
import type { AgreeCommand, AgreeEvent, Milestone, MilestonePlanState } from '../vocabulary/milestone/plan.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Said, Told } from '../vocabulary/request.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { mayWritePlan } from './draft.ts';

/** Each body gets an errand, and an append holds so many. */
const mostBodies = 25;

export function decideAgree(state: MilestonePlanState, command: AgreeCommand, around: Around): readonly AgreeEvent[] | Refusal {
  const at = around.now.toString();
  switch (command.type) {
    case 'ProposePlan': {
      if (!mayWritePlan(state.body, around)) return { refused: 'only-seat-holders' };
      if (state.phase === 'asked') return [];
      if (state.draft === null || state.draft.length === 0) return { refused: 'nothing-drafted' };
      if (state.version > 0 && command.reason === null) return { refused: 'missing', field: 'reason' };
      if (answeringBodies(state.body, [...state.inForce, ...state.draft]).length > mostBodies) return { refused: 'too-much' };
      const by = around.by.kind === 'person' ? around.by.person : null;
      const proposed: AgreeEvent = { type: 'PlanProposed', v: 1, reason: command.reason, by, at };
      const asked = evolveAgree(state, proposed);
      const answered = answering(asked, { yes: true, reason: null }, around);
      return [proposed, ...('refused' in answered ? [] : answered)];
    }
    case 'AnswerPlan':
      if (state.phase !== 'asked') return { refused: 'plan-not-asked' };
      if (command.edition !== state.edition) return { refused: 'plan-has-changed' };
      if (!command.yes && command.reason === null) return { refused: 'missing', field: 'reason' };
      return answering(state, { yes: command.yes, reason: command.reason }, around);
    case 'MoveMilestone': {
      const { milestone, due, reason } = command;
      if (around.by.kind !== 'errand') return { refused: 'only-chairs', clause: null };
      const was = state.inForce.find(({ id }) => id === milestone);
      if (!was) return { refused: 'no-such-milestone' };
      if (!isDate(due)) return { refused: 'not-a-date', field: 'due' };
      if (was.due === due && was.dueFrom.via === 'case' && was.dueFrom.case === command.case) return [];
      const milestones = moved(state.inForce, milestone, due, command.case);
      return [{ type: 'MilestoneMoved', v: 1, version: state.version + 1, milestones, milestone, due, case: command.case, reason, at }];
    }
  }
}

export function evolveAgree(state: MilestonePlanState, event: AgreeEvent): MilestonePlanState {
  switch (event.type) {
    case 'PlanProposed':
      return {
        ...state,
        phase: 'asked',
        draftReason: event.reason,
        putForward: state.version + 1,
        proposedBy: event.by,
        since: event.at,
        turns: [],
        turnedDown: null,
      };
    case 'PlanAnswered': {
      const { seat, person, judgement, at } = event;
      return { ...state, turns: [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }] };
    }
    case 'PlanTurnedDown':
      return { ...state, phase: 'drafting', edition: state.edition + 1, turns: [], turnedDown: event.turns, since: event.at };
    case 'PlanInForce':
      return {
        ...state,
        phase: 'in-force',
        version: event.version,
        inForce: event.milestones,
        reason: event.reason,
        draft: null,
        draftReason: null,
        edition: state.edition + 1,
        since: event.at,
        turns: [],
        turnedDown: null,
      };
    case 'MilestoneMoved': {
      const { version, milestones, milestone, due, reason, at } = event;
      const draft = state.draft && moved(state.draft, milestone, due, event.case);
      const putForward = state.phase === 'asked' ? version + 1 : state.putForward;
      return { ...state, version, inForce: milestones, reason, draft, edition: state.edition + 1, putForward, since: at, turns: [] };
    }
  }
}

/** The bodies that answer for something in a plan. */
export function answeringBodies(plan: BodyId, milestones: readonly Milestone[]): readonly BodyId[] {
  return [...new Set(milestones.flatMap(({ carriedBy }) => (carriedBy.length === 0 ? [plan] : carriedBy)))];
}

function moved(plan: readonly Milestone[], id: string, due: IsoDate, by: Stream): readonly Milestone[] {
  return plan.map((each) => {
    if (each.id !== id) return each;
    const from = each.from !== null && each.from > due ? due : each.from;
    return { ...each, from, due, dueFrom: { via: 'case', case: by } };
  });
}

function answering(state: MilestonePlanState, judgement: Said, around: Around): readonly AgreeEvent[] | Refusal {
  if (around.by.kind !== 'person') return { refused: 'only-chairs', clause: null };
  const person = around.one(around.by.person);
  const { body, since } = state;
  const seat = turnFor({ body, since, turns: state.turns }, person, around);
  if (typeof seat !== 'string') return seat;
  const before = state.turns.find((turn) => turn.seat === seat);
  if (before?.judgement.yes === judgement.yes && before.judgement.reason?.mac === judgement.reason?.mac) return [];
  const at = around.now.toString();
  const turns = [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }];
  const answered: AgreeEvent = { type: 'PlanAnswered', v: 1, seat, person, judgement, at };
  if (!wholeFor({ body, since, turns }, around)) return [answered];
  if (!turns.every((turn) => turn.judgement.yes)) return [answered, { type: 'PlanTurnedDown', v: 1, turns, at }];
  const reason: Told | null = state.draftReason && { text: state.draftReason, in: streamOf('milestone-plan', body) };
  return [answered, { type: 'PlanInForce', v: 1, version: state.version + 1, milestones: state.draft ?? [], reason, at }];
}
