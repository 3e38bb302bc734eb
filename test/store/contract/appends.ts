import type { ChannelEvent, ChannelState } from '../../../bot/governance/vocabulary/channel.ts';
import type { Errand } from '../../../bot/governance/vocabulary/errand.ts';
import type { Notice } from '../../../bot/governance/vocabulary/notice.ts';
import type { Index, Stream } from '../../../bot/governance/vocabulary/stream.ts';
import type { Cause } from '../../../bot/store/cause.ts';
import type { Append, SealedText, Store, Unchained } from '../../../bot/store/store.ts';

/** Most of the contract takes place at this instant. */
export const noon = Date.parse('2015-03-02T12:00:00Z');
export const minute = 60_000;

export const stream: Stream = 'channel/c1';
export const installed: ChannelEvent = { type: 'BotInstalled', v: 1 };
export const bound = (body: string): ChannelEvent => ({ type: 'BodyBound', v: 2, body, by: null });

export function state(body: string | null = null): ChannelState {
  return { kind: 'channel', channel: 'c1', installed: true, body, boundBy: null, met: null, away: null, refusedErrands: [] };
}

export function index(over: Partial<Index> = {}): Index {
  return { kind: 'channel', body: null, dueAt: null, waitingOn: [], open: true, ...over };
}

export function notice(key: string, over: Partial<Notice> = {}): Notice {
  return { key, card: 'welcome', about: stream, occasion: null, to: { channel: 'c1' }, under: null, dueAt: null, ...over };
}

export function errand(id: string): Errand {
  return { id, rule: 'meet-in-channel', to: 'body/it', command: { type: 'MeetInChannel', channel: 'c1' } };
}

export function text(ref: string, words = 'ord'): SealedText {
  return { ref, key: `key of ${ref}`, words };
}

type Over = Partial<Omit<Append, 'entries' | 'cause'>> & {
  readonly events?: readonly ChannelEvent[];
  readonly cause?: string;
  readonly at?: number;
  readonly by?: string;
};

/** Makes a valid append, except for what it is told to change. */
export function append({ events = [installed], cause = '1', at = noon, by = 'p-1', ...over }: Over = {}): Append {
  const why: Cause = `press:${cause}`;
  const entries = events.map((event): Unchained => ({ at: new Date(at).toISOString(), cause: why, by, event }));
  return {
    stream,
    expect: 0,
    state: state(),
    index: index(),
    texts: [],
    notices: [],
    errands: [],
    touches: [],
    ...over,
    cause: why,
    entries,
  };
}

export const asking: Stream = 'channel/asking';

/** Asks for notices on a stream of their own, with one more append each time. */
export async function ask(store: Store, notices: readonly Notice[], at: number = noon): Promise<void> {
  const expect = (await store.recall(asking))?.version ?? 0;
  const about = notices.map((each) => ({ ...each, about: asking }));
  const appended = await store.append(append({ stream: asking, expect, cause: `ask ${expect}`, notices: about, at }));
  if (appended.result !== 'appended') throw new Error(`asking ended in ${appended.result}`);
}

/** Returns the first of a list that must not be empty. */
export function first<T>(list: readonly T[]): T {
  const [item] = list;
  if (item === undefined) throw new Error('there is none');
  return item;
}
