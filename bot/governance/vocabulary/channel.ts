import type { BodyId } from '../charter/charter.ts';
import type { ErrandRefused, NoteErrandRefused } from './refused-errand.ts';
import type { ChannelKey, IsoInstant, PersonKey } from './stream.ts';

/** Why the bot cannot write in a channel. Only what is deleted for good never comes back. */
export type WhyAway =
  | 'uninstalled'
  | 'channel-deleted'
  | 'team-deleted'
  | 'team-archived'
  | 'deleted-for-good'
  /** The bot is there, and Teams does not let it write: agents cannot in private channels. */
  | 'may-not-write';
/** Since when the bot cannot write, or could not the last time. `said`: the secretariat has been told. */
export interface Away {
  readonly why: WhyAway;
  /** null: an older Samspil wrote it down. */
  readonly since: IsoInstant | null;
  readonly said: boolean;
}

/** A Teams channel the bot is installed in, and the one body that meets there. */
export interface ChannelState {
  readonly kind: 'channel';
  readonly channel: ChannelKey;
  readonly installed: boolean;
  readonly body: BodyId | null;
  /** Who said that the body meets here; null: nobody in Teams. */
  readonly boundBy: PersonKey | null;
  /** The body that met here when the channel was lost: it comes back with it. */
  readonly met: BodyId | null;
  readonly away: Away | null;
  /** Errands others refused, for the secretary's card. */
  readonly refusedErrands: readonly ErrandRefused[];
}
export type ChannelCommand =
  /** `team`: its team is back, and with it whatever was not deleted by itself. */
  | { readonly type: 'NoteInstalled'; readonly of: 'channel' | 'team' }
  | { readonly type: 'NoteRemoved'; readonly why: WhyAway }
  /** By the clock: it has lasted too long to be a slip. */
  | { readonly type: 'SayAway' }
  /** By the clock: Teams can restore it no more. */
  | { readonly type: 'GiveUpChannel' }
  /** The press on the welcome card. Administrators, and secretaries of that body; a channel taken by another body is for administrators. */
  | { readonly type: 'BindBody'; readonly body: BodyId }
  /** By errand: the body meets elsewhere. */
  | { readonly type: 'ReleaseBody'; readonly body: BodyId }
  | NoteErrandRefused;
export type ChannelEvent =
  | { readonly type: 'BotInstalled'; readonly v: 1 }
  /** The body keeps the channel: what is for it waits until the bot is back. */
  | { readonly type: 'BotRemoved'; readonly v: 2; readonly why: WhyAway; readonly at: IsoInstant | null }
  | { readonly type: 'AwaySaid'; readonly v: 1 }
  /** Errand: the body meets here from now on. */
  | { readonly type: 'BodyBound'; readonly v: 2; readonly body: BodyId; readonly by: PersonKey | null }
  /** Errand: the body does not meet here any more. */
  | { readonly type: 'BodyReleased'; readonly v: 1; readonly body: BodyId }
  | ErrandRefused;
