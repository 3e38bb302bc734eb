import { setImmediate } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { type Courier, type Drawn, PostFailed, type PostProblem } from '../../bot/courier.ts';
import { channelKey, openDirectory } from '../../bot/directory.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';

import type { Actor, PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../../bot/handle.ts';
import type { Store } from '../../bot/store/store.ts';
import { type Deliver, openDeliver } from '../../scheduler/deliver.ts';
import { content, fjord, judge, matter } from '../case/panel-case.ts';
import { wordsOf } from '../kit/teams/screen.ts';

/** A card as it stands in the channel, and whom Teams told of it when it was posted. */
interface Posted {
  readonly activity: string;
  readonly about: string;
  readonly told: readonly string[];
  card: Drawn['card'];
}
/** One step of a replica: asked for, and not taken yet. */
interface Turn {
  readonly of: Replica;
  readonly what: string;
  readonly go: () => void;
  readonly die: () => void;
}
interface Replica {
  readonly deliver: Deliver;
  working: boolean;
  dead: boolean;
}
export type Gathering = Awaited<ReturnType<typeof openGathering>>;

/** What of the store others see. */
const writes: ReadonlySet<string> = new Set(['putRecord', 'watch', 'redraw', 'claim', 'settle', 'append', 'wake']);
/** What is seen differently where somebody else has been there first. */
const reads: ReadonlySet<string> = new Set(['record together', 'notice', 'noticesAbout']);
const chairs = ['rita', 'mona'] as const;
const address = { conversation: 'panel', tenant: 't', team: 'team', teamName: 'Team', name: 'panel', serviceUrl: 'https://x', bot: '28:b' };

/**
 * Replicas of delivery on one store, each of whose steps is taken when a test says so, and a channel that remembers whom Teams told of
 * each card. What is pressed goes past the steps.
 */
export async function openGathering(store: Store, { looks = true } = {}) {
  let ms = Date.parse('2015-02-02T09:00:00Z');
  let given = 0;
  let posted = 0;
  /** Steps that have been taken and are not over. */
  let asking = 0;
  const posts: Posted[] = [];
  const turns: Turn[] = [];
  const faults: PostProblem[] = [];
  const problems: string[] = [];
  const directory = openDirectory(store);
  const people = new Map<string, PersonKey>();
  const now = () => Temporal.Instant.fromEpochMilliseconds(ms);

  async function ask(stream: Stream, command: Command, by: Actor): Promise<void> {
    const handle = openHandle(
      store,
      () => fjord,
      async () => undefined,
    );
    const handled = await handle({ stream, command, by, cause: `operator:${++given}`, now: now() });
    if (handled.result === 'refused') throw new Error(`${command.type}: ${handled.refusal.refused}`);
  }
  const byPerson = (name: string): Actor => ({ kind: 'person', person: people.get(name) ?? '', administrator: false });

  /** Takes the place of everything the replica may do that others see. */
  async function turn(of: Replica, what: string): Promise<void> {
    if (of.dead) throw new Error('the process has stopped');
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    turns.push({ of, what, go: resolve, die: () => reject(new Error('the process has stopped')) });
    await promise;
  }

  function begins(): Replica {
    const its = (): Replica => replica;
    const stepped = new Proxy(store, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...args: readonly unknown[]) => {
          const what = name === 'record' ? `record ${args[0]}` : String(name);
          if (writes.has(what) || (looks && reads.has(what))) await turn(its(), what);
          if (its().dead) throw new Error('the process has stopped');
          asking++;
          try {
            return await Reflect.apply(member, target, args);
          } finally {
            asking--;
          }
        };
      },
    });
    const take = async (what: string, drawn: Drawn, work: () => void, signal: AbortSignal) => {
      await turn(its(), what);
      if (signal.aborted) throw new PostFailed('unsure', 'called off');
      const fault = asksSomebody(drawn) ? faults.shift() : undefined;
      if (fault === undefined) work();
      await turn(its(), `${what}, taken`);
      if (fault !== undefined) throw new PostFailed(fault, 'said so');
    };
    const courier: Courier = {
      post: async ({ channel }, drawn, _under, signal) => {
        const activity = `${++posted}`;
        const work = () => posts.push({ activity, about: aboutIn(drawn), told: mentionedIn(drawn), card: drawn.card });
        await take('post', drawn, () => void work(), signal);
        return { channel, conversation: activity, activity };
      },
      replace: async (_address, drawn, { activity }, signal) => {
        const found = posts.find((each) => each.activity === activity);
        await take('replace', drawn, () => void (found && Object.assign(found, { card: drawn.card })), signal);
        if (!found) throw new PostFailed('no-such-card', 'deleted');
      },
    };
    const replica: Replica = {
      working: false,
      dead: false,
      deliver: openDeliver({
        store: stepped,
        directory: openDirectory(stepped),
        charter: () => fjord,
        handle: openHandle(
          stepped,
          () => fjord,
          async () => undefined,
        ),
        courier,
        pages: { write: async () => undefined, address: () => null },
        picture: async () => null,
        calendar: async () => null,
        now,
        chance: () => 0.5,
        timing: { leaseMs: 120_000, sendMs: 40_000, answerMs: 15_000, skewMs: 60_000 },
        log: {
          warn: () => undefined,
          error: (what, message) => void (replica.dead || problems.push(`${message} ${JSON.stringify(what)}`)),
        },
      }),
    };
    return replica;
  }

  function works(replica: Replica): void {
    if (replica.working || replica.dead) return;
    replica.working = true;
    void replica.deliver.empty().then(
      () => Object.assign(replica, { working: false }),
      () => Object.assign(replica, { working: false }),
    );
  }

  for (const name of ['rita', 'mona', 'gudrun', 'sigrid', 'sune', 'bo'])
    people.set(name, await directory.person({ tenant: 't', aadObjectId: name, mri: `29:${name}` }, name, 'da'));
  await directory.keepAddress({ ...address, channel: channelKey(address.conversation) });
  const channel: Stream = `channel/${channelKey(address.conversation)}`;
  await ask(channel, { type: 'NoteInstalled', of: 'channel' }, { kind: 'operator' });
  await ask(channel, { type: 'BindBody', body: 'panel' }, { kind: 'operator' });
  const fills = (appointment: string, seat: string, name: string, from = '2015-01-01') =>
    ask('body/panel', { type: 'FillSeat', appointment, seat, person: people.get(name) ?? '', from }, { kind: 'operator' });
  await fills('a1', 'regional-chair', 'rita');
  await fills('a2', 'municipal-chair', 'mona');
  await fills('a3', 'practitioner', 'gudrun');
  await fills('a4', 'regional-secretary', 'sigrid');

  /** Lets replicas work until nothing is left to do; `next` chooses whose step is taken, or kills one. */
  async function until(replicas: Replica[], next: (turns: readonly Turn[]) => Turn | 'kill'): Promise<void> {
    for (let idle = 0; idle < 100; ) {
      do await setImmediate();
      while (asking > 0);
      if (turns.length > 0) {
        idle = 0;
        const taken = next(turns);
        if (taken === 'kill') kills(replicas);
        else {
          turns.splice(
            turns.findIndex(({ die }) => die === taken.die),
            1,
          );
          taken.go();
        }
        continue;
      }
      if (replicas.some(({ working }) => working)) continue;
      if ((await store.backlog(ms)).open === 0) return;
      ms += 1_000 * ++idle;
      for (const each of replicas) works(each);
    }
    throw new Error(`something stays open: ${JSON.stringify(await store.backlog(ms))}`);
  }

  /** Now one, now the other, for a while; and so many deaths on the way. */
  const byDice = (seed: number, deaths = 0) => {
    let dice = seed * 7919;
    let left = deaths;
    let favoured: Replica | null = null;
    const roll = (sides: number) => {
      dice = (dice * 48_271) % 2_147_483_647;
      return Math.floor(dice / 7) % sides;
    };
    return (asked: readonly Turn[]): Turn | 'kill' => {
      if (left > 0 && roll(50) === 0) {
        left--;
        return 'kill';
      }
      if (favoured === null || roll(12) === 0) favoured = asked[roll(asked.length)]?.of ?? null;
      const its = asked.filter(({ of }) => of === favoured);
      const among = its.length > 0 ? its : asked;
      return among[roll(among.length)] ?? 'kill';
    };
  };

  /** The first of them stops where it is, and another begins in its place. */
  function kills(replicas: Replica[]): void {
    const [dies] = replicas;
    if (!dies) return;
    dies.dead = true;
    for (const each of turns.filter(({ of }) => of === dies)) {
      turns.splice(turns.indexOf(each), 1);
      each.die();
    }
    replicas.splice(0, 1);
    replicas.push(begins());
  }

  return {
    store,
    posts,
    faults,
    problems,
    begins,
    until,
    byDice,
    /** One replica does what there is to do, in its order. */
    alone: () => until([begins()], ([first]) => first ?? 'kill'),
    fills,
    ends: (appointment: string, day: string) =>
      ask('body/panel', { type: 'EndAppointment', appointment, until: day }, { kind: 'operator' }),
    /** Cases that both chairs are asked about, one right after the other. */
    sends: async (...ids: readonly string[]) => {
      for (const id of ids) {
        await ask(`case/${id}`, { type: 'DraftCase', body: 'panel', matter: matter('professional'), content }, byPerson('gudrun'));
        await ask(`case/${id}`, { type: 'SendCase' }, byPerson('gudrun'));
      }
    },
    judges: (id: string, name: string) => ask(`case/${id}`, judge('here', 1, null), byPerson(name)),
    /** Cards that Teams told somebody of, by the case they are about. */
    told: () => posts.filter(({ told }) => told.length > 0).map(({ about }) => about),
    /** Chairs who must judge a case and have not been told of a card on which it can be read. */
    forgotten: async (id: string, asked: readonly string[] = chairs): Promise<readonly string[]> => {
      const state = (await store.recall(`case/${id}`))?.state;
      const number = state && 'number' in state ? String(state.number) : '?';
      const where = posts.filter(({ card }) => wordsOf(card).join('\n').includes(number));
      return asked.filter((name) => !where.some(({ told }) => told.includes(`29:${name}`))).map((name) => `${name}: ${number}`);
    },
    /** Where a second card may stand beside the first, as the store knows. */
    uncertain: async (id: string) => (await store.noticesAbout(`case/${id}`)).some(({ uncertain }) => uncertain.length > 0),
  };
}

function aboutIn({ card }: Drawn): string {
  return /"about":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
}
function mentionedIn({ card }: Drawn): readonly string[] {
  return [...JSON.stringify(card.msteams ?? {}).matchAll(/"id":"(29:[^"]+)"/g)].map(([, id = '']) => id);
}
function asksSomebody(drawn: Drawn): boolean {
  return mentionedIn(drawn).length > 0;
}
