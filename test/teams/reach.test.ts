import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoke } from '../../bot/rehearsal/connector/activities.ts';
import { textIn } from '../../cards/text/languages.ts';
import { openCases, raises } from '../kit/case-world.ts';
import { openWorld, type World } from '../kit/world.ts';

const { refusals } = textIn('da');
const notTheirs = refusals['only-seat-holders'](
  { refused: 'only-seat-holders' },
  { body: String, seat: String, sector: String, clause: String },
);
let world: World;

beforeAll(async () => {
  world = await openWorld({
    at: '2015-02-24T09:00',
    channels: { Panelet: 'panel', Forummet: 'forum' },
    seats: [
      ['panel', 'Frida Fjeld', 'regional-secretary'],
      ['panel', 'Rita Regn', 'regional-chair'],
    ],
    people: ['Nabo Nielsen'],
  });
  await world.given('meeting/m1', {
    type: 'PlanMeeting',
    body: 'panel',
    joint: [],
    extraordinary: false,
    reason: null,
    start: '2015-03-02T12:00:00Z',
    end: '2015-03-02T14:00:00Z',
    place: null,
    link: { ref: 'none', mac: 'none' },
  });
  await world.settle();
});
afterAll(() => world.close());

/** Sends a press whose data somebody has altered, from a channel they are in. */
async function forges(name: string, channel: string, card: string, about: string, more: Readonly<Record<string, unknown>> = {}) {
  const { verb = 'view', ...rest } = more;
  const data = { card, about, occasion: '', form: 'f1', version: 1, ...rest };
  return world.hand(invoke(world.channel(channel).place, world.person(name).self, { verb: String(verb), data, replyTo: '1' }));
}

describe('a card opened outside the channel of its body', () => {
  test.each([
    ['meeting', 'meeting/m1'],
    ['agenda', 'meeting/m1'],
    ['seats', 'body/panel'],
    ['cases', 'body/panel'],
    ['year', 'year/panel.2015'],
    ['welcome', 'channel/elsewhere'],
  ])('the card %s of another body stays shut to somebody who only names it', async (card, about) => {
    const stream = about === 'channel/elsewhere' ? `channel/${world.channel('Panelet').key}` : about;
    expect(await forges('Nabo Nielsen', 'Forummet', card, stream)).toEqual({ sentence: notTheirs });
    expect(await forges('Nabo Nielsen', 'Panelet', card, stream)).toHaveProperty('card');
  });

  test('a member opens the cards of their body from any channel', async () => {
    expect(await forges('Rita Regn', 'Forummet', 'meeting', 'meeting/m1')).toHaveProperty('card');
  });

  test('a button that leads to another card leads nobody to a card they may not open', async () => {
    const led = { verb: 'meeting', meeting: 'm1' };
    expect(await forges('Nabo Nielsen', 'Forummet', 'agenda', 'body/forum', led)).toEqual({ sentence: notTheirs });
    expect(await forges('Rita Regn', 'Forummet', 'agenda', 'body/forum', led)).toHaveProperty('card');
  });
});

test('somebody who does not run the body cannot lift its parked card', async () => {
  const lift = { verb: 'lift', notice: 'any' };
  const secretaries = refusals['only-secretaries'](
    { refused: 'only-secretaries' },
    { body: String, seat: String, sector: String, clause: String },
  );
  expect(await forges('Nabo Nielsen', 'Forummet', 'parked', 'body/forum', lift)).toEqual({ sentence: secretaries });
});

describe('somebody who is chosen', () => {
  test('a person chosen for a seat must be one whom Teams has shown, not a key that was made up', async () => {
    const made = { verb: 'fill', seat: 'municipal-chair', person_f1: `p-${'0'.repeat(24)}`, from_f1: '2015-02-24' };
    const unknown = refusals['unknown-person'](
      { refused: 'unknown-person' },
      { body: String, seat: String, sector: String, clause: String },
    );
    expect(await forges('Frida Fjeld', 'Panelet', 'seats', 'body/panel', made)).toEqual({ sentence: unknown });
    expect((await world.store.history('body/panel')).filter(({ event }) => event.type === 'SeatFilled')).toHaveLength(2);
  });
});

describe('a case', () => {
  test('a case is opened by anybody in the channels it has come to, and elsewhere only by members', async () => {
    const cases = await openCases('2015-02-24T09:00');
    await raises(cases);
    const [about = 'anchor'] = await cases.store.ofKind('case');
    const views = (name: string, channel: string) => {
      const data = { card: 'case', about, occasion: '', form: 'f1', version: 1 };
      return cases.hand(invoke(cases.channel(channel).place, cases.person(name).self, { verb: 'view', data, replyTo: '1' }));
    };
    await cases.channel('Et andet sted').installs();
    expect(await views('Ida Is', 'Et andet sted')).toEqual({ sentence: notTheirs });
    expect(await views('Ida Is', 'Panelet')).toHaveProperty('card');
    expect(await views('Ida Is', 'Forum')).toHaveProperty('card');
    expect(await views('Lone Lund', 'Et andet sted')).toHaveProperty('card');
    await cases.close();
  });
});
