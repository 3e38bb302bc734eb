import { Temporal } from 'temporal-polyfill';
import { openDesk } from '../../../bot/desk.ts';
import type { Directory } from '../../../bot/directory.ts';
import type { Charter } from '../../../bot/governance/charter/charter.ts';
import { instantOf } from '../../../bot/governance/time/calendar.ts';
import type { StandingPost } from '../../../bot/rehearsal/connector/teams.ts';
import type { StandingNotice, Store } from '../../../bot/store/store.ts';
import { deck } from '../../../cards/deck.ts';
import { cardNamed, type Desk } from '../../../cards/kit/card.ts';
import { type Language, textIn } from '../../../cards/text/languages.ts';
import { drawNotice } from '../../../scheduler/draw.ts';
import { saidOn } from '../teams/screen.ts';

export interface Looking {
  readonly store: Store;
  readonly directory: Directory;
  readonly charter: () => Charter;
  readonly now: () => Temporal.Instant;
  readonly page: Desk['page'];
  /** Where a picture is fetched on a card that a word brought. */
  readonly picture: Desk['picture'];
  /** The card that stands in Teams under an activity's id; null: somebody has deleted it, or the bot cannot write there to put it right. */
  readonly shown: (activity: string) => StandingPost | null;
}
/** A card that says something else than it would if it were drawn now. */
export interface Untrue {
  readonly card: string;
  readonly key: string;
  readonly stands: readonly string[];
  readonly now: readonly string[];
}

export interface Looked {
  readonly cards: number;
  readonly untrue: readonly Untrue[];
}

/** Draws every card that stands in a channel anew, and holds it against what can be read there. */
export function openOracle({ store, directory, charter, now, page, picture, shown }: Looking): () => Promise<Looked> {
  /** What was found the last time: the same face on the same printing need not be printed to be compared. */
  const found = new Map<string, { readonly seen: string; readonly untrue: Untrue | null }>();
  /** A card that says how something was is left from then on, by what it said itself when it was last looked at. */
  const leftAt = new Map<string, string>();

  async function look(desk: Desk, standing: StandingNotice): Promise<Untrue | null> {
    const { notice, place } = standing;
    const there = place && shown(place.activity);
    if (!there) return null;
    const left = leftAt.get(there.activity);
    if (left !== undefined && Date.parse(left) <= now().epochMilliseconds) return null;
    if (notice.said && nextDay(charter(), notice.said.day) <= now().epochMilliseconds) return ofItsDay(standing, there);
    const viewer = { kind: 'everyone', language: there.card.lang as Language } as const;
    const face = await cardNamed(deck, notice.card)?.show(desk, notice.about, notice.occasion, viewer);
    const seen = JSON.stringify([face?.data, face?.mentions, there.activity, there.replaced]);
    const known = found.get(notice.key);
    if (known?.seen === seen) return known.untrue;
    const [stands, whole] = [saidOn(there.card), await drawNotice({ store, directory, desk }, standing, 'whole')];
    const fresh = whole ? saidOn(whole.card) : [];
    const short = same(stands, fresh) ? null : await drawNotice({ store, directory, desk }, standing, 'short');
    const holds = same(stands, fresh) || (short !== null && same(stands, saidOn(short.card)));
    if (holds && face?.keptUntil) leftAt.set(there.activity, face.keptUntil);
    const untrue = holds ? null : { card: notice.card, key: notice.key, stands, now: fresh };
    found.set(notice.key, { seen, untrue });
    return untrue;
  }

  return async () => {
    const desk = await openDesk(store, directory, charter(), now(), page);
    const withPictures = { ...desk, picture };
    const standing = await store.standing();
    const looked = await Promise.all(standing.map((each) => look(each.notice.said ? withPictures : desk, each)));
    return { cards: standing.length, untrue: looked.flatMap((each) => each ?? []) };
  };
}

/** The midnight from which a card that a word brought is of a day that is over. */
function nextDay(charter: Charter, day: string): number {
  return instantOf(charter, Temporal.PlainDate.from(day).add({ days: 1 }).toString(), '00:00').epochMilliseconds;
}

/** It says which day it is of, whatever it says of that day. */
function ofItsDay({ notice }: StandingNotice, { card }: StandingPost): Untrue | null {
  const text = textIn(card.lang as Language);
  const day = notice.said ? text.weekday(Temporal.PlainDate.from(notice.said.day)) : '';
  const stands = saidOn(card);
  const holds = stands.includes(text.asItWas(day)) || stands.includes(text.takenDownSince(day));
  return holds ? null : { card: notice.card, key: notice.key, stands, now: [text.asItWas(day)] };
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
