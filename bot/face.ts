import type { Card, Desk, Viewer } from '../cards/kit/card.ts';
import { fill } from '../cards/kit/fill.ts';
import { faceMark, readable } from '../cards/kit/readable.ts';
import type { Slip } from '../cards/kit/slip.ts';
import { subjectOf } from './governance/tables/subjects.ts';
import { begun, type State } from './governance/vocabulary/all.ts';
import { kindOf, type Stream } from './governance/vocabulary/stream.ts';
import type { Store } from './store/store.ts';

/** What was read, in words; or it is something else by now. */
export type FaceSeen = { readonly is: 'read'; readonly words: string } | { readonly is: 'changed' };

/**
 * What somebody read on the card they judge: it is drawn again for them at the version their button was printed at. Where the mark on
 * the button is of something else, they have not read what they would judge.
 */
export async function faceRead(
  store: Store,
  now: Desk,
  {
    one: person,
    administrator,
    language,
  }: Pick<Extract<Viewer, { kind: 'person' }>, 'administrator' | 'language'> & { readonly one: string },
  card: Card,
  about: Stream,
  slip: Slip,
): Promise<FaceSeen> {
  const then = await stateAt(store, about, slip.version);
  if (!then) return { is: 'changed' };
  const state: typeof now.state = async (kind, of) => (of === about && kindOf(about) === kind ? begun(then, kind) : now.state(kind, of));
  const { opened = '', face: mark } = slip.picks;
  const open = opened === '' ? null : opened;
  const viewer = { kind: 'person', person, administrator, language, open, picks: {} } as const;
  const face = await card.show({ ...now, state }, about, slip.occasion, viewer);
  if (!face) return { is: 'changed' };
  const { form, version, occasion } = slip;
  const paper = { about, occasion, form, version, language, viewer: 'person', viewers: [], ...(open === null ? {} : { open }) } as const;
  const mentions = face.mentions.map(({ name }) => ({ name, mri: null }));
  const words = readable(fill(card, face, { ...paper, mentions }).card).join('\n');
  return faceMark(words, form) === mark ? { is: 'read', words } : { is: 'changed' };
}

async function stateAt(store: Store, about: Stream, version: number): Promise<State | null> {
  const newest = await store.recall(about);
  if (!newest || newest.version <= version) return newest?.state ?? null;
  const subject = subjectOf(about);
  const entries = await store.history(about, { limit: version });
  return entries.reduce<State>((state, { event }) => subject.evolve(state, event), subject.initial(about));
}
