import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { channelKey } from '../../bot/directory.ts';
import { writeOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
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

  test('a card that Teams is too busy for is sent again when Teams says, not sooner', async () => {
    office.answers = [{ busyMs: 20_000 }];
    await office.plan('panel');
    expect(await office.meetingCards()).toEqual([]);
    office.pass({ seconds: 19 });
    expect(await office.meetingCards()).toEqual([]);
    office.pass({ seconds: 2 });
    expect(await office.meetingCards()).toHaveLength(1);
    expect(await office.uncertain()).toEqual([]);
  });

  test('a card without an answer is sent again, and the possible double is on record', async () => {
    office.answers = ['taken-without-answer'];
    await office.plan('panel');
    await office.deliver.empty();
    office.pass({ seconds: 5 });
    expect(await office.meetingCards()).toHaveLength(2);
    expect(await office.uncertain()).toEqual([1]);
  });

  test('a card that Teams breaks off twice is parked as perhaps doubled, and tried again when another card gets through', async () => {
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

  test('a parked card is tried again by the bot that starts next', async () => {
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

  test('a replacement without an answer is sent again, and leaves no possible double', async () => {
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

  test('while the bot is not in a channel what is for it waits, and goes out when another is chosen', async () => {
    office.answers = ['not-in-channel'];
    await office.plan('panel');
    await office.deliver.empty();
    await office.plan('panel');
    await office.deliver.empty();
    expect(await office.store.parked()).toEqual([]);
    expect((await office.store.recall(streamOf('channel', channelKey('panel'))))?.state).toMatchObject({ installed: false, body: 'panel' });
    await office.bind('panel', 'elsewhere');
    const [elsewhere, cards] = [channelKey('elsewhere'), await office.meetingCards()];
    expect(cards.map(({ channel }) => channel)).toEqual([elsewhere, elsewhere]);
  });

  test('a card that is gone is posted anew instead of replaced', async () => {
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

  test('a reminder whose thread is gone is posted in the channel', async () => {
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

  test('a card that is too large is sent as one line with its button, and parked only when that is too large too', async () => {
    office.answers = ['too-large'];
    await office.plan('panel');
    await office.deliver.empty();
    const [short] = office.sent.filter(({ drawn }) => about(drawn).startsWith('meeting/'));
    expect(short?.drawn.card.body).toEqual([
      expect.objectContaining({ type: 'TextBlock' }),
      expect.objectContaining({ type: 'ActionSet', actions: [expect.objectContaining({ type: 'Action.Execute' })] }),
    ]);

    office.answers = ['too-large', 'too-large'];
    await office.plan('panel');
    await office.deliver.empty();
    expect(await office.store.parked()).toHaveLength(1);
  });

  test('a rejected card is parked at once, and shown in the channel of the secretariat', async () => {
    await office.bind('bureau');
    await office.deliver.empty();
    office.answers = ['rejected'];
    await office.plan('panel');
    await office.deliver.empty();
    expect(office.sent.at(-1)).toMatchObject({ way: 'post', channel: channelKey('bureau') });
  });

  test('a rejected card about parked cards is parked too, and sets off no other', async () => {
    await office.bind('bureau');
    await office.deliver.empty();
    office.answers = ['rejected', 'rejected'];
    await office.plan('panel');
    await office.deliver.empty();
    expect((await office.store.parked()).map(({ key }) => key)).toEqual(['body/bureau:parked', expect.stringMatching(/^meeting\//)]);
    expect(await office.deliver.empty()).toBe(0);
  });
});
