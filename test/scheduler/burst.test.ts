import { expect, test } from 'vitest';
import { body, charter } from '../kit/charter.ts';
import { text } from '../kit/given.ts';
import { wordsOf } from '../kit/teams/screen.ts';
import { openWorld } from '../kit/world.ts';

const cards = 25;

test('a chair who leaves a body with 25 standing cards is off all of them, and Teams turns no call away', async () => {
  const world = await openWorld({
    at: '2015-02-02T09:00',
    charter: charter({ bodies: [body('panel'), body('bureau')] }),
    channels: { Panelet: 'panel', Sekretariatet: 'bureau' },
    seats: [
      ['panel', 'Rita Regn', 'regional-chair'],
      ['panel', 'Mads Muld', 'municipal-chair'],
      ['panel', 'Lone Lund', 'municipal-leader'],
    ],
  });
  const lone = await world.key('Lone Lund');
  for (let at = 1; at <= cards; at++) {
    const command = { type: 'RaiseFlag', body: 'panel', concern: 'problem', text: text(`t${at}`) } as const;
    const cause = `operator:raised.${at}` as const;
    await world.bot.handle({
      stream: `flag/f${at}`,
      command,
      by: { kind: 'person', person: lone, administrator: false },
      cause,
      now: world.now(),
    });
  }
  await world.settle();
  const flags = () =>
    world
      .channel('Panelet')
      .cards()
      .filter(({ root, card }) => root && wordsOf(card).join(' ').includes('Udfordring'));
  const naming = (name: string) => flags().filter(({ card }) => wordsOf(card).join(' ').includes(name)).length;
  expect([flags().length, naming('Mads Muld')]).toEqual([cards, cards]);

  await world.at('2015-02-03T09:00');
  const before = world.connector.calls.length;
  const from = world.now();
  await world.given('body/panel', { type: 'EndAppointment', appointment: 'panel-municipal-chair', until: '2015-02-02' });
  await world.settle();
  const made = world.connector.calls.slice(before);
  expect(naming('Mads Muld')).toBe(0);
  expect(made.filter(({ kind }) => kind === 'update').length).toBeGreaterThanOrEqual(cards);
  expect(made.filter(({ status }) => status === 429)).toEqual([]);
  expect(world.now().since(from).total('minutes')).toBeLessThan(5);
  await world.close();
});
