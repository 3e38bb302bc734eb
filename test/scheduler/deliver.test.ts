import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { channelKey } from '../../bot/directory.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { writeOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Handle } from '../../bot/handle.ts';
import { about, type Office, openOffice } from './office.ts';

let office: Office;

beforeEach(async () => {
  office = await openOffice();
});

describe('a card that has been asked for', () => {
  test('a card is posted once in the channel of its body', async () => {
    await office.bind('panel');
    await office.plan('panel');
    expect(await office.meetingCards()).toEqual([{ way: 'post', channel: channelKey('panel'), activity: expect.any(String) }]);
    office.pass({ minutes: 5 });
    await office.deliver.empty();
    expect(await office.deliver.empty()).toBe(0);
    expect((await office.meetingCards()).filter(({ way }) => way === 'post')).toHaveLength(1);
  });

  test('a card waits while its body has no channel, and goes out when it gets one', async () => {
    await office.plan('panel');
    expect(await office.meetingCards()).toEqual([]);
    await office.bind('panel');
    expect(await office.meetingCards()).toMatchObject([{ way: 'post', channel: channelKey('panel') }]);
  });

  test('a card goes to the channel of the secretariat where its body has none', async () => {
    await office.plan('panel');
    await office.bind('bureau');
    expect(await office.meetingCards()).toMatchObject([{ way: 'post', channel: channelKey('bureau') }]);
  });

  test('a card follows its body to another channel', async () => {
    await office.bind('panel');
    await office.plan('panel');
    await office.deliver.empty();
    await office.deliver.empty();
    office.pass({ seconds: 5 });
    await office.bind('panel', 'elsewhere');
    expect((await office.meetingCards()).filter(({ way }) => way === 'post')).toMatchObject([
      { way: 'post', channel: channelKey('panel') },
      { way: 'post', channel: channelKey('elsewhere') },
    ]);
  });

  test('a burst of answers replaces the standing card once', async () => {
    await office.bind('panel');
    const meeting = await office.plan('panel');
    for (const person of await office.seat('panel', ['Anna', 'Bo', 'Carl'])) {
      await office.deliver.empty();
      await office.ask(meeting, { type: 'AnswerAttendance', attendance: 'coming', deputy: null }, person);
    }
    expect((await office.meetingCards()).map(({ way }) => way)).toEqual(['post']);
    office.pass({ seconds: 3 });
    expect((await office.meetingCards()).map(({ way }) => way)).toEqual(['post', 'replace']);
  });

  test('a reminder is replied into the thread of the card it belongs to', async () => {
    await office.bind('panel');
    const meeting = await office.plan('panel');
    await office.seat('panel', ['Anna']);
    await office.deliver.empty();
    office.time = Temporal.Instant.from('2015-02-27T08:00:00Z');
    await office.ask(
      meeting,
      { type: 'Prompt', card: 'reminder', occasion: writeOccasion<'reminder'>({ what: 'reminder', mark: '2015-02-27' }) },
      null,
    );
    await office.deliver.empty();
    const [standing] = await office.meetingCards();
    expect(office.sent.filter(({ way }) => way === 'reply')).toMatchObject([{ channel: standing?.channel }]);
  });
});

describe('an errand in the outbox', () => {
  test('a refused errand is recorded on the stream it came from', async () => {
    const anna = await office.directory.person({ tenant: 't', aadObjectId: 'Anna', mri: null }, 'Anna', 'da');
    await office.ask(
      'body/panel',
      { type: 'FillSeat', appointment: 'x', seat: 'regional-chair', person: anna, from: '2015-01-01' },
      office.administrator,
    );
    await office.ask(
      'body/forum',
      { type: 'FillSeat', appointment: 'y', seat: 'municipal-chair', person: anna, from: '2015-01-01' },
      office.administrator,
    );
    await office.deliver.empty();
    const refused = await Promise.all(
      (['body/panel', 'body/forum'] as const).map(async (stream) => (await office.store.recall(stream))?.state),
    );
    expect(refused.flatMap((state) => (state?.kind === 'body' ? state.refusedErrands : []))).toMatchObject([
      { refusal: { refused: 'two-sectors' } },
    ]);
  });

  test('an errand to every open stream goes on where it was cut short', async () => {
    await office.bind('panel');
    const meetings = [await office.plan('panel'), await office.plan('panel')];
    await office.deliver.empty();
    const shown = async () =>
      (await Promise.all(meetings.map((meeting) => office.store.history(meeting)))).map((entries) => entries.length);
    const before = await shown();
    await office.bind('panel', 'elsewhere');
    const real = office.handle;
    office.handle = failing(real);
    await office.deliver.empty();
    expect((await shown()).sort()).toEqual([before[0], (before[1] ?? 0) + 1]);
    office.handle = real;
    office.pass({ minutes: 10 });
    await office.deliver.empty();
    expect(await shown()).toEqual(before.map((length) => length + 1));
  });
});

describe('a page that is to be written', () => {
  test('a published page is written from the outbox, and tried again until the writing succeeds', async () => {
    await office.bind('panel');
    const meeting = await office.plan('panel');
    await office.deliver.empty();
    const publish = async (command: Command) => office.ask(meeting, command, office.administrator);
    office.time = Temporal.Instant.from('2015-03-02T12:30:00Z');
    await publish({ type: 'ProposeItem', item: 'i1', proposal: information });
    await publish({ type: 'RecordOutcome', item: 'i1', outcome: 'noted', text: null });
    await publish({ type: 'SendMinutes' });
    await office.deliver.empty();
    office.time = Temporal.Instant.from('2015-03-20T09:00:00Z');
    await publish({ type: 'PublishMinutes' });
    const tries: Stream[] = [];
    office.written = async (about) => {
      tries.push(about);
      if (tries.length < 3) throw new Error('the disk is full');
    };
    await office.deliver.empty();
    expect(await office.store.notice(`${meeting}:page`)).toMatchObject({ state: 'open', place: null });
    for (let round = 0; round < 4; round++) {
      office.pass({ minutes: 5 });
      await office.deliver.empty();
    }
    expect(tries).toEqual([meeting, meeting, meeting]);
    expect(await office.store.notice(`${meeting}:page`)).toMatchObject({ state: 'sent' });
    expect(office.sent.map(({ drawn }) => about(drawn))).not.toContain('page');
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

/** A handle that is killed after the first meeting of a round. */
function failing(real: Handle): Handle {
  let meetings = 0;
  return async (asked) => {
    if (asked.stream.startsWith('meeting/') && ++meetings > 1) throw new Error('killed between two appends');
    return real(asked);
  };
}
