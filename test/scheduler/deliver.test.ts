import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Address, type Courier, type Drawn, PostFailed, type PostProblem } from '../../bot/courier.ts';
import { channelKey, type Directory, openDirectory } from '../../bot/directory.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { type Handle, openHandle } from '../../bot/handle.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Place, Store } from '../../bot/store/store.ts';
import { type Deliver, openDeliver } from '../../scheduler/deliver.ts';
import { charter } from '../kit/charter.ts';

interface Sent {
  readonly way: 'post' | 'reply' | 'replace';
  readonly channel: string;
  readonly activity: string;
  readonly drawn: Drawn;
}
type Answer = PostProblem | { readonly busyMs: number } | 'taken-without-answer';

let time: Temporal.Instant;
let store: Store;
let directory: Directory;
let handle: Handle;
let deliver: Deliver;
let sent: Sent[];
/** What the courier answers, one by one; nothing left: it takes the card. */
let answers: Answer[];
let secretary: PersonKey;
let asks: number;
/** Writes a published page, or fails to. */
let written: (about: Stream) => Promise<void>;

const quiet = { warn: () => undefined, error: () => undefined };

beforeEach(async () => {
  time = Temporal.Instant.from('2015-02-02T09:00:00Z');
  store = openSqlite(':memory:');
  directory = openDirectory(store);
  handle = openHandle(
    store,
    () => charter(),
    async () => undefined,
  );
  written = async () => undefined;
  sent = [];
  answers = [];
  asks = 0;
  secretary = await directory.person({ tenant: 't', aadObjectId: 'a', mri: '29:a' }, 'Sekretæren', 'da');
  deliver = openDeliver({
    store,
    directory,
    charter: () => charter(),
    handle: (asked) => handle(asked),
    courier: courier(),
    pages: { write: (about) => written(about), address: () => null },
    now: () => time,
    chance: () => 0.5,
    timing: { leaseMs: 120_000, sendMs: 40_000, answerMs: 15_000, skewMs: 60_000 },
    log: quiet,
  });
});

describe('a card that has been asked for', () => {
  test('is posted in the channel of its body, once', async () => {
    await bind('panel');
    await plan('panel');
    expect(await meetingCards()).toEqual([{ way: 'post', channel: channelKey('panel'), activity: expect.any(String) }]);
    pass({ minutes: 5 });
    await deliver.empty();
    expect(await deliver.empty()).toBe(0);
    expect((await meetingCards()).filter(({ way }) => way === 'post')).toHaveLength(1);
  });

  test('waits while its body has no channel, and goes out when it gets one', async () => {
    await plan('panel');
    expect(await meetingCards()).toEqual([]);
    await bind('panel');
    expect(await meetingCards()).toMatchObject([{ way: 'post', channel: channelKey('panel') }]);
  });

  test('goes to the channel of the secretariat where its body has none', async () => {
    await plan('panel');
    await bind('bureau');
    expect(await meetingCards()).toMatchObject([{ way: 'post', channel: channelKey('bureau') }]);
  });

  test('follows its body to another channel', async () => {
    await bind('panel');
    await plan('panel');
    await deliver.empty();
    await deliver.empty();
    pass({ seconds: 5 });
    await bind('panel', 'elsewhere');
    expect((await meetingCards()).filter(({ way }) => way === 'post')).toMatchObject([
      { way: 'post', channel: channelKey('panel') },
      { way: 'post', channel: channelKey('elsewhere') },
    ]);
  });

  test('replaces the one that stands, once for a burst of answers', async () => {
    await bind('panel');
    const meeting = await plan('panel');
    for (const person of await seat('panel', ['Anna', 'Bo', 'Carl'])) {
      await deliver.empty();
      await ask(meeting, { type: 'AnswerAttendance', attendance: 'coming', deputy: null }, person);
    }
    expect((await meetingCards()).map(({ way }) => way)).toEqual(['post']);
    pass({ seconds: 3 });
    expect((await meetingCards()).map(({ way }) => way)).toEqual(['post', 'replace']);
  });

  test('is replied into the thread of the card it belongs to', async () => {
    await bind('panel');
    const meeting = await plan('panel');
    await seat('panel', ['Anna']);
    await deliver.empty();
    time = Temporal.Instant.from('2015-02-27T08:00:00Z');
    await ask(meeting, { type: 'Prompt', card: 'reminder', occasion: 'reminder-2015-02-27' }, null);
    await deliver.empty();
    const [standing] = await meetingCards();
    expect(sent.at(-1)).toMatchObject({ way: 'reply', channel: standing?.channel });
  });
});

describe('when Teams does not take a card', () => {
  beforeEach(async () => {
    await bind('panel');
    await deliver.empty();
  });

  test('busy: tried again when Teams says, not sooner', async () => {
    answers = [{ busyMs: 20_000 }];
    await plan('panel');
    expect(await meetingCards()).toEqual([]);
    pass({ seconds: 19 });
    expect(await meetingCards()).toEqual([]);
    pass({ seconds: 2 });
    expect(await meetingCards()).toHaveLength(1);
    expect(await uncertain()).toEqual([]);
  });

  test('no answer: sent again, and the possible double is on record', async () => {
    answers = ['taken-without-answer'];
    await plan('panel');
    await deliver.empty();
    pass({ seconds: 5 });
    expect(await meetingCards()).toHaveLength(2);
    expect(await uncertain()).toEqual([1]);
  });

  test('no answer to a replacement: sent again, and no double can stand', async () => {
    const meeting = await plan('panel');
    const [anna] = await seat('panel', ['Anna']);
    await deliver.empty();
    pass({ seconds: 5 });
    answers = ['taken-without-answer'];
    await ask(meeting, { type: 'AnswerAttendance', attendance: 'coming', deputy: null }, anna ?? null);
    await deliver.empty();
    pass({ seconds: 5 });
    expect((await meetingCards()).map(({ way }) => way)).toEqual(['post', 'replace', 'replace']);
    expect(await uncertain()).toEqual([]);
  });

  test('the bot is not in the channel: parked, and lifted when a channel is chosen', async () => {
    answers = ['not-in-channel'];
    await plan('panel');
    await deliver.empty();
    expect((await store.parked()).map(({ key }) => key)).toEqual([expect.stringMatching(/^meeting\//)]);
    await bind('panel', 'elsewhere');
    expect(await meetingCards()).toMatchObject([{ channel: channelKey('elsewhere') }]);
    expect(await store.parked()).toEqual([]);
  });

  test('the card to replace is gone: posted anew', async () => {
    const meeting = await plan('panel');
    const [anna] = await seat('panel', ['Anna']);
    await deliver.empty();
    pass({ seconds: 5 });
    answers = ['no-such-card'];
    await ask(meeting, { type: 'AnswerAttendance', attendance: 'coming', deputy: null }, anna ?? null);
    await deliver.empty();
    pass({ seconds: 5 });
    expect((await meetingCards()).map(({ way }) => way)).toEqual(['post', 'post']);
  });

  test('the thread is gone: posted in the channel', async () => {
    const meeting = await plan('panel');
    await seat('panel', ['Anna']);
    await deliver.empty();
    time = Temporal.Instant.from('2015-02-27T08:00:00Z');
    answers = ['not-in-channel'];
    await ask(meeting, { type: 'Prompt', card: 'reminder', occasion: 'reminder-2015-02-27' }, null);
    await deliver.empty();
    expect(sent.at(-1)).toMatchObject({ way: 'post' });
  });

  test('too large: one line with the button, and only then parked', async () => {
    answers = ['too-large'];
    await plan('panel');
    await deliver.empty();
    const [short] = sent.filter(({ drawn }) => about(drawn).startsWith('meeting/'));
    expect(short?.drawn.card.body).toHaveLength(1);
    expect(short?.drawn.card.actions).toHaveLength(1);

    answers = ['too-large', 'too-large'];
    await plan('panel');
    await deliver.empty();
    expect(await store.parked()).toHaveLength(1);
  });

  test('rejected: parked at once, and shown in the channel of the secretariat', async () => {
    await bind('bureau');
    await deliver.empty();
    answers = ['rejected'];
    await plan('panel');
    await deliver.empty();
    expect(sent.at(-1)).toMatchObject({ way: 'post', channel: channelKey('bureau') });
  });

  test('the card that shows what is parked is rejected too: nothing goes round in circles', async () => {
    await bind('bureau');
    await deliver.empty();
    answers = ['rejected', 'rejected'];
    await plan('panel');
    await deliver.empty();
    expect((await store.parked()).map(({ key }) => key)).toEqual(['body/bureau:parked', expect.stringMatching(/^meeting\//)]);
    expect(await deliver.empty()).toBe(0);
  });
});

describe('an errand', () => {
  test('that is refused stands where it came from', async () => {
    const anna = await directory.person({ tenant: 't', aadObjectId: 'Anna', mri: null }, 'Anna', 'da');
    await ask('body/panel', { type: 'FillSeat', appointment: 'x', seat: 'regional-chair', person: anna, from: '2015-01-01' }, secretary);
    await ask('body/forum', { type: 'FillSeat', appointment: 'y', seat: 'municipal-chair', person: anna, from: '2015-01-01' }, secretary);
    await deliver.empty();
    const refused = await Promise.all((['body/panel', 'body/forum'] as const).map(async (stream) => (await store.recall(stream))?.state));
    expect(refused.flatMap((state) => (state?.kind === 'body' ? state.refusedErrands : []))).toMatchObject([
      { refusal: { refused: 'two-sectors' } },
    ]);
  });

  test('to every open stream goes on where it was cut short', async () => {
    await bind('panel');
    const meetings = [await plan('panel'), await plan('panel')];
    await deliver.empty();
    const shown = async () => (await Promise.all(meetings.map((meeting) => store.history(meeting)))).map((entries) => entries.length);
    const before = await shown();
    await bind('panel', 'elsewhere');
    handle = failing();
    await deliver.empty();
    expect((await shown()).sort()).toEqual([before[0], (before[1] ?? 0) + 1]);
    handle = openHandle(
      store,
      () => charter(),
      async () => undefined,
    );
    pass({ minutes: 10 });
    await deliver.empty();
    expect(await shown()).toEqual(before.map((length) => length + 1));
  });
});

/** The store stops answering after the first meeting of a round. */
function failing(): Handle {
  const real = handle;
  let meetings = 0;
  return async (asked) => {
    if (asked.stream.startsWith('meeting/') && ++meetings > 1) throw new Error('killed between two appends');
    return real(asked);
  };
}

function courier(): Courier {
  let posted = 0;
  const take = (way: Sent['way'], to: Address, drawn: Drawn, activity: string) => {
    const answer = answers.shift();
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
  const handled = await handle({
    stream,
    command,
    by: by === null ? { kind: 'clock' } : { kind: 'person', person: by, administrator: by === secretary },
    cause: `press:${++asks}`,
    now: time,
  });
  expect(handled).not.toMatchObject({ result: 'refused' });
}

describe('a page that is to be written', () => {
  test('is written from the outbox, and again after a fault or a kill', async () => {
    await bind('panel');
    const meeting = await plan('panel');
    await deliver.empty();
    const publish = async (command: Command) => ask(meeting, command, secretary);
    time = Temporal.Instant.from('2015-03-02T12:30:00Z');
    await publish({ type: 'ProposeItem', item: 'i1', proposal: information });
    await publish({ type: 'RecordOutcome', item: 'i1', outcome: 'noted', text: null });
    await publish({ type: 'SendMinutes' });
    await deliver.empty();
    time = Temporal.Instant.from('2015-03-20T09:00:00Z');
    await publish({ type: 'PublishMinutes' });
    const tries: Stream[] = [];
    written = async (about) => {
      tries.push(about);
      if (tries.length < 3) throw new Error('the disk is full');
    };
    await deliver.empty();
    expect(await store.notice(`${meeting}:page`)).toMatchObject({ state: 'open', place: null });
    for (let round = 0; round < 4; round++) {
      pass({ minutes: 5 });
      await deliver.empty();
    }
    expect(tries).toEqual([meeting, meeting, meeting]);
    expect(await store.notice(`${meeting}:page`)).toMatchObject({ state: 'sent' });
    expect(sent.map(({ drawn }) => about(drawn))).not.toContain('page');
  });
});

const information = {
  kind: 'information',
  title: { ref: 'title', mac: 'm' },
  recommendations: [],
  case: null,
  papers: null,
  closed: false,
} as const;

async function bind(body: string, conversation = body): Promise<void> {
  const channel = channelKey(conversation);
  await directory.keepAddress({
    channel,
    conversation,
    tenant: 't',
    team: 'team',
    teamName: 'Team',
    name: conversation,
    serviceUrl: 'https://x',
    bot: '28:b',
  });
  await ask(`channel/${channel}`, { type: 'NoteInstalled' }, secretary);
  await ask(`channel/${channel}`, { type: 'BindBody', body }, secretary);
}

async function plan(body: string): Promise<Stream> {
  const stream: Stream = `meeting/m${++asks}`;
  const link = { ref: 'r', mac: 'm' };
  await ask(
    stream,
    {
      type: 'PlanMeeting',
      body,
      joint: [],
      extraordinary: false,
      reason: null,
      start: '2015-03-02T12:00:00Z',
      end: '2015-03-02T14:00:00Z',
      place: null,
      link,
    },
    secretary,
  );
  return stream;
}

async function seat(body: string, names: readonly string[]): Promise<readonly PersonKey[]> {
  const persons: PersonKey[] = [];
  for (const name of names) {
    const person = await directory.person({ tenant: 't', aadObjectId: name, mri: `29:${name}` }, name, 'da');
    await ask(`body/${body}`, { type: 'FillSeat', appointment: `a-${name}`, seat: 'adviser', person, from: '2015-01-01' }, secretary);
    persons.push(person);
  }
  return persons;
}

function pass(duration: Temporal.DurationLike): void {
  time = time.add(duration);
}

/** What has been sent of the meeting's own card, after delivering what is due. */
async function meetingCards(): Promise<readonly Omit<Sent, 'drawn'>[]> {
  await deliver.empty();
  return sent.filter(({ drawn, way }) => way !== 'reply' && about(drawn).startsWith('meeting/')).map(({ drawn: _drawn, ...rest }) => rest);
}

function about(drawn: Drawn): string {
  return /"about":"([^"]+)"/.exec(JSON.stringify(drawn.card))?.[1] ?? '';
}

async function uncertain(): Promise<readonly number[]> {
  const meetings = (await store.ofKind('meeting')).map((stream) => store.noticesAbout(stream));
  return (await Promise.all(meetings)).flat().flatMap((each) => each.uncertain);
}
