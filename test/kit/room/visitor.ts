import type { Shown } from '../teams/screen.ts';

interface SeenPost {
  readonly activity: string;
  readonly card: Shown | null;
  readonly text: string;
  readonly refresh: { readonly verb: string; readonly data: Shown } | null;
}
interface SeenRoom {
  readonly now: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly { readonly channel: string | null; readonly body: string; readonly waits: readonly string[] }[];
  readonly next: { readonly at: string; readonly says: readonly { readonly words: string }[] } | null;
  readonly entries: readonly { readonly who: string; readonly did: string }[];
  readonly tour: Readonly<Record<string, boolean>>;
}

/** The room as its page asks for it. */
export function visitorOf(address: string) {
  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${address}${path}`)).json()) as T;
  const post = async <T>(path: string, body: object): Promise<T> => {
    const answered = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answered.json()) as T;
  };
  const looks = (person = '') => get<SeenRoom>(`/room/look?${new URLSearchParams({ language: 'da', person, after: '-1' })}`);
  const idOf = async (name: string) => (await looks()).people.find((each) => each.name === name)?.id ?? '';
  const channelOf = async (body: string) => (await looks()).channels.find((each) => each.body === body)?.channel ?? '';
  const posts = async (body: string, name: string) => {
    const where = new URLSearchParams({ channel: await channelOf(body), person: await idOf(name) });
    return get<readonly SeenPost[]>(`/teams/client/posts?${where}`);
  };
  const presses = async (name: string, activity: string, verb: string, data: Shown, trigger = 'manual') =>
    post<{ readonly card?: Shown; readonly sentence?: string }>('/teams/client/press', {
      person: await idOf(name),
      locale: 'da-DK',
      activity,
      verb,
      data,
      trigger,
    });
  return {
    looks,
    posts,
    presses,
    /** What the client opens by itself for somebody; null: they see what all see. */
    ownView: async (name: string, { activity, refresh }: SeenPost) =>
      refresh && (await presses(name, activity, refresh.verb, refresh.data, 'automatic')).card,
    writes: async (name: string, body: string, text: string) =>
      post('/teams/client/messages', { person: await idOf(name), locale: 'da-DK', channel: await channelOf(body), text, thread: null }),
    moves: (to: string) => post<{ readonly says: readonly { readonly words: string }[] }>('/room/clock', { to, language: 'da' }),
    checks: () => get<{ readonly entries: number; readonly faults: readonly string[] }>('/room/check'),
    again: () => post('/room/again', {}),
  };
}
