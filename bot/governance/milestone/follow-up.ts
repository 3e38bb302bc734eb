import { newestTerms, secretariatOf } from '../charter/terms.ts';
import { isOfBody } from '../people/roles.ts';
import { dateAt } from '../time/calendar.ts';
import type { FollowUpCommand, FollowUpEvent, FollowUpState } from '../vocabulary/milestone/follow-up.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';
import { checkInDueAt, decideCheckIn, evolveCheckIn } from './check-in.ts';
import { decideRowAnswer, evolveRowAnswer, isUnseated } from './follow-up-answer.ts';
import { mostRows, withRows } from './follow-up-rows.ts';
import { hasNoAnswer } from './standing.ts';

export const followUp: Subject<FollowUpState, FollowUpCommand, FollowUpEvent> = {
  commands: { SetMilestones: true, AnswerMilestone: true, CheckIn: true, SaySilence: true, NoteErrandRefused: true },

  initial: (stream) => ({
    kind: 'follow-up',
    body: idIn(stream, 'follow-up'),
    rows: [],
    versions: {},
    checkIns: [],
    lookedAt: null,
    noted: [],
    refusedErrands: [],
  }),

  reads: ({ body }, _command, charter) => {
    const served = secretariatOf(charter, body, newestTerms) ?? charter.collaboration.secretariat;
    return [...new Set([body, served, charter.collaboration.secretariat])];
  },

  decide: (state, command, around) => {
    switch (command.type) {
      case 'SetMilestones': {
        const { plan, version } = command;
        if (version <= (state.versions[plan] ?? 0)) return [];
        const today = dateAt(around.charter, around.now);
        const others = state.rows.filter((row) => row.plan !== plan && !row.withdrawn).length;
        if (others + command.rows.length > mostRows) return { refused: 'too-much' };
        const body = around.body(state.body);
        const anybodys = plan === state.body || isUnseated(around.charter, body, today);
        const ours = (owner: PersonKey) => anybodys || isOfBody(around.charter, body, owner, today, around.one);
        const rows = command.rows.map((row) => ({ ...row, owner: row.owner !== null && ours(row.owner) ? row.owner : null }));
        return [{ type: 'MilestonesSet', v: 1, plan, version, rows, on: today }];
      }
      case 'AnswerMilestone':
        return decideRowAnswer(state, command, around);
      case 'CheckIn':
      case 'SaySilence':
        return decideCheckIn(state, command, around);
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'MilestonesSet':
        return withRows(state, event);
      case 'MilestoneAnswered':
        return evolveRowAnswer(state, event);
      case 'CheckedIn':
      case 'SilenceSaid':
        return evolveCheckIn(state, event);
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state, charter) => ({
    kind: 'follow-up',
    body: state.body,
    dueAt: checkInDueAt(charter, state),
    waitingOn: [...new Set(state.rows.flatMap((row) => (row.owner !== null && hasNoAnswer(row) ? [row.owner] : [])))],
    open: state.rows.some((row) => !row.withdrawn && row.answer?.status !== 'done'),
  }),
};
