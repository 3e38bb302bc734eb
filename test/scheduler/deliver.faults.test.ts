import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { channelKey } from '../../bot/directory.ts';
import { writeOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { about, type Office, openOffice } from './office.ts';

let office: Office;

beforeEach(async () => {
  office = await openOffice();
});

describe('when Teams does not take a card', () => {
  beforeEach(async () => {
    await office.bind('panel');
    await office.deliver.empty();
  });

  test('busy: tried again when Teams says, not sooner', async () => {
    office.answers = [{ busyMs: 20_000 }];
    await office.plan('panel');
    expect(await office.meetingCards()).toEqual([]);
    office.pass({ seconds: 19 });
    expect(await office.meetingCards()).toEqual([]);
    office.pass({ seconds: 2 });
    expect(await office.meetingCards()).toHaveLength(1);
    expect(await office.uncertain()).toEqual([]);
  });

  test('no answer: sent again, and the possible double is on record', async () => {
    office.answers = ['taken-without-answer'];
    await office.plan('panel');
    await office.deliver.empty();
    office.pass({ seconds: 5 });
    expect(await office.meetingCards()).toHaveLength(2);
    expect(await office.uncertain()).toEqual([1]);
  });

  test('Teams breaks off: posted at most twice, parked as perhaps doubled, and tried again when another card gets through', async () => {
    office.answers = ['broke-off', 'broke-off'];
    await office.plan('panel');
    await office.deliver.empty();
    office.pass({ seconds: 5 });
    expect(await office.meetingCards()).toEqual([]);
    expect(await office.store.parked()).toMatchObject([{ standing: { uncertain: [1], error: expect.stringMatching(/^broke-off/) } }]);
    office.pass({ hours: 5 });
    expect(await office.meetingCards()).toEqual([]);
    await office.plan('panel');
    expect(await office.meetingCards()).toHaveLength(2);
    expect(await office.store.parked()).toEqual([]);
    expect(await office.uncertain()).toEqual([1]);
  });

  test('what a fault of ours has parked is tried again by the bot that starts next', async () => {
    office.answers = ['broke-off', 'broke-off'];
    await office.plan('panel');
    await office.deliver.empty();
    office.pass({ seconds: 5 });
    await office.deliver.empty();
    expect(await office.store.parked()).toHaveLength(1);
    await office.restarted().empty();
    expect(await office.store.parked()).toEqual([]);
    expect(await office.meetingCards()).toHaveLength(1);
  });

  test('no answer to a replacement: sent again, and no double can stand', async () => {
    const meeting = await office.plan('panel');
    const [anna] = await office.seat('panel', ['Anna']);
    await office.deliver.empty();
    office.pass({ seconds: 5 });
    office.answers = ['taken-without-answer'];
    await office.ask(meeting, { type: 'AnswerAttendance', attendance: 'coming', deputy: null }, anna ?? null);
    await office.deliver.empty();
    office.pass({ seconds: 5 });
    expect((await office.meetingCards()).map(({ way }) => way)).toEqual(['post', 'replace', 'replace']);
    expect(await office.uncertain()).toEqual([]);
  });

  test('the bot is not in the channel: parked, and lifted when a channel is chosen', async () => {
    office.answers = ['not-in-channel'];
    await office.plan('panel');
    await office.deliver.empty();
    expect((await office.store.parked()).map(({ key }) => key)).toEqual([expect.stringMatching(/^meeting\//)]);
    await office.bind('panel', 'elsewhere');
    expect(await office.meetingCards()).toMatchObject([{ channel: channelKey('elsewhere') }]);
    expect(await office.store.parked()).toEqual([]);
  });

  test('the card to replace is gone: posted anew', async () => {
    const meeting = await office.plan('panel');
    const [anna] = await office.seat('panel', ['Anna']);
    await office.deliver.empty();
    office.pass({ seconds: 5 });
    office.answers = ['no-such-card'];
    await office.ask(meeting, { type: 'AnswerAttendance', attendance: 'coming', deputy: null }, anna ?? null);
    await office.deliver.empty();
    office.pass({ seconds: 5 });
    expect((await office.meetingCards()).map(({ way }) => way)).toEqual(['post', 'post']);
  });

  test('the thread is gone: posted in the channel', async () => {
    const meeting = await office.plan('panel');
    await office.seat('panel', ['Anna']);
    await office.deliver.empty();
    office.time = Temporal.Instant.from('2015-02-27T08:00:00Z');
    await office.deliver.empty();
    office.answers = ['not-in-channel'];
    await office.ask(
      meeting,
      { type: 'Prompt', card: 'reminder', occasion: writeOccasion<'reminder'>({ what: 'reminder', mark: '2015-02-27' }) },
      null,
    );
    await office.deliver.empty();
    expect(office.sent.at(-1)).toMatchObject({ way: 'post' });
  });

  test('too large: one line with the button, and only then parked', async () => {
    office.answers = ['too-large'];
    await office.plan('panel');
    await office.deliver.empty();
    const [short] = office.sent.filter(({ drawn }) => about(drawn).startsWith('meeting/'));
    expect(short?.drawn.card.body).toHaveLength(1);
    expect(short?.drawn.card.actions).toHaveLength(1);

    office.answers = ['too-large', 'too-large'];
    await office.plan('panel');
    await office.deliver.empty();
    expect(await office.store.parked()).toHaveLength(1);
  });

  test('rejected: parked at once, and shown in the channel of the secretariat', async () => {
    await office.bind('bureau');
    await office.deliver.empty();
    office.answers = ['rejected'];
    await office.plan('panel');
    await office.deliver.empty();
    expect(office.sent.at(-1)).toMatchObject({ way: 'post', channel: channelKey('bureau') });
  });

  test('the card that shows what is parked is rejected too: nothing goes round in circles', async () => {
    await office.bind('bureau');
    await office.deliver.empty();
    office.answers = ['rejected', 'rejected'];
    await office.plan('panel');
    await office.deliver.empty();
    expect((await office.store.parked()).map(({ key }) => key)).toEqual(['body/bureau:parked', expect.stringMatching(/^meeting\//)]);
    expect(await office.deliver.empty()).toBe(0);
  });
});
