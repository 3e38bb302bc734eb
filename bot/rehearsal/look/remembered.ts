import type { Temporal } from 'temporal-polyfill';
import { emptyBody } from '../../governance/body/body.ts';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import type { AwaitedAround } from '../../governance/people/awaited.ts';
import type { AskingState } from '../../governance/vocabulary/all.ts';
import type { BodyState } from '../../governance/vocabulary/body.ts';
import { kinds, type Stream } from '../../governance/vocabulary/stream.ts';
import type { Recalled, Store } from '../../store/store.ts';

/** Every stream there is, as it stands: one look at the whole, for what the room shows beside the channels. */
export interface Remembered {
  readonly streams: ReadonlyMap<Stream, Recalled>;
  readonly around: AwaitedAround;
}

export async function remember(store: Store, charter: Charter, now: Temporal.Instant): Promise<Remembered> {
  const names = (await Promise.all(kinds.map((kind) => store.ofKind(kind)))).flat();
  const streams = new Map<Stream, Recalled>();
  for (const name of names) {
    const recalled = await store.recall(name);
    if (recalled) streams.set(name, recalled);
  }
  const persons = streams.get('persons')?.state;
  const joined = persons?.kind === 'persons' ? persons : null;
  const one = (person: string) => joined?.joined[person] ?? person;
  const body = (id: BodyId): BodyState => {
    const state = streams.get(`body/${id}`)?.state;
    return state?.kind === 'body' ? state : emptyBody(id);
  };
  return { streams, around: { charter, now, one, body, sectorOf: (person) => joined?.sectors[one(person)] ?? null } };
}

export function rememberedState({ streams }: Remembered, stream: Stream): AskingState | null {
  return streams.get(stream)?.state ?? null;
}
