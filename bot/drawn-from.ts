import type { Temporal } from 'temporal-polyfill';
import type { State } from './governance/vocabulary/all.ts';
import type { Stream } from './governance/vocabulary/stream.ts';
import { allOf, fieldOf, historyOf, listOf, model, movedOf, parkedItems, personIn, recordOf, stateOf, textsOf } from './store/sources.ts';
import type { CardSource, Store } from './store/store.ts';

/** Everything a card is drawn from, as it is read. */
export interface NotedReads {
  /** The store, with what is asked of it noted. */
  readonly store: Store;
  readonly now: () => Temporal.Instant;
  /** The time it was drawn for, for whoever does not draw. */
  readonly at: Temporal.Instant;
  readonly sources: () => readonly CardSource[];
  /** Whether the time was looked at. */
  readonly timed: () => boolean;
  /** When meetings that were looked at begin and end: a card says something else before and after, whatever the day. */
  readonly moments: () => readonly number[];
}

/** Of which more is read than this is watched as a whole. */
const mostFields = 20;

/** Nothing reaches a card but through its store and its clock: so what is read there is what it was drawn from. */
export function openReading(store: Store, now: Temporal.Instant): NotedReads {
  const sources = new Set<CardSource>([model]);
  const fields = new Map<Stream, Set<string>>();
  const moments = new Set<number>();
  let timed = false;
  const note = (source: CardSource) => void sources.add(source);
  const noteField = (stream: Stream, field: string) => {
    fields.set(stream, (fields.get(stream) ?? new Set()).add(field));
  };

  const noting: Partial<Store> = {
    recall: async (stream) => {
      const found = await store.recall(stream);
      if (!found) note(stateOf(stream));
      const read = (field: string) => {
        noteField(stream, field);
        if (found?.state.kind === 'meeting') for (const at of momentsIn(found.state, field)) moments.add(at);
      };
      return found && { ...found, state: noted(found.state, read, note) };
    },
    history: (stream, options) => {
      note(historyOf(stream));
      return store.history(stream, options);
    },
    texts: (stream) => {
      note(textsOf(stream));
      return store.texts(stream);
    },
    ofBody: (kind, body, options) => {
      note(listOf(kind, body));
      return store.ofBody(kind, body, options);
    },
    ofKind: (kind) => {
      note(allOf(kind));
      return store.ofKind(kind);
    },
    heads: (since, until, kind) => {
      if (kind === undefined) throw new Error('a card reads which streams of one kind have moved, not of all');
      note(movedOf(kind));
      return store.heads(since, until, kind);
    },
    parked: () => {
      note(parkedItems);
      return store.parked();
    },
    record: (kind, id) => {
      note(recordOf(kind, id));
      return store.record(kind, id);
    },
  };
  return {
    store: { ...store, ...noting },
    now: () => {
      timed = true;
      return now;
    },
    at: now,
    sources: () => [...sources, ...[...fields].flatMap(([stream, read]) => watchedIn(stream, [...read]))],
    timed: () => timed,
    moments: () => [...moments],
  };
}

function momentsIn(meeting: Extract<State, { kind: 'meeting' }>, field: string): readonly number[] {
  return meeting.phase !== 'none' && (field === 'start' || field === 'end') ? [Date.parse(meeting[field])] : [];
}

function watchedIn(stream: Stream, fields: readonly string[]): readonly CardSource[] {
  return fields.length > mostFields ? [stateOf(stream)] : fields.map((field) => fieldOf(stream, field));
}

/** Every card reads who is one and the same person; few are about those it changes for. */
function noted(state: State, field: (name: string) => void, note: (source: CardSource) => void): State {
  if (state.kind !== 'persons') return watched(state, field);
  const by = (name: 'joined' | 'sectors') => watched(state[name], (person) => note(personIn(name, person)));
  return { ...state, joined: by('joined'), sectors: by('sectors') };
}

/** `kind` never changes; `then` is looked for wherever a state is awaited, and no state has it. */
const unread: ReadonlySet<string> = new Set(['kind', 'then']);

/** Each field says so when it is read; who asks for all of them reads all of them. */
function watched<T extends object>(of: T, read: (field: string) => void): T {
  return new Proxy(of, {
    get: (target, field) => {
      if (typeof field === 'string' && !unread.has(field)) read(field);
      return Reflect.get(target, field);
    },
    has: (target, field) => {
      if (typeof field === 'string') read(field);
      return Reflect.has(target, field);
    },
    ownKeys: (target) => {
      for (const field of Object.keys(target)) read(field);
      return Reflect.ownKeys(target);
    },
  });
}
