import { createHash } from 'node:crypto';
import type { Drawn } from '../bot/courier.ts';
import type { Directory } from '../bot/directory.ts';
import type { PersonKey } from '../bot/governance/model.ts';
import type { Notice } from '../bot/governance/notice.ts';
import { bodyOf } from '../bot/governance/terms.ts';
import type { StandingNotice, Store } from '../bot/store/store.ts';
import type { Card, Desk, Language } from '../cards/card.ts';
import { deck } from '../cards/deck.ts';
import { fill, type Paper } from '../cards/fill.ts';
import oneLine from '../cards/one-line.json' with { type: 'json' };
import { nearest } from '../cards/text/languages.ts';

/** Draws a notice for everyone in its place, from what is true now; null: there is nothing (any more) to show. */
export async function draw(
  store: Store,
  directory: Directory,
  desk: Desk,
  { notice, edition }: StandingNotice,
  size: 'whole' | 'short',
): Promise<Drawn | null> {
  const card = deck[notice.card];
  if (!card) throw new Error(`no card is called ${notice.card}`);
  const version = (await store.recall(notice.about))?.version ?? 0;
  const language = await languageOf(desk, notice);
  const face = await card.show(desk, notice.about, notice.occasion, { kind: 'everyone', language });
  if (!face) return null;
  const paper: Paper = {
    about: notice.about,
    occasion: notice.occasion,
    form: formOf(notice.key, edition),
    version,
    language,
    viewer: 'everyone',
    viewers: (await Promise.all(face.viewers.map((person) => teamsIds(directory, person)))).flat(),
    mentions: await Promise.all(
      face.mentions.map(async ({ person, name }) => ({ name, mri: (await teamsIds(directory, person))[0] ?? null })),
    ),
  };
  return size === 'whole' ? fill(card, face, paper) : fill(shortened(card), { ...face, data: { summary: face.summary } }, paper);
}

/** A card too large for Teams still says its one line and carries the button that opens one's own view. */
function shortened(card: Card): Card {
  return { ...card, template: oneLine };
}

/** The same printing of the same card has the same number, so that a double that was sent counts presses once. */
function formOf(key: string, edition: number): string {
  return createHash('sha256').update(`${key}#${edition}`).digest('hex').slice(0, 16);
}

/** A body hears its own language; a channel where none meets yet, the collaboration's first. */
async function languageOf(desk: Desk, { to }: Notice): Promise<Language> {
  const body = 'body' in to ? to.body : await desk.bodyIn(to.channel);
  const first = nearest(desk.charter.collaboration.languages[0] ?? null, 'da');
  return nearest((body && bodyOf(desk.charter, body)?.language) ?? null, first);
}

async function teamsIds(directory: Directory, person: PersonKey): Promise<readonly string[]> {
  return (await directory.who(person))?.identities.flatMap(({ mri }) => mri ?? []) ?? [];
}
