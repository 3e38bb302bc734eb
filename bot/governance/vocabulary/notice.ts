import type { BodyId, Charter } from '../charter/charter.ts';
import type { CardName } from './card-name.ts';
import type { ChannelKey, IsoInstant, Stream } from './stream.ts';

/** A card of the deck, or a meeting's public page. */
export type NoticeCard = CardName | 'page';

/** One card standing in one place. Asking for the same key again means "redraw": its edition is bumped, never a second card posted. */
export interface Notice {
  /** What it is about and on which occasion, `meeting/x1:meeting` or `meeting/x1:reminder@2015-03-02`. */
  readonly key: string;
  readonly card: NoticeCard;
  readonly about: Stream;
  readonly occasion: string | null;
  /** A body's channel, found when it is sent (its secretariat's, if it has none), a channel as such, or no channel: a page to be written. */
  readonly to: { readonly body: BodyId } | { readonly channel: ChannelKey } | { readonly page: 'published' };
  /** Key of the notice whose thread it is replied into. */
  readonly under: string | null;
  /** Not before; null: now. */
  readonly dueAt: IsoInstant | null;
}

/** What could not be delivered, in the secretariat's channel. It is there to be redrawn from the day the secretariat has one. */
export function parkedNotice({ collaboration: { secretariat } }: Charter): Notice {
  return standing('parked', `body/${secretariat}`, { body: secretariat });
}

export function standing(card: NoticeCard, about: Stream, to: Notice['to'], occasion: string | null = null): Notice {
  return { key: `${about}:${card}${occasion ? `@${occasion}` : ''}`, card, about, occasion, to, under: null, dueAt: null };
}

/** A meeting's public page, written where pages are kept. */
export function page(about: Stream): Notice {
  return standing('page', about, { page: 'published' });
}

/** An append holds so many; what is left out in a meeting of very many bodies is only a line that could have been shorter. */
export function fitting(notices: readonly Notice[]): readonly Notice[] {
  return notices.slice(0, mostNotices);
}
const mostNotices = 30;
