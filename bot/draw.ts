import { createHash } from 'node:crypto';
import type { Card, Desk, Face, Viewer } from '../cards/kit/card.ts';
import { fill, unstamped } from '../cards/kit/fill.ts';
import type { Drawn } from './courier.ts';
import type { Directory } from './directory.ts';
import type { PersonKey, Stream } from './governance/vocabulary/stream.ts';
import type { Store } from './store/store.ts';

export interface DrawDeps {
  readonly store: Store;
  readonly directory: Directory;
  readonly desk: Desk;
}

/** A card that is printed, how long it says what is true, and whom it names. */
export interface Printed extends Drawn {
  readonly lasts: Pick<Face, 'keptUntil' | 'closed' | 'idle' | 'mentions'>;
}

/** The same printing of the same card has the same number, so that a double that was sent counts presses once. */
export function formOf(key: string, edition: number): string {
  return createHash('sha256').update(`${key}#${edition}`).digest('hex').slice(0, 16);
}

/** A hash of what a card says to whoever reads it: the same face need not be sent again. */
export function faceOf(printed: Printed | null): string {
  const said = printed && [unstamped(printed.card), printed.summary];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** A card as it stands now for a viewer, printed under a form number; null: there is nothing (any more) to show. */
export async function drawCard(
  { store, directory, desk }: DrawDeps,
  card: Card,
  about: Stream,
  occasion: string | null,
  viewer: Viewer,
  form: string,
  alone: string | null = null,
): Promise<Printed | null> {
  const version = (await store.recall(about))?.version ?? 0;
  const face = await card.show(desk, about, occasion, viewer);
  if (!face) return null;
  const mri = async (person: PersonKey) => (await directory.who(person))?.identities.flatMap((each) => each.mri ?? [])[0] ?? null;
  const viewers = viewer.kind === 'everyone' ? await Promise.all(face.viewers.map(mri)) : [];
  const drawn = fill(card, face, {
    about,
    occasion,
    form,
    version,
    language: viewer.language,
    viewer: viewer.kind,
    ...(viewer.kind === 'person' && viewer.open !== null ? { open: viewer.open } : {}),
    viewers: viewers.flatMap((each) => each ?? []),
    ...(alone === null ? {} : { alone }),
    mentions: await Promise.all(face.mentions.map(async ({ person, name }) => ({ name, mri: await mri(person) }))),
  });
  return { ...drawn, lasts: face };
}
