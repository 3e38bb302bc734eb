import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelKey } from '../../bot/directory.ts';
import { event, installed, invoke, message, type Someone, someone } from '../../bot/rehearsal/connector/activities.ts';
import { deck } from '../../cards/deck.ts';
import type { Card } from '../../cards/kit/card.ts';
import { textIn } from '../../cards/text/languages.ts';
import { openEdge } from '../kit/teams/edge.ts';

let edge: Awaited<ReturnType<typeof openEdge>>;
const administrator = someone(1, 'Administrator');
const member = someone(2, 'Medlem');

beforeEach(async () => {
  edge = await openEdge();
  edge.connector.roster(
    edge.place.channel,
    [administrator, member].map((each) => ({ ...each, tenantId: edge.place.tenant, userRole: 'user' })),
  );
  await edge.deliver(installed(edge.place, administrator));
  await expect.poll(async () => (await edge.directory.roster(key()))?.members.length).toBe(2);
});
afterEach(() => edge.close());

const key = () => channelKey(edge.place.channel);
const welcome = (change: Readonly<Record<string, unknown>> = {}) => ({
  card: 'welcome',
  about: `channel/${key()}`,
  occasion: '',
  form: 'f1',
  version: 1,
  ...change,
});
const press = async (who: Someone, verb: string, data: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) => {
  const activity = invoke(edge.place, who, { verb, data, replyTo: '1' });
  const answered = await edge.deliver({ ...activity, ...more });
  expect(answered.status).toBe(200);
  const body: { type: string; value: unknown } = JSON.parse(answered.body);
  return { sentence: body.type.endsWith('activity.message') ? String(body.value) : null, card: JSON.stringify(body.value) };
};
const ledger = async () => (await edge.store.history(`channel/${key()}`)).map((entry) => entry.event.type);
const bind = (body = 'panel', form = 'f1') => welcome({ form, [`body_${form}`]: body });
const refusals = textIn('da').refusals;

describe('a press', () => {
  it('a press becomes one command by the verified person, and is answered with their own view', async () => {
    const { sentence } = await press(administrator, 'bind', bind());
    expect(sentence).toBeNull();
    const [, entry] = await edge.store.history(`channel/${key()}`);
    expect(entry?.event).toMatchObject({ type: 'BodyBound', body: 'panel' });
    const [person] = [...(await edge.directory.everyone())].find(([, record]) => record.name === 'Administrator') ?? [];
    expect(entry?.by).toBe(person);
  });

  it('a press counts once, whether it is clicked twice or delivered again', async () => {
    await Promise.all([1, 2, 3, 4].map(() => press(administrator, 'bind', bind())));
    expect(await ledger()).toEqual(['BotInstalled', 'BodyBound']);
  });

  it('a press never calls Teams while it is being answered', async () => {
    const before = edge.connector.calls.length;
    await press(administrator, 'bind', bind());
    expect(edge.connector.calls.length).toBe(before);
  });

  it('a press by somebody who may not is refused in the language of their client', async () => {
    const danish = await press(member, 'bind', bind());
    const english = await press(member, 'bind', bind('panel', 'f2'), { locale: 'en-GB' });
    expect(danish.sentence).toBe(refusals['only-secretaries']({ refused: 'only-secretaries' }, unnamed));
    expect(english.sentence).toBe(textIn('en').refusals['only-secretaries']({ refused: 'only-secretaries' }, unnamed));
    expect(await ledger()).toEqual(['BotInstalled']);
  });

  it('two people who press see two views, and neither view is posted in the channel', async () => {
    const [his, hers] = await Promise.all([press(administrator, 'view', welcome()), press(member, 'view', welcome())]);
    expect(his.card).toContain('"verb":"bind"');
    expect(hers.card).not.toContain('"verb":"bind"');
    expect(edge.connector.posts()).toEqual([]);
  });

  it('a refresh that Teams makes by itself records nothing, whatever its button says', async () => {
    const activity = invoke(edge.place, administrator, { verb: 'bind', data: bind(), replyTo: '1', trigger: 'automatic' });
    expect((await edge.deliver(activity)).status).toBe(200);
    expect(await ledger()).toEqual(['BotInstalled']);
  });
});

describe('altered data', () => {
  const card = 'not-in-model';
  it.each<readonly [string, string, Readonly<Record<string, unknown>>]>([
    ['another card', 'bind', { card: 'nothing' }],
    ['a card by a name that every object has', 'bind', { card: 'constructor' }],
    ['another verb', 'unbind', {}],
    ['a verb that every object has', 'toString', {}],
    ['a card that is no name', 'bind', { card: { $ne: '' } }],
    ['no card at all', 'bind', { card: undefined }],
    ['a stream of another kind', 'bind', { about: 'store/all' }],
    ['a way out of the streams', 'bind', { about: '../../persons' }],
    ['a stream with script in its name', 'bind', { about: 'body/<script>alert(1)</script>' }],
    ['a stream that is a list', 'bind', { about: ['body/panel'] }],
    ['an occasion nobody has', 'bind', { occasion: '<script>alert(1)</script>' }],
    ['a form that is no number of ours', 'bind', { form: 'x y' }],
  ])('a press with altered data, %s, is answered with a sentence and records nothing', async (_what, verb, change) => {
    const { sentence } = await press(administrator, verb, { ...bind(), ...change });
    expect(sentence).toBe(refusals[card]({ refused: card, what: 'card' }, unnamed));
    expect(await ledger()).toEqual(['BotInstalled']);
  });

  it('a press whose data names somebody else counts as by the person whom Teams names', async () => {
    const { sentence } = await press(member, 'bind', {
      ...bind(),
      by: administrator.aadObjectId,
      person: 'p-1',
      administrator: true,
      aadObjectId: administrator.aadObjectId,
    });
    expect(sentence).toBe(refusals['only-secretaries']({ refused: 'only-secretaries' }, unnamed));
  });

  it('a press that names a body nobody knows is refused with a sentence', async () => {
    for (const body of ['nowhere', '<script>', '__proto__']) {
      const { sentence } = await press(administrator, 'bind', bind(body));
      expect(sentence).not.toBeNull();
    }
    expect(await ledger()).toEqual(['BotInstalled']);
  });

  it('a press with a text of a megabyte is refused with a sentence and kept nowhere', async () => {
    for (const text of ['x'.repeat(1_000_000), 'x'.repeat(4_001)]) {
      const { sentence } = await press(administrator, 'bind', { ...bind(), body_f1: text });
      expect(sentence).toBe(refusals['too-much']({ refused: 'too-much' }, unnamed));
    }
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`field${at}_f1`, 'x'.repeat(3_000)]));
    expect((await press(administrator, 'bind', { ...bind(), ...many })).sentence).not.toBeNull();
    expect(await ledger()).toEqual(['BotInstalled']);
    expect(edge.logged.join('')).not.toContain('xxxx');
  });

  it('words typed into another printing of the card do not land on this one', async () => {
    const { sentence } = await press(administrator, 'bind', welcome({ form: 'f2', body_f1: 'panel' }));
    expect(sentence).not.toBeNull();
    expect(await ledger()).toEqual(['BotInstalled']);
  });

  it('a press by somebody without an Entra id, or under another Teams id than the roster has, is refused', async () => {
    const nobody = await press(administrator, 'bind', bind(), { from: { id: administrator.id, name: 'x' } });
    expect(nobody.sentence).toBe(refusals['unknown-person']({ refused: 'unknown-person' }, unnamed));
    const forged = await press({ ...administrator, id: member.id }, 'bind', bind());
    expect(forged.sentence).toBe(refusals['only-members-of-the-channel']({ refused: 'only-members-of-the-channel' }, unnamed));
  });
});

describe('a form', () => {
  it('a form that was opened is not drawn over for three minutes', async () => {
    const now = edge.now().epochMilliseconds;
    const claimed = (at: number) => edge.store.claim({ now: at, leaseMs: 1, limit: 10 });
    for (const claim of await claimed(now))
      await edge.store.settle(claim, { kind: 'done', place: { channel: key(), conversation: 'c', activity: '1' } });
    const [standing] = await edge.store.noticesAbout(`channel/${key()}`);
    expect(standing?.notice.card).toBe('welcome');
    await press(administrator, 'open', welcome({ open: 'bind' }));
    await edge.store.redraw(standing?.notice.key ?? '', now);
    expect(await claimed(now + 179_000)).toEqual([]);
    expect(await claimed(now + 180_000)).toHaveLength(1);
  });
});

describe('a parked notice', () => {
  it('an administrator lifts a parked notice, and a member cannot', async () => {
    const now = edge.now().epochMilliseconds;
    for (const claim of await edge.store.claim({ now, leaseMs: 1, limit: 10 }))
      await edge.store.settle(claim, { kind: 'park', error: 'x' });
    const [item] = await edge.store.parked();
    const data = { ...welcome(), card: 'parked', about: 'body/bureau', notice_f1: item?.key, notice: item?.key };
    expect((await press(member, 'lift', data)).sentence).toBe(refusals['only-seat-holders']({ refused: 'only-seat-holders' }, unnamed));
    expect(await edge.store.parked()).toHaveLength(1);
    await press(administrator, 'lift', data);
    expect(await edge.store.parked()).toEqual([]);
  });
});

describe('what goes wrong inside', () => {
  it('a fault inside gives the presser a kind sentence and the log the whole story', async () => {
    const broken: Card<'help'> = {
      name: 'help',
      template: { type: 'AdaptiveCard' },
      show: () => Promise.reject(new Error('secret of the house')),
      verbs: {},
    };
    const other = await openEdge({ deps: { deck: { ...deck, help: broken } } });
    const activity = invoke(other.place, administrator, { verb: 'view', data: { ...welcome(), card: 'help' }, replyTo: '1' });
    const { status, body } = await other.deliver(activity);
    expect([status, JSON.parse(body).value]).toEqual([200, refusals['try-again']({ refused: 'try-again' }, unnamed)]);
    expect(body).not.toContain('secret');
    expect(other.logged.join('')).toContain('secret of the house');
    await other.close();
  });

  it('a message that fails inside is answered with nothing', async () => {
    const other = await openEdge({ deps: { handle: () => Promise.reject(new Error('secret of the house')) } });
    const { status, body } = await other.deliver(message(other.place, administrator, 'hjælp'));
    expect([status, body]).toEqual([200, '']);
    await other.close();
  });
});

describe('the log', () => {
  it('the log numbers every request and holds no words or names of anybody', async () => {
    await press(member, 'bind', { ...bind(), body_f1: 'hemmeligt-ord' });
    await edge.deliver(message(edge.place, member, 'noget privat'));
    await edge.deliver(event(edge.place, member, 'somethingNew'));
    const lines = edge.logged.join('');
    expect(lines).toContain('"correlation"');
    for (const personal of ['hemmeligt', 'privat', 'Medlem', member.id, member.aadObjectId]) expect(lines).not.toContain(personal);
  });
});

describe('a word', () => {
  it('a word is answered in its thread, in the language it was written in', async () => {
    await press(administrator, 'bind', bind());
    const asked = message(edge.place, member, 'HELP', '17');
    expect((await edge.deliver(asked)).status).toBe(200);
    await expect.poll(() => edge.connector.posts().length).toBe(1);
    const [card] = edge.connector.cards(edge.place.channel);
    expect(card?.conversation).toBe(`${edge.place.channel};messageid=17`);
    expect(JSON.stringify(card?.card)).toContain(textIn('en').help.title);
  });

  it('a submitted card without any text is not answered as a word', async () => {
    await edge.deliver({ ...message(edge.place, member, ''), text: undefined, value: { verb: 'bind' } });
    await edge.deliver(message(edge.place, member, 'vrøvl'));
    await expect.poll(() => edge.connector.posts().length).toBe(1);
  });

  it('an unknown word gets help, and before a body meets here any other word asks which one does', async () => {
    await edge.deliver(message(edge.place, member, 'vrøvl'));
    await expect.poll(() => edge.connector.posts().length).toBe(1);
    await edge.deliver(message(edge.place, member, 'møder'));
    await expect.poll(() => edge.connector.posts().length).toBe(2);
    const [help, welcomed] = edge.connector.posts().map(({ card }) => JSON.stringify(card));
    expect(help).toContain(textIn('da').help.title);
    expect(welcomed).toContain(textIn('da').welcome.title);
  });
});

const unnamed = { body: (id: string) => id, seat: (id: string) => id, sector: (id: string) => id, clause: () => '' };
