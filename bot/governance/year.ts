import type { BodyId } from './charter.ts';
import type { Turn } from './keys.ts';
import type { ErrandRefused, IsoInstant, NoteErrandRefused, PersonKey, Stream, Subject } from './model.ts';
import { adjust, confirm, propose, setElsewhere } from './year-decide.ts';
import { type YearPrompt, yearDueAt } from './year-silence.ts';

/** A date of a body's year. It keeps its id, and its place in people's calendars, however often it is moved. */
export interface YearMeeting {
  readonly id: string;
  /** One across bodies that this body calls. */
  readonly gathering: string | null;
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  /** Bumped whenever it is moved or taken out: a calendar's SEQUENCE. */
  readonly revision: number;
  readonly cancelled: boolean;
}
export type GivenDate = Pick<YearMeeting, 'id' | 'gathering' | 'date' | 'time' | 'minutes'>;

/** `elsewhere`: the dates are set by others, and the bot plans around them. */
export type YearPhase = 'empty' | 'proposed' | 'confirmed' | 'elsewhere';
export interface YearState {
  readonly kind: 'year';
  readonly body: BodyId;
  readonly year: number;
  readonly phase: YearPhase;
  /** Bumped by everything that changes dates, so that a chair confirms what they saw. */
  readonly edition: number;
  /** Since when the chairs have been asked to confirm these dates. */
  readonly askedAt: IsoInstant;
  /** In order of date. */
  readonly meetings: readonly YearMeeting[];
  readonly turns: readonly Turn<'confirmed'>[];
  /** Whose confirmation was waited for when the plan last changed. */
  readonly waitingOn: readonly PersonKey[];
  /** Reminders said; they are drawn again when what they ask for has been done. */
  readonly prompted: readonly { readonly prompt: YearPrompt; readonly occasion: string }[];
  readonly refusedErrands: readonly ErrandRefused[];
}

export type YearCommand =
  /** By a secretary. A plan not yet confirmed is replaced; keys turned for it fall. */
  | { readonly type: 'ProposeYear'; readonly meetings: readonly GivenDate[] }
  /** By a secretary, until it is confirmed. `to` null takes the meeting out; an id not in the plan adds one. */
  | {
      readonly type: 'AdjustMeeting';
      readonly meeting: string;
      readonly to: Pick<YearMeeting, 'date' | 'time' | 'minutes'> | null;
    }
  /** By each chair who holds a key; `seen` is the edition their card showed. Where the terms give no keys, by a secretary. */
  | { readonly type: 'ConfirmYear'; readonly seen: number }
  /** By the operator or a secretary, for dates that others set. The newest list counts. */
  | { readonly type: 'SetElsewhere'; readonly meetings: readonly GivenDate[] }
  /** By an errand: one of its meetings was moved or cancelled. */
  | { readonly type: 'ShowYear' }
  /** By the clock, while the chairs are silent. */
  | { readonly type: 'PromptYear'; readonly prompt: YearPrompt; readonly occasion: string };
export type YearEvent =
  | {
      readonly type: 'YearProposed';
      readonly v: 1;
      readonly meetings: readonly YearMeeting[];
      readonly asked: readonly PersonKey[];
      readonly at: IsoInstant;
    }
  | {
      readonly type: 'YearAdjusted';
      readonly v: 1;
      readonly meeting: YearMeeting;
      readonly asked: readonly PersonKey[];
      readonly at: IsoInstant;
    }
  | ({ readonly type: 'YearKeyTurned'; readonly v: 1; readonly edition: number; readonly asked: readonly PersonKey[] } & Turn<'confirmed'>)
  /** Errand for each date still to come: the meeting is planned. */
  | { readonly type: 'YearConfirmed'; readonly v: 1; readonly meetings: readonly MeetingToPlan[] }
  | { readonly type: 'YearSetElsewhere'; readonly v: 1; readonly meetings: readonly YearMeeting[] }
  /** Its card is drawn again. */
  | { readonly type: 'YearShown'; readonly v: 1 }
  | { readonly type: 'YearPrompted'; readonly v: 1; readonly prompt: YearPrompt; readonly occasion: string };
export interface MeetingToPlan {
  readonly id: string;
  readonly start: IsoInstant;
  readonly end: IsoInstant;
  /** Bodies that take part as a whole, besides the one that calls it. */
  readonly joint: readonly BodyId[];
}

/** So many reminders are drawn again when what they ask for has been done. */
const mostPrompted = 8;

export const year: Subject<YearState, YearCommand | NoteErrandRefused, YearEvent | ErrandRefused> = {
  initial: (stream) => emptyYear(stream),

  reads: (state) => [state.body],

  decide: (state, command, around) => {
    switch (command.type) {
      case 'ProposeYear':
        return propose(state, command.meetings, around);
      case 'AdjustMeeting':
        return adjust(state, command, around);
      case 'ConfirmYear':
        return confirm(state, command.seen, around);
      case 'SetElsewhere':
        return setElsewhere(state, command.meetings, around);
      case 'ShowYear':
        return state.phase === 'empty' || state.phase === 'elsewhere' ? [] : [{ type: 'YearShown', v: 1 }];
      case 'PromptYear': {
        const said = state.prompted.some(({ occasion }) => occasion === command.occasion);
        return said || state.phase !== 'proposed' ? [] : [{ ...command, type: 'YearPrompted', v: 1 }];
      }
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'YearProposed':
        return reasked(state, inOrder(event.meetings), event);
      case 'YearAdjusted': {
        const others = state.meetings.filter((each) => each.id !== event.meeting.id);
        return reasked(state, inOrder([...others, event.meeting]), event);
      }
      case 'YearKeyTurned': {
        const { seat, person, judgement, at, asked } = event;
        return { ...state, turns: [...state.turns, { seat, person, judgement, at }], waitingOn: asked };
      }
      case 'YearConfirmed':
        return { ...state, phase: 'confirmed', waitingOn: [] };
      case 'YearSetElsewhere':
        return { ...state, phase: 'elsewhere', edition: state.edition + 1, meetings: inOrder(event.meetings) };
      case 'YearShown':
        return state;
      case 'YearPrompted':
        return { ...state, prompted: [...state.prompted, { prompt: event.prompt, occasion: event.occasion }].slice(-mostPrompted) };
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state, charter) => ({
    kind: 'year',
    body: state.body,
    dueAt: yearDueAt(charter, state),
    waitingOn: state.waitingOn,
    open: state.phase === 'proposed',
  }),
};

export function yearStream(body: BodyId, of: number): Stream {
  return `year/${body}.${of}`;
}

/** The stream of a meeting that a confirmed year planned. */
export function meetingStream(plan: Pick<YearState, 'body' | 'year'>, id: string): Stream {
  return `meeting/${plan.body}.${plan.year}-${id}`;
}

/** The year that planned a meeting; null: none did. */
export function yearOf({ meeting, body }: { readonly meeting: string; readonly body: BodyId }): Stream | null {
  const [, of, planned] = /^(.+)\.(\d{4})-[a-z0-9-]+$/.exec(meeting) ?? [];
  return of === body ? yearStream(body, Number(planned)) : null;
}

function emptyYear(stream: Stream): YearState {
  const name = stream.slice('year/'.length);
  const at = name.lastIndexOf('.');
  return {
    kind: 'year',
    body: name.slice(0, at),
    year: Number(name.slice(at + 1)),
    phase: 'empty',
    edition: 0,
    askedAt: '',
    meetings: [],
    turns: [],
    waitingOn: [],
    prompted: [],
    refusedErrands: [],
  };
}

/** New dates: whoever had confirmed the old ones is asked again. */
function reasked(
  state: YearState,
  meetings: readonly YearMeeting[],
  asking: { readonly asked: readonly PersonKey[]; readonly at: IsoInstant },
): YearState {
  return { ...state, phase: 'proposed', edition: state.edition + 1, askedAt: asking.at, meetings, turns: [], waitingOn: asking.asked };
}

function inOrder(meetings: readonly YearMeeting[]): readonly YearMeeting[] {
  const key = ({ date, time, id }: YearMeeting) => `${date} ${time} ${id}`;
  return [...meetings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
