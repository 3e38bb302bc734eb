import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import type { Came } from './ask/came.ts';
import type { CardName } from './card-name.ts';
import { type Occasion, type Occasioned, type OccasionText, writeOccasion } from './occasion.ts';
import type { ChannelKey, IsoInstant, Stream } from './stream.ts';
import { streamOf } from './stream.ts';

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
  /** Somebody's word brought it: it answers in their language, is kept true that day, and says afterwards of which day it is. */
  readonly said?: { readonly day: IsoDate; readonly language: string };
  /** What it asked is asked no more, and this came of it. */
  readonly came?: Came;
}

/** What could not be delivered, in the secretariat's channel. It is there to be redrawn from the day the secretariat has one. */
export function parkedNotice({ collaboration: { secretariat } }: Charter): Notice {
  return standing('parked', streamOf('body', secretariat), { body: secretariat });
}

/** A card with no other above it, that stands there once. */
export function standing(card: NoticeCard, about: Stream, to: Notice['to']): Notice {
  return { key: `${about}:${card}`, card, about, occasion: null, to, under: null, dueAt: null };
}

/** One that stands there once for each of its occasions; null: the one that needs none. */
export function standingFor<C extends Occasioned & CardName>(
  card: C,
  about: Stream,
  to: Notice['to'],
  on: Occasion<C> | OccasionText<C> | null,
): Notice {
  if (on === null) return standing(card, about, to);
  const occasion = typeof on === 'string' ? on : writeOccasion<C>(on);
  return { ...standing(card, about, to), key: `${about}:${card}@${occasion}`, occasion };
}

/** The card of a subject in the channel of one of several bodies: the first of them needs no occasion. */
export function awayFrom(first: BodyId | undefined, body: BodyId): { readonly what: 'in'; readonly mark: BodyId } | null {
  return body === first ? null : { what: 'in', mark: body };
}

/** In the thread of a card: what somebody proposed was turned down, told to them by name. */
export function turnedDownUnder({ about, to, key }: Notice, at: IsoInstant): Notice {
  const body = 'body' in to ? to.body : null;
  return { ...standingFor('turned-down', about, to, { what: 'at', mark: at, in: body }), under: key };
}

/** A meeting's public page, written where pages are kept. */
export function page(about: Stream): Notice {
  return standing('page', about, { page: 'published' });
}

/** An append holds so many; what is left out in a meeting of very many bodies is only a line that could have been shorter. */
export function withinLimit(notices: readonly Notice[]): readonly Notice[] {
  return notices.slice(0, mostNotices);
}
const mostNotices = 30;
