import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { macOf } from '../../bot/store/chain.ts';
import type { SealedText, Store } from '../../bot/store/store.ts';
import { index, noon } from '../store/contract/appends.ts';

/** Records events as the rules would, each with a cause of its own. */
export async function record(
  store: Store,
  stream: Stream,
  events: readonly GovernanceEvent[],
  texts: readonly SealedText[] = [],
): Promise<void> {
  const subject = subjectOf(stream);
  for (const event of events) {
    const recalled = await store.recall(stream);
    const version = recalled?.version ?? 0;
    const cause = `operator:${version}` as const;
    await store.append({
      stream,
      expect: version,
      cause,
      entries: [{ at: new Date(noon + version).toISOString(), cause, by: 'p-1', event }],
      state: subject.evolve(recalled?.state ?? subject.initial(stream), event),
      index: index(),
      texts: version === 0 ? texts : [],
      notices: [],
      errands: [],
      touches: [],
    });
  }
}

export const place: SealedText = { ref: 'planned.place', key: '00ff', words: 'Mødelokale 4' };

/** A channel bound to a body, and a meeting planned in it with a place. */
export async function recordSomething(store: Store): Promise<void> {
  await record(store, 'channel/c1', [
    { type: 'BotInstalled', v: 1 },
    { type: 'BodyBound', v: 2, body: 'it', by: null },
    { type: 'BodyReleased', v: 1, body: 'it' },
  ]);
  await record(
    store,
    'meeting/m1',
    [
      {
        type: 'MeetingPlanned',
        v: 1,
        body: 'it',
        terms: 'hash',
        start: '2015-04-01T08:00:00Z',
        end: '2015-04-01T10:00:00Z',
        place: { ref: place.ref, mac: macOf(place.key, place.words) },
        link: null,
        at: '2015-03-02T12:00:00Z',
        joint: [],
        extraordinary: false,
        reason: null,
        deadlines: { call: null, items: null, agenda: null, reminder: '2015-03-31', minutes: '2015-04-15' },
      },
    ],
    [place],
  );
}

/** The night's anchor over everything recorded so far. */
export async function recordAnchor(store: Store): Promise<void> {
  const heads = (await store.heads(null, noon * 2)).filter((head) => head.stream !== 'anchor');
  await record(store, 'anchor', [{ type: 'HeadsAnchored', v: 1, heads, until: '2015-03-03T00:00:00Z', more: false }]);
}
