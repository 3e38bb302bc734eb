import { dateAt } from './calendar.ts';
import type { BodyId, IsoDate } from './charter.ts';
import { type CheckInCommand, type CheckInEvent, checkInDueAt, decideCheckIn, evolveCheckIn } from './check-in.ts';
import { type AnswerMilestone, decideAnswer, evolveAnswer, isUnseated, type MilestoneAnswered } from './follow-up-answer.ts';
import { mostRows, withRows } from './follow-up-rows.ts';
import type { ErrandRefused, IsoInstant, NoteErrandRefused, PersonKey, Stream, Subject, TextRef } from './model.ts';
import type { Told } from './request.ts';
import { isOfBody } from './roles.ts';
import { hasNoAnswer } from './standing.ts';
import { secretariatOf } from './terms.ts';

export type Status = 'follows' | 'at-risk' | 'late' | 'done';
/** What somebody said of a milestone. The words stand in `textsIn`. */
export interface Answer {
  readonly status: Status;
  /** When it is expected; of one that is done, the day it was. */
  readonly expected: IsoDate | null;
  readonly why: TextRef | null;
  /** What is needed, and from whom. */
  readonly needs: TextRef | null;
  readonly textsIn: Stream;
  readonly person: PersonKey;
  /** A secretary who was told; null: they answered themselves. */
  readonly recordedBy: PersonKey | null;
  readonly on: IsoDate;
  readonly at: IsoInstant;
}
/** Why a milestone goes to the chairs of the body whose plan it is. */
export type Attention = 'late' | 'dependant' | 'silent';

/** A milestone as the plan tells it to the body that answers for it. */
export interface RowTold {
  readonly milestone: string;
  readonly deliverable: Told;
  readonly initiative: string | null;
  readonly owner: PersonKey | null;
  readonly from: IsoDate | null;
  readonly due: IsoDate;
  /** The earliest day on which something that depends on it is due. */
  readonly neededBy: IsoDate | null;
}
export interface Row extends RowTold {
  readonly plan: BodyId;
  /** `<plan>.<milestone>` */
  readonly key: string;
  /** Since when it is asked about in this way: the day it came, or its dates changed. */
  readonly since: IsoDate;
  readonly withdrawn: boolean;
  readonly answer: Answer | null;
  /** How often the answer has been corrected since it was asked for. */
  readonly corrections: number;
  /** The last check-in that asked. */
  readonly askedOn: IsoDate | null;
  /** Quarterly check-ins since the last answer. */
  readonly silentQuarters: number;
  readonly attention: Attention | null;
}
/** One card: what was asked about on a day. */
export interface CheckIn {
  readonly on: IsoDate;
  readonly rows: readonly string[];
  readonly quarterly: boolean;
  readonly answerBy: IsoDate;
}

/** What one body has to answer for, from its own plan and others', and what it has answered. */
export interface FollowUpState {
  readonly kind: 'follow-up';
  readonly body: BodyId;
  readonly rows: readonly Row[];
  /** The version of each plan that it knows. */
  readonly versions: Readonly<Record<BodyId, number>>;
  /** The last few, newest last. */
  readonly checkIns: readonly CheckIn[];
  /** The day of the last check-in. */
  readonly lookedAt: IsoDate | null;
  /** Notes to chairs that may still change, newest last: of which plan, and from which day. */
  readonly noted: readonly { readonly plan: BodyId; readonly on: IsoDate; readonly rows: readonly string[] }[];
  readonly refusedErrands: readonly ErrandRefused[];
}

export type FollowUpCommand =
  /** By errand from a plan in force: all of its milestones that this body answers for. What is no longer among them is withdrawn. */
  | { readonly type: 'SetMilestones'; readonly plan: BodyId; readonly version: number; readonly rows: readonly RowTold[] }
  | AnswerMilestone
  | CheckInCommand;
export type FollowUpEvent =
  | {
      readonly type: 'MilestonesSet';
      readonly v: 1;
      readonly plan: BodyId;
      readonly version: number;
      readonly rows: readonly RowTold[];
      readonly on: IsoDate;
    }
  | MilestoneAnswered
  | CheckInEvent;

export const followUp: Subject<FollowUpState, FollowUpCommand | NoteErrandRefused, FollowUpEvent | ErrandRefused> = {
  initial: (stream) => ({
    kind: 'follow-up',
    body: stream.slice('follow-up/'.length),
    rows: [],
    versions: {},
    checkIns: [],
    lookedAt: null,
    noted: [],
    refusedErrands: [],
  }),

  reads: ({ body }, _command, charter) => {
    const served = secretariatOf(charter, body, '9999-12-31') ?? charter.collaboration.secretariat;
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
        return decideAnswer(state, command, around);
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
        return evolveAnswer(state, event);
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
