import { bodyOf, newestTerms, secretariatOf } from '../charter/terms.ts';
import { leads } from '../people/leads.ts';
import { seatsHeld } from '../people/roles.ts';
import { takeBack, withoutAnswer } from '../people/take-back.ts';
import { turnFor, wholeFor } from '../people/two-secretaries.ts';
import { dateAt } from '../time/calendar.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Said } from '../vocabulary/request.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';
import type { Around, Subject } from '../vocabulary/subject.ts';
import type { Task, WorkPlanCommand, WorkPlanEvent, WorkPlanState } from '../vocabulary/work-plan.ts';
import { bodyYearIn } from '../vocabulary/year/streams.ts';

const mostTasks = 40;
const mostAtOnce = 20;

export const workPlan: Subject<WorkPlanState, WorkPlanCommand, WorkPlanEvent> = {
  commands: {
    SetTasks: true,
    DropTask: true,
    ProposeWorkPlan: true,
    AnswerWorkPlan: true,
    TakeBackAnswer: true,
    HearPlanCase: true,
    NoteErrandRefused: true,
  },

  initial: (stream) => {
    const { body, year } = bodyYearIn(stream, 'work-plan') ?? { body: '', year: 0 };
    return {
      kind: 'work-plan',
      body,
      year,
      phase: 'none',
      tasks: [],
      laid: null,
      edition: 0,
      round: 0,
      since: '',
      turns: [],
      turnedDown: [],
      refusedErrands: [],
    };
  },

  reads: ({ body }, _command, charter) => {
    const { secretariat } = charter.collaboration;
    return [...new Set([body, secretariatOf(charter, body, newestTerms) ?? secretariat, secretariat])];
  },

  decide: (state, command, around) => {
    const at = around.now.toString();
    switch (command.type) {
      case 'SetTasks':
        return mayDraft(state, around) ?? setting(state, command.tasks, around);
      case 'DropTask':
        return (
          mayDraft(state, around) ??
          (state.tasks.some(({ id }) => id === command.id) ? [{ type: 'TaskDropped', v: 1, id: command.id, at }] : [])
        );
      case 'ProposeWorkPlan': {
        const no = mayDraft(state, around);
        if (no) return no;
        if (state.tasks.length === 0) return { refused: 'missing', field: 'tasks' };
        const by = around.by.kind === 'person' ? around.one(around.by.person) : null;
        const proposed: WorkPlanEvent = { type: 'WorkPlanProposed', v: 1, laid: command.laid, by, at };
        const answered = answering({ ...state, laid: command.laid, since: at, turns: [] }, { yes: true, reason: null }, around);
        return 'refused' in answered ? [proposed] : [proposed, ...answered];
      }
      case 'AnswerWorkPlan':
        if (state.phase !== 'asked') return { refused: 'plan-has-moved' };
        if (command.edition !== state.edition) return { refused: 'changed-meanwhile' };
        if (!command.yes && command.reason === null) return { refused: 'missing', field: 'reason' };
        return answering(state, { yes: command.yes, reason: command.reason }, around);
      case 'TakeBackAnswer':
        return takeBack(state.phase === 'asked' ? state.turns : [], around, { refused: 'plan-has-moved' });
      case 'HearPlanCase': {
        const { about, outcome } = command;
        const already = outcome === 'sent-back' ? state.phase !== 'sent' : outcome === state.phase;
        return about !== planCase(state) || already ? [] : [{ type: 'PlanCaseHeard', v: 1, outcome, at }];
      }
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
    }
  },

  evolve: (state, event) => {
    const anew = state.phase === 'decided' || state.phase === 'rejected';
    const drafting = { ...state, phase: 'drafting', turns: [], round: state.round + (anew ? 1 : 0) } as const;
    switch (event.type) {
      case 'TaskSet': {
        const { task } = event;
        const known = state.tasks.some(({ id }) => id === task.id);
        const tasks = known ? state.tasks.map((each) => (each.id === task.id ? task : each)) : [...state.tasks, task];
        return { ...drafting, tasks, edition: state.edition + 1, since: event.at };
      }
      case 'TaskDropped':
        return { ...drafting, tasks: state.tasks.filter(({ id }) => id !== event.id), edition: state.edition + 1, since: event.at };
      case 'WorkPlanProposed':
        return {
          ...state,
          phase: 'asked',
          laid: event.laid,
          proposedBy: event.by ?? null,
          turns: [],
          turnedDown: [],
          edition: state.edition + 1,
          since: event.at,
        };
      case 'WorkPlanAnswered': {
        const { seat, person, judgement, at } = event;
        return { ...state, turns: [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }] };
      }
      case 'AnswerTakenBack':
        return { ...state, turns: withoutAnswer(state.turns, event) };
      case 'WorkPlanTurnedDown':
        return { ...drafting, turnedDown: event.turns, since: event.at };
      case 'WorkPlanConfirmed':
        return { ...state, phase: 'sent', turns: event.turns, since: event.at };
      case 'PlanCaseHeard':
        return event.outcome === 'sent-back' ? { ...drafting, since: event.at } : { ...state, phase: event.outcome, since: event.at };
      case 'WorkPlanPrompted':
        return state;
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state) => ({
    kind: 'work-plan',
    body: state.body,
    dueAt: null,
    waitingOn: [],
    open: state.phase !== 'none' && state.phase !== 'decided' && state.phase !== 'rejected',
  }),
};

/** The case it is laid before the body above as: the same one when it comes back and goes up again, a new one when it was dealt with. */
export function planCase({ body, year, round }: WorkPlanState): Stream {
  return streamOf('case', `work-plan-${body}-${year}${round === 0 ? '' : `-${round + 1}`}`);
}

/** While it is with the body above, a plan is not changed; dealt with, it may be taken up again and laid before it anew. */
function mayDraft({ body, phase }: WorkPlanState, around: Around): Refusal | null {
  if (bodyOf(around.charter, body)?.outside !== false) return { refused: 'not-in-model', what: 'body' };
  const today = dateAt(around.charter, around.now);
  const { by } = around;
  const seated = by.kind === 'person' && seatsHeld(around.charter, around.body(body), by.person, today, around.one).length > 0;
  if (!seated && !leads(around, body)) return { refused: 'only-seat-holders' };
  return phase === 'sent' ? { refused: 'plan-has-moved' } : null;
}

/** Each task is in words or stands elsewhere, never both; one that stands there already is not there twice. */
function setting(state: WorkPlanState, tasks: readonly Task[], around: Around): readonly WorkPlanEvent[] | Refusal {
  const at = around.now.toString();
  const other = (task: Task) => state.tasks.filter(({ id }) => id !== task.id);
  const news = tasks.filter((task) => {
    const known = state.tasks.find(({ id }) => id === task.id);
    const said = (each: Task) => JSON.stringify([each.title?.mac, each.from]);
    const twice = task.from !== null && other(task).some(({ from }) => JSON.stringify(from) === JSON.stringify(task.from));
    return !twice && (!known || said(known) !== said(task));
  });
  if (tasks.some(({ title, from }) => (title === null) === (from === null))) return { refused: 'missing', field: 'title' };
  if (tasks.some(({ from }) => from !== null && 'part' in from && !isTask(around, from.part))) return { refused: 'not-there' };
  if (new Set([...state.tasks, ...news].map(({ id }) => id)).size > mostTasks || news.length > mostAtOnce) return { refused: 'too-much' };
  return news.map((task) => ({ type: 'TaskSet', v: 1, task, at }));
}

function answering(state: WorkPlanState, judgement: Said, around: Around): readonly WorkPlanEvent[] | Refusal {
  const { laid } = state;
  if (around.by.kind !== 'person' || laid === null) return { refused: 'only-chairs', clause: null };
  const person = around.one(around.by.person);
  const seat = turnFor(state, person, around);
  if (typeof seat !== 'string') return seat;
  const before = state.turns.find((turn) => turn.seat === seat);
  if (before?.judgement.yes === judgement.yes && before.judgement.reason?.mac === judgement.reason?.mac) return [];
  const at = around.now.toString();
  const answered: WorkPlanEvent = { type: 'WorkPlanAnswered', v: 1, seat, person, judgement, at };
  const turns = [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }];
  if (!wholeFor({ ...state, turns }, around)) return [answered];
  const agreed = turns.every((turn) => turn.judgement.yes);
  return [answered, agreed ? { type: 'WorkPlanConfirmed', v: 1, laid, turns, at } : { type: 'WorkPlanTurnedDown', v: 1, turns, at }];
}

function isTask({ charter }: Around, part: string): boolean {
  return charter.agreement.some(({ id, kind }) => id === part && kind === 'task');
}
