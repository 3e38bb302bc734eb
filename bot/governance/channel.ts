import type { BodyId } from './charter.ts';
import type { ChannelKey } from './model.ts';

/** A Teams channel the bot is installed in, and the one body that meets there. */
export interface ChannelState {
  readonly kind: 'channel';
  readonly channel: ChannelKey;
  readonly installed: boolean;
  readonly body: BodyId | null;
}
/** The press on the welcome card. Administrators, and secretaries of that body, only. */
export type ChannelCommand =
  | { readonly type: 'NoteInstalled' }
  | { readonly type: 'NoteRemoved'; readonly why: 'uninstalled' | 'channel-deleted' | 'team-deleted' | 'team-archived' }
  | { readonly type: 'BindBody'; readonly body: BodyId }
  | { readonly type: 'ReleaseBody'; readonly body: BodyId };
export type ChannelEvent =
  | { readonly type: 'BotInstalled'; readonly v: 1 }
  | { readonly type: 'BotRemoved'; readonly v: 1; readonly why: 'uninstalled' | 'channel-deleted' | 'team-deleted' | 'team-archived' }
  /** Errand: the body meets here from now on. */
  | { readonly type: 'BodyBound'; readonly v: 1; readonly body: BodyId }
  /** Errand, when the channel went away: the body meets nowhere. */
  | { readonly type: 'BodyReleased'; readonly v: 1; readonly body: BodyId };
