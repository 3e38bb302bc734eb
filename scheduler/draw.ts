import { createHash } from 'node:crypto';
import type { Drawn } from '../bot/courier.ts';
import { type DrawDeps, drawCard } from '../bot/draw.ts';
import { bodyOf } from '../bot/governance/charter/terms.ts';
import type { Notice } from '../bot/governance/vocabulary/notice.ts';
import type { StandingNotice } from '../bot/store/store.ts';
import { deck } from '../cards/deck.ts';
import { type Card, cardNamed, type Desk } from '../cards/kit/card.ts';
import oneLine from '../cards/kit/one-line.json' with { type: 'json' };
import { type Language, nearest } from '../cards/text/languages.ts';

/** Draws a notice for everyone in its place, from what is true now; null: there is nothing (any more) to show. */
export async function drawNotice(table: DrawDeps, { notice, edition }: StandingNotice, size: 'whole' | 'short'): Promise<Drawn | null> {
  const card = cardNamed(deck, notice.card);
  if (!card) throw new Error(`no card is called ${notice.card}`);
  const viewer = { kind: 'everyone', language: await languageOf(table.desk, notice) } as const;
  const drawn = size === 'whole' ? card : shortened(card);
  return drawCard(table, drawn, notice.about, notice.occasion, viewer, formOf(notice.key, edition));
}

/** A card too large for Teams still says its one line and carries the button that opens one's own view. */
function shortened(card: Card): Card {
  return {
    ...card,
    template: oneLine,
    show: async (...asked) => {
      const face = await card.show(...asked);
      return face && { ...face, data: { summary: face.summary } };
    },
  };
}

/** The same printing of the same card has the same number, so that a double that was sent counts presses once. */
function formOf(key: string, edition: number): string {
  return createHash('sha256').update(`${key}#${edition}`).digest('hex').slice(0, 16);
}

/** A body hears its own language; a channel where none meets yet, the collaboration's first. */
async function languageOf(desk: Desk, { to }: Notice): Promise<Language> {
  const body = 'body' in to ? to.body : 'channel' in to ? await desk.bodyIn(to.channel) : null;
  const first = nearest(desk.charter.collaboration.languages[0] ?? null, 'da');
  return nearest((body && bodyOf(desk.charter, body)?.language) ?? null, first);
}
