import type { BodyId } from '../charter/charter.ts';
import { bodyOf } from '../charter/terms.ts';
import { mayRun } from '../people/roles.ts';
import type { ChannelCommand, ChannelEvent, ChannelState } from '../vocabulary/channel.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';

export const channel: Subject<ChannelState, ChannelCommand, ChannelEvent> = {
  commands: { NoteInstalled: true, NoteRemoved: true, BindBody: true, ReleaseBody: true, NoteErrandRefused: true },

  initial: (stream) => ({ kind: 'channel', channel: idIn(stream, 'channel'), installed: false, body: null, refusedErrands: [] }),

  reads: (_state, command) => (command.type === 'BindBody' ? [command.body] : []),

  decide: (state, command, around) => {
    switch (command.type) {
      case 'NoteInstalled':
        return state.installed ? [] : [{ type: 'BotInstalled', v: 1 }];
      case 'NoteRemoved':
        if (!state.installed) return [];
        return [{ type: 'BotRemoved', v: 1, why: command.why }, ...(state.body ? [released(state.body)] : [])];
      case 'BindBody': {
        const body = bodyOf(around.charter, command.body);
        if (!body || body.outside) return { refused: 'not-in-model', what: 'body' };
        if (!mayRun(around, command.body)) return { refused: 'only-secretaries' };
        if (state.body === command.body) return [];
        if (state.body && !(around.by.kind === 'person' && around.by.administrator)) return { refused: 'already-bound', body: state.body };
        return [...(state.body ? [released(state.body)] : []), { type: 'BodyBound', v: 1, body: command.body }];
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
        return { ...state, installed: false };
      case 'BodyBound':
        return { ...state, body: event.body };
      case 'BodyReleased':
        return { ...state, body: null };
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state) => ({ kind: 'channel', body: state.body, dueAt: null, waitingOn: [], open: state.installed }),
};

function released(body: BodyId): ChannelEvent {
  return { type: 'BodyReleased', v: 1, body };
}
