import { Temporal } from 'temporal-polyfill';
import { type DrawDeps, drawCard, formOf, type Printed } from '../bot/draw.ts';
import { bodyOf } from '../bot/governance/charter/terms.ts';
import { dateAt } from '../bot/governance/time/calendar.ts';
import type { Notice } from '../bot/governance/vocabulary/notice.ts';
import { readOccasion, writeOccasion } from '../bot/governance/vocabulary/occasion.ts';
import type { StandingNotice } from '../bot/store/store.ts';
import { openToAsked } from '../cards/asks/opening.ts';
import { deck } from '../cards/deck.ts';
import { type Card, cardNamed, type Desk } from '../cards/kit/card.ts';
import oneLine from '../cards/kit/one-line.json' with { type: 'json' };
import { type Language, nearest, textIn } from '../cards/text/languages.ts';

/**
 * `short`: a card too large for Teams still says its one line; `past`: it answered a word on a day that is over, and says of which day it is;
 * `gone`: what it said is to be read no more.
 */
export type Size = 'whole' | 'short' | 'past' | 'gone';

/** Draws a notice for everyone in its place, from what is true now; null: there is nothing (any more) to show. */
export async function drawNotice(table: DrawDeps, { notice, edition, look }: StandingNotice, size: Size): Promise<Printed | null> {
  const { name, occasion } = asCalledNow(notice);
  const card = cardNamed(deck, name) ?? madeNoMore;
  const viewer = { kind: 'everyone', language: await languageOf(table.desk, notice) } as const;
  const text = textIn(viewer.language);
  const day = notice.said && text.weekday(Temporal.PlainDate.from(notice.said.day));
  const until = look?.keptUntil ?? null;
  const after = until === null ? null : dateAt(table.desk.charter, Temporal.Instant.fromEpochMilliseconds(until));
  const ended = after === null ? text.takenDown : text.takenDownAfter(text.weekday(Temporal.PlainDate.from(after)));
  const taken = day === undefined ? ended : text.takenDownSince(day);
  const printed = await drawCard(
    table,
    sized(openToAsked(card, notice.key), size, taken),
    notice.about,
    occasion,
    viewer,
    formOf(notice.key, edition),
  );
  return size === 'past' && printed && day !== undefined ? ofThatDay(printed, text.asItWas(day)) : printed;
}

/** What a body was told of a case had a name of its own once; it is the case's card in that body's channel. */
function asCalledNow({ card, occasion }: Notice): { readonly name: string; readonly occasion: string | null } {
  const told = card === 'case-told' ? readOccasion('case-told', occasion)?.mark : undefined;
  return told === undefined ? { name: card, occasion } : { name: 'case', occasion: writeOccasion<'case'>({ what: 'in', mark: told }) };
}

/** What it says is as it was; its buttons stay, for they open what is true now. */
function ofThatDay(printed: Printed, day: string): Printed {
  const { body, ...card } = printed.card;
  const [title, ...rest]: readonly unknown[] = Array.isArray(body) ? body : [];
  const line = { type: 'TextBlock', text: day, wrap: true, weight: 'Bolder' };
  return { ...printed, card: { ...card, body: [title, line, ...rest] } };
}

/** An older Samspil reminded in cards that are made no more; where they stand they say so. */
const madeNoMore: Card = {
  name: 'ask',
  template: oneLine,
  show: async (_desk, _about, _occasion, { language }) => {
    const summary = textIn(language).over;
    return { data: { summary }, summary, mentions: [], viewers: [], closed: true };
  },
  verbs: {},
};

/** The button that opens one's own view stays. */
function sized(card: Card, size: Size, taken: string): Card {
  if (size === 'whole' || size === 'past') return card;
  return {
    ...card,
    template: oneLine,
    show: async (desk, about, occasion, viewer) => {
      const face =
        size === 'gone' ? { data: {}, summary: taken, mentions: [], viewers: [] } : await card.show(desk, about, occasion, viewer);
      return face && { ...face, data: { summary: face.summary } };
    },
  };
}

/** A body hears its own language; a channel where none meets yet, the collaboration's first. */
async function languageOf(desk: Desk, { to, said }: Notice): Promise<Language> {
  const body = 'body' in to ? to.body : 'channel' in to ? await desk.bodyIn(to.channel) : null;
  const first = nearest(desk.charter.collaboration.languages[0] ?? null, 'da');
  return nearest(said?.language ?? (body && bodyOf(desk.charter, body)?.language) ?? null, first);
}
