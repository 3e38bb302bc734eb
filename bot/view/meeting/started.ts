import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate } from '../../governance/charter/charter.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import type { State } from '../../governance/vocabulary/all.ts';
import type { IsoInstant, Kind, Stream, TextRef } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { fileWords } from '../ledger/file-words.ts';
import { nameOf } from '../names.ts';
import { language } from '../page-words.ts';
import { collaborationWords } from './published.ts';

/** Something that began, and the day it did. */
export interface Started {
  readonly on: IsoDate;
  readonly line: string;
}

/** What bodies have taken on: orders accepted, groups set up, initiatives placed. What is a part of an order is told with the order. */
export async function startedIn(store: Store, charter: Charter): Promise<readonly Started[]> {
  const kinds: readonly Kind[] = ['request', 'group', 'initiative'];
  const streams = (await Promise.all(kinds.map((kind) => store.ofKind(kind)))).flat();
  return (await Promise.all(streams.map((stream) => startedWith(store, charter, stream)))).flat();
}

async function startedWith(store: Store, charter: Charter, stream: Stream): Promise<readonly Started[]> {
  const state = (await store.recall(stream))?.state;
  const begun = state && (await beginningOf(store, stream));
  if (!state || !begun) return [];
  const on = dateAt(charter, Temporal.Instant.from(begun));
  const line = await lineFor(store, charter, stream, state, on);
  return line === null ? [] : [{ on, line }];
}

async function beginningOf(store: Store, stream: Stream): Promise<IsoInstant | null> {
  for (const { event } of await store.history(stream)) {
    if (event.type === 'RequestAccepted' || event.type === 'GroupSetUp') return event.at;
    if (event.type === 'InitiativeAssigned' || event.type === 'InitiativeProposed') return event.at;
  }
  return null;
}

/** null: its words have been erased, or it is told with something else. */
async function lineFor(store: Store, charter: Charter, stream: Stream, state: State, on: IsoDate): Promise<string | null> {
  const body = (id: BodyId) => nameOf(charter, id, on, language);
  const words = async (text: TextRef | null, of = stream) =>
    text === null ? null : ((await store.texts(of)).get(text.ref)?.words ?? null);
  if (state.kind === 'request') {
    const title = state.parent === null ? await words(state.order.title.text, state.order.title.in) : null;
    return title && fileWords.accepted(body(state.to), title, body(state.from));
  }
  if (state.kind === 'group') {
    const purpose = await words(state.mandate.purpose);
    return purpose && fileWords.groupSetUp(state.bodies.map(body), purpose);
  }
  if (state.kind !== 'initiative' || state.owner === null) return null;
  const title = state.part === null ? await words(state.title) : partName(charter, state.part);
  return title && fileWords.placed(body(state.owner), title);
}

function partName(charter: Charter, part: string): string | null {
  const name = charter.agreement.find(({ id }) => id === part)?.name;
  return name ? collaborationWords(charter, name) : null;
}
