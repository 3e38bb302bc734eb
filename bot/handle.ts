import type { Temporal } from 'temporal-polyfill';
import { emptyBody } from './governance/body/body.ts';
import type { BodyId, Charter } from './governance/charter/charter.ts';
import { runBy } from './governance/people/roles.ts';
import { askNotices } from './governance/tables/ask-notices.ts';
import { afterEvents } from './governance/tables/errands.ts';
import { noticesFor } from './governance/tables/notices.ts';
import { subjectOf } from './governance/tables/subjects.ts';
import { dateAt, openingAfter } from './governance/time/calendar.ts';
import { begun, type Command, type State } from './governance/vocabulary/all.ts';
import type { BodyState } from './governance/vocabulary/body.ts';
import type { CalledMeeting } from './governance/vocabulary/meeting.ts';
import { type Notice, withinLimit } from './governance/vocabulary/notice.ts';
import { isRefusal, type Refusal } from './governance/vocabulary/refusal.ts';
import type { Actor, BodyOfYear, PersonKey, Stream } from './governance/vocabulary/stream.ts';
import { streamOf } from './governance/vocabulary/stream.ts';
import type { Around } from './governance/vocabulary/subject.ts';
import { yearStream } from './governance/vocabulary/year/streams.ts';
import type { PlannedDate } from './governance/vocabulary/year/year.ts';
import { datesIn } from './governance/year/dates.ts';
import type { Cause } from './store/cause.ts';
import { touchedBy } from './store/sources.ts';
import { type SealedText, type Store, StoreUnavailable } from './store/store.ts';

export interface Instruction {
  readonly stream: Stream;
  readonly command: Command;
  readonly by: Actor;
  readonly cause: Cause;
  readonly texts?: readonly SealedText[];
  readonly now: Temporal.Instant;
}
/** `done`: recorded now. `already`: nothing new, or the same cause had already been recorded; the state is as it stands. */
export type Handled =
  | { readonly result: 'done' | 'already'; readonly state: State; readonly version: number }
  | { readonly result: 'refused'; readonly refusal: Refusal };
export type Handle = (ask: Instruction) => Promise<Handled>;

/** Two processes that both have a queue for one stream win every other round each: five tries would turn away one press in thirty. */
const tries = 12;
const silences = 3;

/**
 * The only way anything changes: recall, decide, append. Asks on one stream queue up inside this process, so a conflict means
 * another process; after twelve tries, or three without an answer, it says 'try-again'. The same cause again changes nothing.
 */
export function openHandle(store: Store, charter: () => Charter, pause: (ms: number) => Promise<void>): Handle {
  const queues = new Map<Stream, Promise<unknown>>();
  return (ask) => {
    const before = queues.get(ask.stream) ?? Promise.resolve();
    const mine = before.then(() => attempt(store, charter(), pause, ask));
    const settled = mine.catch(() => undefined);
    queues.set(ask.stream, settled);
    void settled.then(() => queues.get(ask.stream) === settled && queues.delete(ask.stream));
    return mine;
  };
}

async function attempt(store: Store, charter: Charter, pause: (ms: number) => Promise<void>, ask: Instruction): Promise<Handled> {
  let unanswered = 0;
  for (let round = 0; round < tries && unanswered < silences; round++) {
    if (round > 0) await pause(Math.min(120, 10 * 2 ** round) * (0.5 + Math.random()));
    try {
      const handled = await once(store, charter, ask);
      if (handled) return handled;
    } catch (fault) {
      if (!(fault instanceof StoreUnavailable)) throw fault;
      unanswered++;
      if (fault.retryAfterMs !== null) await pause(fault.retryAfterMs);
    }
  }
  return { result: 'refused', refusal: { refused: 'try-again' } };
}

/** One round of recall, decide, append; null: somebody else wrote meanwhile. */
async function once(store: Store, charter: Charter, ask: Instruction): Promise<Handled | null> {
  const subject = subjectOf(ask.stream);
  const recalled = await store.recall(ask.stream);
  const state = recalled?.state ?? subject.initial(ask.stream);
  const version = recalled?.version ?? 0;
  if (recalled && (await store.seen(ask.stream, ask.cause))) return { result: 'already', state, version };

  const around = await lookAround(store, charter, ask, {
    bodies: subject.reads(state, ask.command, charter),
    meets: subject.meets?.(state, ask.command) ?? [],
    years: subject.years?.(state, ask.command) ?? [],
  });
  const decided = subject.decide(state, ask.command, around);
  if (isRefusal(decided)) return { result: 'refused', refusal: decided };
  if (decided.length === 0) return { result: 'already', state, version };

  const { state: next, errands } = afterEvents(charter, ask.stream, version, decided, state);
  const index = subject.index(next, charter);
  const texts = ask.texts ?? [];
  const appended = await store.append({
    stream: ask.stream,
    expect: version,
    cause: ask.cause,
    entries: decided.map((event) => ({
      at: ask.now.toString(),
      cause: ask.cause,
      by: ask.by.kind === 'person' ? ask.by.person : null,
      event,
    })),
    state: next,
    index,
    texts,
    notices: withinLimit(
      eachOnce([
        ...decided.flatMap((event) => noticesFor(ask.stream, event, next, charter)),
        ...askNotices(ask.stream, state, next, charter, ask.by.kind === 'clock' ? openingAfter(charter, ask.now) : null, {
          events: decided,
          by: ask.by,
          at: ask.now.toString(),
        }),
      ]),
    ),
    errands,
    touches: touchedBy(ask.stream, recalled, { state: next, index, texts: texts.length > 0 }),
  });
  if (appended.result === 'conflict') return null;
  if (appended.result === 'seen') return null;
  return { result: 'done', state: next, version: appended.version };
}

/** Several events may ask for the same card; it is drawn once. */
function eachOnce(notices: readonly Notice[]): readonly Notice[] {
  return [...new Map(notices.map((notice) => [notice.key, notice])).values()];
}

async function lookAround(
  store: Store,
  charter: Charter,
  ask: Instruction,
  wanted: { readonly bodies: readonly string[]; readonly meets: readonly string[]; readonly years: readonly BodyOfYear[] },
): Promise<Around> {
  const persons = (await store.recall('persons'))?.state;
  const joined = persons?.kind === 'persons' ? persons : null;
  const one = (person: PersonKey) => joined?.joined[person] ?? person;
  const states = new Map((await bodiesOf(store, wanted.bodies)).map((state) => [state.body, state]));
  // Only of a person is it asked whether they run a body; of one without secretaries its secretariat says.
  const today = dateAt(charter, ask.now);
  const running = ask.by.kind === 'person' ? [...states.values()].map((state) => runBy(charter, state, today)) : [];
  const unread = [...new Set(running)].filter((id) => !states.has(id));
  for (const state of await bodiesOf(store, unread)) states.set(state.body, state);
  const meetings = new Map(
    await Promise.all(wanted.meets.map(async (body) => [body, await meetingsOf(store, body, { openOnly: true })] as const)),
  );
  const dates = new Map(
    await Promise.all(
      wanted.years.map(async ({ body, year }) => [yearStream(body, year), await datesOf(store, charter, body, year)] as const),
    ),
  );
  return {
    now: ask.now,
    by: ask.by.kind === 'person' ? { ...ask.by, person: one(ask.by.person) } : ask.by,
    charter,
    one,
    sectorOf: (person) => joined?.sectors[one(person)] ?? null,
    body: (id) => states.get(id) ?? emptyBody(id),
    meetings: (id) => meetings.get(id) ?? [],
    dates: (id, year) => dates.get(yearStream(id, year)) ?? [],
  };
}

function bodiesOf(store: Store, ids: readonly BodyId[]): Promise<readonly BodyState[]> {
  return Promise.all(
    ids.map(async (id) => {
      const state = (await store.recall(streamOf('body', id)))?.state;
      return state?.kind === 'body' ? state : emptyBody(id);
    }),
  );
}

async function datesOf(store: Store, charter: Charter, body: string, year: number): Promise<readonly PlannedDate[]> {
  const plan = (await store.recall(yearStream(body, year)))?.state;
  const meetings = await meetingsOf(store, body, { openOnly: false });
  return datesIn(charter, year, body, plan?.kind === 'year' ? plan : null, meetings);
}

async function meetingsOf(store: Store, body: string, options: { readonly openOnly: boolean }): Promise<readonly CalledMeeting[]> {
  const streams = await store.ofBody('meeting', body, options);
  const states = await Promise.all(streams.map(async (stream) => (await store.recall(stream))?.state));
  return states.flatMap((state) => begun(state, 'meeting') ?? []);
}
