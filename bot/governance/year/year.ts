import type { WrittenEvent } from '../vocabulary/anchor.ts';
import type { IsoInstant, PersonKey, Stream } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';
import { bodyYearIn } from '../vocabulary/year/streams.ts';
import type { YearCommand, YearEvent, YearMeeting, YearState } from '../vocabulary/year/year.ts';
import { adjust, confirm, propose, setElsewhere } from './decide.ts';

export const year: Subject<YearState, YearCommand, YearEvent> = {
  commands: {
    ProposeYear: true,
    AdjustMeeting: true,
    ConfirmYear: true,
    SetElsewhere: true,
    ShowYear: true,
    NoteErrandRefused: true,
  },

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
        return state;
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  /** Who takes part besides, and whether one has to be anywhere, was not written down at first. */
  steps: {
    YearProposed: [withCompany],
    YearSetElsewhere: [withCompany],
    YearAdjusted: [
      (event) => ({ ...event, v: 2, meeting: { joint: [], online: false, ...('meeting' in event ? Object(event.meeting) : {}) } }),
    ],
  },

  index: (state) => ({
    kind: 'year',
    body: state.body,
    dueAt: null,
    waitingOn: state.waitingOn,
    open: state.phase === 'proposed',
  }),
};

function withCompany(event: WrittenEvent) {
  const meetings: readonly unknown[] = 'meetings' in event && Array.isArray(event.meetings) ? event.meetings : [];
  return { ...event, v: 2, meetings: meetings.map((each) => ({ joint: [], online: false, ...Object(each) })) };
}

function emptyYear(stream: Stream): YearState {
  const { body, year: of } = bodyYearIn(stream, 'year') ?? { body: '', year: 0 };
  return {
    kind: 'year',
    body,
    year: of,
    phase: 'empty',
    edition: 0,
    askedAt: '',
    meetings: [],
    turns: [],
    waitingOn: [],
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
