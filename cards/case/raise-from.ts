import type { BodyId } from '../../bot/governance/charter/charter.ts';
import type { Matter } from '../../bot/governance/charter/matter.ts';
import { concerned } from '../../bot/governance/tables/reach.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { KindTaking, Subjects } from '../../bot/governance/vocabulary/all.ts';
import { isStream, type Kind, kindOf, type Stream, type TextRef } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../kit/card.ts';

/** What a case that is raised from something begins with. */
interface Begun {
  readonly origin: Stream;
  readonly matter: Matter;
  readonly title: string;
  readonly account: string;
}
/** A case can be raised from what hears afterwards what became of it. */
export type RaiseSource = KindTaking<'HearCase'>;
type Words = (text: TextRef) => Promise<string>;

const begins: { readonly [K in RaiseSource]: (state: Subjects[K]['state'], words: Words) => Promise<Omit<Begun, 'origin'>> } = {
  experience: async ({ title, account }, words) => ({
    matter: { kind: 'pilot', weighs: ['scaling'] },
    title: await words(title),
    account: await words(account),
  }),
  flag: async ({ concern, text }, words) => ({
    matter: concern === 'adjustment' ? { kind: 'agreement', weighs: ['changes-agreement'] } : { kind: 'other', weighs: [] },
    title: '',
    account: await words(text),
  }),
};

/** What a button names, where a case can be raised from it; null: it cannot. */
export function originNamed(named: string): Stream | null {
  return isStream(named) && isSource(kindOf(named)) ? named : null;
}

/** A body that has told it, reads it or has been sent it; nobody else is shown what it says. */
export function isFor(desk: Desk, state: Subjects[RaiseSource]['state'], body: BodyId): boolean {
  return concerned(desk.charter, state, dateAt(desk.charter, desk.now)).includes(body);
}

/** The words a case in this body begins with; null: it begins with nothing, or with something this body has not been told. */
export async function begunFrom(desk: Desk, body: BodyId, viewer: Viewer): Promise<Begun | null> {
  const origin = viewer.kind === 'person' ? originNamed(viewer.picks.origin ?? '') : null;
  const kind = origin && kindOf(origin);
  return origin && kind && isSource(kind) ? begunWith(desk, body, kind, origin) : null;
}

async function begunWith<K extends RaiseSource>(desk: Desk, body: BodyId, kind: K, origin: Stream): Promise<Begun | null> {
  const state = await desk.state(kind, origin);
  if (!state || !isFor(desk, state, body)) return null;
  return { origin, ...(await begins[kind](state, async (text) => (await desk.words(origin, text)) ?? '')) };
}

export function isSource(kind: Kind): kind is RaiseSource {
  return Object.hasOwn(begins, kind);
}
