import type { BodyId } from '../charter/charter.ts';
import { bodyOf } from '../charter/terms.ts';
import { mayRun } from '../people/roles.ts';
import type { ChannelCommand, ChannelEvent, ChannelState, WhyAway } from '../vocabulary/channel.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Around, Subject } from '../vocabulary/subject.ts';
import { nextAwayAt } from './away.ts';

export const channel: Subject<ChannelState, ChannelCommand, ChannelEvent> = {
  commands: {
    NoteInstalled: true,
    NoteRemoved: true,
    SayAway: true,
    GiveUpChannel: true,
    BindBody: true,
    ReleaseBody: true,
    NoteErrandRefused: true,
  },

  initial: (stream) => ({
    kind: 'channel',
    channel: idIn(stream, 'channel'),
    installed: false,
    body: null,
    boundBy: null,
    met: null,
    away: null,
    refusedErrands: [],
  }),

  reads: (state, command) => {
    if (command.type === 'BindBody') return [command.body];
    return command.type === 'NoteInstalled' && state.met !== null ? [state.met] : [];
  },

  decide: (state, command, around) => {
    switch (command.type) {
      case 'NoteInstalled':
        if (state.installed || (command.of === 'team' && byItself(state.away?.why))) return [];
        return [{ type: 'BotInstalled', v: 1 }, ...comesBack(state, around)];
      case 'NoteRemoved': {
        const { why } = command;
        const worse = why === 'deleted-for-good' && state.away !== null && state.away.why !== why;
        if (!state.installed && !worse) return [];
        const removed = { type: 'BotRemoved', v: 2, why, at: around.now.toString() } as const;
        if (state.body === null) return [removed];
        return [removed, ...(why === 'deleted-for-good' ? [released(state.body)] : []), ...(atOnce.includes(why) ? [said] : [])];
      }
      case 'SayAway':
        return state.installed || state.away === null || state.away.said ? [] : [said];
      case 'GiveUpChannel':
        return state.installed || state.body === null ? [] : [released(state.body), said];
      case 'BindBody': {
        const body = bodyOf(around.charter, command.body);
        if (!body || body.outside) return { refused: 'not-in-model', what: 'body' };
        if (!mayRun(around, command.body)) return { refused: 'only-secretaries' };
        if (state.body === command.body) return [];
        if (state.body && !(around.by.kind === 'person' && around.by.administrator)) return { refused: 'already-bound', body: state.body };
        const by = around.by.kind === 'person' ? around.by.person : null;
        return [...(state.body ? [released(state.body)] : []), { type: 'BodyBound', v: 2, body: command.body, by }];
      }
      case 'ReleaseBody':
        return state.body === command.body ? [released(command.body)] : [];
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'BotInstalled':
        return { ...state, installed: true };
      case 'BotRemoved':
        return { ...state, installed: false, away: { why: event.why, since: event.at, said: false } };
      case 'AwaySaid':
        return { ...state, away: state.away && { ...state.away, said: true } };
      case 'BodyBound':
        return { ...state, body: event.body, boundBy: event.by, met: null };
      case 'BodyReleased':
        return { ...state, body: null, boundBy: null, met: state.installed ? null : event.body };
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  steps: {
    BotRemoved: [(event) => ({ ...event, v: 2, at: null })],
    BodyBound: [(event) => ({ ...event, v: 2, by: null })],
  },

  index: (state) => ({ kind: 'channel', body: state.body, dueAt: nextAwayAt(state), waitingOn: [], open: state.installed }),
};

const said: ChannelEvent = { type: 'AwaySaid', v: 1 };
/** No slip: somebody must do something else. */
const atOnce: readonly WhyAway[] = ['deleted-for-good', 'may-not-write'];

/** A channel that was itself deleted does not come back because its team does. */
function byItself(why: WhyAway | undefined): boolean {
  return why === 'channel-deleted' || why === 'deleted-for-good';
}

/** The body that met here when the channel was lost, unless it meets elsewhere by now. */
function comesBack(state: ChannelState, around: Around): readonly ChannelEvent[] {
  if (state.met === null || around.body(state.met).channel !== null || !bodyOf(around.charter, state.met)) return [];
  return [{ type: 'BodyBound', v: 2, body: state.met, by: null }];
}

function released(body: BodyId): ChannelEvent {
  return { type: 'BodyReleased', v: 1, body };
}
