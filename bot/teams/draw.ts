import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Card, Desk, Viewer } from '../../cards/card.ts';
import { fill } from '../../cards/fill.ts';
import type { Drawn } from '../courier.ts';
import type { Directory } from '../directory.ts';
import type { PersonKey, Stream } from '../governance/model.ts';
import type { Store } from '../store/store.ts';

export interface Drawing {
  readonly store: Store;
  readonly directory: Directory;
  readonly desk: (now: Temporal.Instant) => Promise<Desk>;
  readonly now: () => Temporal.Instant;
}

/** A card as it stands now for a viewer, each time with a new form number; null: there is nothing (any more) to show. */
export async function draw(drawing: Drawing, card: Card, about: Stream, occasion: string | null, viewer: Viewer): Promise<Drawn | null> {
  const version = (await drawing.store.recall(about))?.version ?? 0;
  const face = await card.show(await drawing.desk(drawing.now()), about, occasion, viewer);
  if (!face) return null;
  const mri = async (person: PersonKey) => {
    const known = await drawing.directory.who(person);
    return known?.identities.flatMap((identity) => identity.mri ?? [])[0] ?? null;
  };
  const everyone = viewer.kind === 'everyone';
  const viewers = everyone ? await Promise.all(face.viewers.map(mri)) : [];
  return fill(card, face, {
    about,
    occasion,
    form: randomBytes(8).toString('hex'),
    version,
    language: viewer.language,
    viewer: viewer.kind,
    viewers: viewers.flatMap((each) => each ?? []),
    mentions: await Promise.all(face.mentions.map(async ({ person, name }) => ({ name, mri: await mri(person) }))),
  });
}
