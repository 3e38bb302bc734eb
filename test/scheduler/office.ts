import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { type Address, type Courier, type Drawn, PostFailed, type PostProblem } from '../../bot/courier.ts';
import { channelKey, openDirectory } from '../../bot/directory.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../../bot/handle.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Place } from '../../bot/store/store.ts';
import { type Deliver, openDeliver } from '../../scheduler/deliver.ts';
import { charter } from '../kit/charter.ts';

interface Sent {
  readonly way: 'post' | 'reply' | 'replace';
  readonly channel: string;
  readonly activity: string;
  readonly drawn: Drawn;
}
type Refused = PostProblem | { readonly busyMs: number } | 'taken-without-answer';

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** Delivery on a store in memory, with a clock that a test sets and a courier that answers as a test has decided. */
export async function openOffice() {
  const store = openSqlite(':memory:');
  const directory = openDirectory(store);
  const administrator = await directory.person({ tenant: 't', aadObjectId: 'a', mri: '29:a' }, 'Administratoren', 'da');
  const sent: Sent[] = [];
  let asks = 0;
  let posted = 0;

  const restarted = (): Deliver =>
    openDeliver({
      store,
      directory,
      charter: () => charter(),
      handle: (asked) => office.handle(asked),
      courier: courier(),
      pages: { write: (about) => office.written(about), address: () => null },
      picture: async () => null,
      calendar: async () => null,
      now: () => office.time,
      chance: () => 0.5,
      timing: { leaseMs: 120_000, sendMs: 40_000, answerMs: 15_000, skewMs: 60_000 },
      log: { warn: () => undefined, error: () => undefined },
    });
  const deliver = restarted();
  const office = {
    store,
    directory,
    administrator,
    deliver,
    /** Delivery by another process on the same store. */
    restarted,
    sent,
    time: Temporal.Instant.from('2015-02-02T09:00:00Z'),
    /** The courier gives these answers one by one; when none is left, it takes the card. */
    answers: [] as Refused[],
    /** Writes a published page, or fails to. */
    written: async (_about: Stream): Promise<void> => undefined,
    handle: openHandle(
      store,
      () => charter(),
      async () => undefined,
    ),
    ask,
    bind,
    plan,
    seat,
    pass: (duration: Temporal.DurationLike): void => {
      office.time = office.time.add(duration);
    },
    /** Delivers what is due, and gives what has been sent of the meeting's own card. */
    meetingCards: async (): Promise<readonly Omit<Sent, 'drawn'>[]> => {
      await deliver.empty();
      return sent
        .filter(({ drawn, way }) => way !== 'reply' && about(drawn).startsWith('meeting/'))
        .map(({ drawn: _drawn, ...rest }) => rest);
    },
    uncertain: async (): Promise<readonly number[]> => {
      const meetings = (await store.ofKind('meeting')).map((stream) => store.noticesAbout(stream));
      return (await Promise.all(meetings)).flat().flatMap((each) => each.uncertain);
    },
  };
  return office;

  function courier(): Courier {
    const take = (way: Sent['way'], to: Address, drawn: Drawn, activity: string) => {
      const answer = office.answers.shift();
      if (answer === undefined || answer === 'taken-without-answer') sent.push({ way, channel: to.channel, activity, drawn });
      if (answer === 'taken-without-answer') throw new PostFailed('unsure', 'no answer');
      if (typeof answer === 'object') throw new PostFailed('busy', '429', answer.busyMs);
      if (answer !== undefined) throw new PostFailed(answer, 'said so');
    };
    return {
      post: async (to, drawn, under) => {
        const place: Place = {
          channel: to.channel,
          conversation: under?.conversation ?? `${to.conversation};messageid=${++posted}`,
          activity: `${posted}`,
        };
        take(under ? 'reply' : 'post', to, drawn, place.activity);
        return place;
      },
      replace: async (to, drawn, at) => take('replace', to, drawn, at.activity),
    };
  }

  async function ask(stream: Stream, command: Command, by: PersonKey | null): Promise<void> {
    const handled = await office.handle({
      stream,
      command,
      by: by === null ? { kind: 'clock' } : { kind: 'person', person: by, administrator: by === administrator },
      cause: `press:${++asks}`,
      now: office.time,
    });
    expect(handled).not.toMatchObject({ result: 'refused' });
  }

  async function bind(body: string, conversation = body): Promise<void> {
    const channel = channelKey(conversation);
    const kept = { tenant: 't', team: 'team', teamName: 'Team', name: conversation, serviceUrl: 'https://x', bot: '28:b' };
    await directory.keepAddress({ channel, conversation, ...kept });
    await ask(`channel/${channel}`, { type: 'NoteInstalled', of: 'channel' }, administrator);
    await ask(`channel/${channel}`, { type: 'BindBody', body }, administrator);
  }

  async function plan(body: string): Promise<Stream> {
    const stream: Stream = `meeting/m${++asks}`;
    const when = { start: '2015-03-02T12:00:00Z', end: '2015-03-02T14:00:00Z', place: null, link: { ref: 'r', mac: 'm' } };
    await ask(stream, { type: 'PlanMeeting', body, joint: [], extraordinary: false, reason: null, ...when }, administrator);
    return stream;
  }

  async function seat(body: string, names: readonly string[]): Promise<readonly PersonKey[]> {
    const persons: PersonKey[] = [];
    for (const name of names) {
      const person = await directory.person({ tenant: 't', aadObjectId: name, mri: `29:${name}` }, name, 'da');
      await ask(`body/${body}`, { type: 'FillSeat', appointment: `a-${name}`, seat: 'adviser', person, from: '2015-01-01' }, administrator);
      persons.push(person);
    }
    return persons;
  }
}

export function about(drawn: Drawn): string {
  return /"about":"([^"]+)"/.exec(JSON.stringify(drawn.card))?.[1] ?? '';
}
