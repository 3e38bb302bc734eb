import type { BodyId } from './charter.ts';
import type { ChannelKey, IsoInstant, Stream } from './model.ts';

/** One card standing in one place. Asking for the same key again means "redraw": its edition is bumped, never a second card posted. */
export interface Notice {
  /** What it is about and on which occasion, `meeting/x1:meeting` or `meeting/x1:reminder@2015-03-02`. */
  readonly key: string;
  readonly card: string;
  readonly about: Stream;
  readonly occasion: string | null;
  /** A body's channel, found when it is sent (its secretariat's, if it has none), or a channel as such. */
  readonly to: { readonly body: BodyId } | { readonly channel: ChannelKey };
  /** Key of the notice whose thread it is replied into. */
  readonly under: string | null;
  /** Not before; null: now. */
  readonly dueAt: IsoInstant | null;
}
