import type { BodyId } from './charter.ts';
import type { ChannelKey, ErrandRefused, NoteErrandRefused, Subject } from './model.ts';
import { mayRun } from './roles.ts';
import { bodyOf } from './terms.ts';

type Gone = 'uninstalled' | 'channel-deleted' | 'team-deleted' | 'team-archived';

/** A Teams channel the bot is installed in, and the one body that meets there. */
export interface ChannelState {
  readonly kind: 'channel';
  readonly channel: ChannelKey;
  readonly installed: boolean;
  readonly body: BodyId | null;
  /** Errands others refused, for the secretary's card. */
  readonly refusedErrands: readonly ErrandRefused[];
}
export type ChannelCommand =
  | { readonly type: 'NoteInstalled' }
  | { readonly type: 'NoteRemoved'; readonly why: Gone }
  /** The press on the welcome card. Administrators, and secretaries of that body; a channel taken by another body is for administrators. */
  | { readonly type: 'BindBody'; readonly body: BodyId }
  /** By errand: the body meets elsewhere. */
  | { readonly type: 'ReleaseBody'; readonly body: BodyId };
export type ChannelEvent =
  | { readonly type: 'BotInstalled'; readonly v: 1 }
  | { readonly type: 'BotRemoved'; readonly v: 1; readonly why: Gone }
  /** Errand: the body meets here from now on. */
  | { readonly type: 'BodyBound'; readonly v: 1; readonly body: BodyId }
  /** Errand: the body does not meet here any more. */
  | { readonly type: 'BodyReleased'; readonly v: 1; readonly body: BodyId };

export const channel: Subject<ChannelState, ChannelCommand | NoteErrandRefused, ChannelEvent | ErrandRefused> = {
  initial: (stream) => ({ kind: 'channel', channel: stream.slice('channel/'.length), installed: false, body: null, refusedErrands: [] }),

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
