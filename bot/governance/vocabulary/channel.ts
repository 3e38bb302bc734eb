import type { BodyId } from '../charter/charter.ts';
import type { ErrandRefused, NoteErrandRefused } from './refused-errand.ts';
import type { ChannelKey } from './stream.ts';

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
  | { readonly type: 'ReleaseBody'; readonly body: BodyId }
  | NoteErrandRefused;
export type ChannelEvent =
  | { readonly type: 'BotInstalled'; readonly v: 1 }
  | { readonly type: 'BotRemoved'; readonly v: 1; readonly why: Gone }
  /** Errand: the body meets here from now on. */
  | { readonly type: 'BodyBound'; readonly v: 1; readonly body: BodyId }
  /** Errand: the body does not meet here any more. */
  | { readonly type: 'BodyReleased'; readonly v: 1; readonly body: BodyId }
  | ErrandRefused;
