import { describe, expect, test } from 'vitest';
import { type Awaited, awaited } from '../../bot/governance/people/awaited.ts';
import { asksOf } from '../../bot/governance/tables/asks.ts';
import type { Ask } from '../../bot/governance/vocabulary/ask/ask.ts';
import type { Appointment, BodyState } from '../../bot/governance/vocabulary/body.ts';
import { charter } from '../kit/charter.ts';
import { around, seated } from '../kit/given.ts';
import { stateOfAsk } from '../kit/states/asking.ts';

const later = '2015-02-10T08:00:00Z';

const panel = seated('panel', {
  'regional-chair': ['rita'],
  'municipal-chair': ['mona'],
  practitioner: ['gudrun'],
  'regional-secretary': ['sine'],
});
const deputies: Readonly<Record<string, readonly string[]>> = { rita: ['rut'], sine: ['sif'], gudrun: ['gry'] };
const gone = ['rita', 'sine', 'gudrun'];
const changed = (change: (each: Appointment) => Appointment, more: Partial<BodyState> = {}): BodyState => ({
  ...panel,
  appointments: panel.appointments.map(change),
  ...more,
});
const away = { absences: gone.map((person) => ({ person, from: '2015-02-01', until: '2015-02-28' })) };
const left = (each: Appointment) => (gone.includes(each.person) ? { ...each, until: '2015-02-06' } : each);
const heirs = { rita: 'rikke', sine: 'signe', gudrun: 'gerda' } as const;
const followed: BodyState = {
  ...changed(left),
  appointments: [
    ...changed(left).appointments,
    ...panel.appointments
      .filter(({ person }) => gone.includes(person))
      .map((each) => ({ ...each, id: `${each.id}-2`, person: heirs[each.person as keyof typeof heirs], from: '2015-02-07' })),
  ],
};

const situations = {
  there: panel,
  away: changed((each) => each, away),
  'away, deputies named': changed((each) => ({ ...each, deputies: deputies[each.person] ?? [] }), away),
  'left, seats vacant': changed(left),
  'left, others came': followed,
} as const;

/** By hand: whom each ask falls to when one chair, the secretary and the practitioner are there, away, gone or followed by others. */
const table: Readonly<Record<string, readonly string[]>> = {
  //                                     there          away       deputies       vacant      successors
  'a case is to be judged': ['rita mona', 'mona', 'mona rut', 'mona', 'mona rikke'],
  'an answer is to be acknowledged': ['rita mona', 'mona', 'mona rut', 'mona', 'mona rikke'],
  'a case came back to who raised it': ['gudrun', 'bente', 'gry', 'bente', 'signe'],
  'a case waits for a meeting': ['sine', 'bente', 'sif', 'bente', 'signe'],
  'a request is to be accepted': ['rita mona', 'mona', 'mona rut', 'mona', 'mona rikke'],
  'a group nears its end': ['gudrun', 'bente', 'gry', 'bente', 'signe'],
  'somebody has spoken up': ['rita mona', 'mona', 'mona rut', 'mona', 'mona rikke'],
  'minutes are to be sent': ['sine', 'bente', 'sif', 'bente', 'signe'],
  'patients are to be told of': ['rita mona sine', 'mona', 'mona rut sif', 'mona', 'mona rikke signe'],
  'a milestone is asked about': ['gudrun', 'bente', 'gry', 'bente', 'signe'],
  'dates are to be confirmed': ['rita mona', 'mona', 'mona rut', 'mona', 'mona rikke'],
};

const bureau = seated('bureau', { 'regional-secretary': ['bente'] });

function askIn(name: string): Ask {
  const { what, about, state } = stateOfAsk(name);
  const ask = asksOf(about, state, charter()).find((each) => each.what === what);
  if (!ask) throw new Error(`nobody is asked when ${name}`);
  return ask;
}

function falls(ask: Ask, body: BodyState, now = later): Awaited {
  return awaited(ask, around({ stream: ask.about, now, bodies: [body, bureau] }));
}

describe.each(Object.entries(table))('when %s', (name, expected) => {
  test.each(Object.entries(situations).map(([situation, body], at) => [situation, body, expected[at] ?? ''] as const))(
    'and those asked are %s, it falls to whoever is there',
    (_situation, body, persons) => {
      expect([...falls(askIn(name), body).now].sort()).toEqual(persons.split(' ').sort());
    },
  );

  test('nobody who is away or has left is named', () => {
    for (const body of [situations.away, situations['away, deputies named'], situations['left, seats vacant'], followed])
      expect(falls(askIn(name), body).now.filter((person) => gone.includes(person))).toEqual([]);
  });
});

describe('the card can say why', () => {
  const ask = askIn('a case is to be judged');

  test('somebody is away, has left, or left a seat empty', () => {
    expect(falls(ask, situations.away).skipped).toEqual([{ person: 'rita', seat: 'regional-chair', why: 'away' }]);
    expect(falls(ask, situations['left, seats vacant']).skipped).toEqual([
      { person: 'rita', seat: 'regional-chair', why: 'left' },
      { person: null, seat: 'regional-chair', why: 'vacant' },
    ]);
    expect(falls(ask, followed).falls).toBe('successor');
  });

  test.each(Object.keys(table).filter((name) => 'keys' in askIn(name).of))(
    'one who holds both seats has answered once, and their deputy answers for the other, when %s',
    (name) => {
      const both = changed((each) => (each.person === 'mona' ? { ...each, person: 'rita', deputies: ['rut'] } : each));
      const answered = { ...askIn(name), answered: [{ seat: 'regional-chair', person: 'rita' }] };
      expect(falls(answered, both)).toEqual({
        now: ['rut'],
        skipped: [{ person: 'rita', seat: 'municipal-chair', why: 'disqualified' }],
        falls: 'deputies',
      });
    },
  );

  test('after ten working days a deputy who is named is asked besides; where none is, nobody is invented', () => {
    const body = changed((each) => ({ ...each, deputies: deputies[each.person] ?? [] }));
    expect(falls(ask, body, '2015-02-13T08:00:00Z').now).toEqual(['rita', 'mona']);
    expect(falls(ask, body, '2015-02-16T08:00:00Z').now).toEqual(['rita', 'mona', 'rut']);
    expect(falls(ask, panel, '2015-02-16T08:00:00Z').now).toEqual(['rita', 'mona']);
  });

  test('with nobody left to answer, it falls to the secretariat', () => {
    const empty = { ...panel, appointments: [] };
    expect(falls(ask, empty)).toMatchObject({ now: ['bente'], falls: 'secretariat' });
  });
});
