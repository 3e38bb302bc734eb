import { describe, expect, test } from 'vitest';
import { type Awaited, awaited } from '../../bot/governance/people/awaited.ts';
import { asksOf } from '../../bot/governance/tables/asks.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { State } from '../../bot/governance/vocabulary/all.ts';
import type { Ask, AskKind } from '../../bot/governance/vocabulary/ask/ask.ts';
import type { Appointment, BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { charter } from '../kit/charter.ts';
import { around, seated } from '../kit/given.ts';
import { caseIn } from '../kit/states/case.ts';

const since = '2015-02-02T08:00:00Z';
const later = '2015-02-10T08:00:00Z';
const text = { ref: 't', mac: 'm' };

/** What asks, and in which state its subject then is. The panel has two chairs, a practitioner and a secretary; the bureau serves it. */
const asking: Readonly<Record<string, readonly [AskKind, Stream, object]>> = {
  'a case is to be judged': ['case-judge', 'case/c', caseIn('judging', { body: 'panel', at: 'panel', since })],
  'an answer is to be acknowledged': ['case-receipt', 'case/c', caseIn('returned', { body: 'panel', at: 'forum', since })],
  'a case came back to who raised it': [
    'case-back',
    'case/c',
    caseIn('draft', { body: 'panel', at: 'panel', by: 'gudrun', since, sentBack: { body: 'forum', reasons: [], result: null } }),
  ],
  'a case waits for a meeting': [
    'case-stands',
    'case/c',
    caseIn('waiting', { body: 'panel', at: 'panel', since, aim: null, dealtWith: ['no-meeting-panel'] }),
  ],
  'a request is to be accepted': [
    'request-accept',
    'request/r',
    { from: 'forum', to: 'panel', termsOn: '2015-02-02', phase: 'asked', question: { ask: 'accept' }, since },
  ],
  'a group nears its end': [
    'group-ends',
    'group/g',
    {
      bodies: ['panel'],
      phase: 'running',
      since,
      mandate: { purpose: text, whoDoesWhat: null, persons: ['gudrun'], until: '2015-02-20', serves: null },
    },
  ],
  'somebody has spoken up': ['flag-answer', 'flag/f', { body: 'panel', phase: 'open', since }],
  'minutes are to be sent': [
    'meeting-minutes',
    'meeting/m',
    {
      body: 'panel',
      joint: [],
      answers: [],
      items: [],
      minutes: 'none',
      phase: 'over',
      plannedAt: since,
      agendaSent: true,
      deadlines: { minutes: '2015-02-09' },
    },
  ],
  'patients are to be told of': [
    'initiative-patients',
    'initiative/i',
    { owner: 'panel', stage: 'development', since, patientsAsked: '2015-H1' },
  ],
  'a milestone is asked about': [
    'check-in',
    'follow-up/panel',
    { rows: [{ key: 'panel.a', plan: 'panel', owner: 'gudrun', askedOn: '2015-02-02', answer: null, withdrawn: false }] },
  ],
  'dates are to be confirmed': ['year', 'year/panel.2016', { body: 'panel', phase: 'proposed', askedAt: since }],
};

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
  const [what, stream, change] = asking[name] ?? [];
  if (!what || !stream || !change) throw new Error(`nothing is called ${name}`);
  const state = { ...subjectOf(stream).initial(stream), ...change } as State;
  const ask = asksOf(stream, state, charter()).find((each) => each.what === what);
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

  test('one who holds both seats has answered once, and their deputy answers for the other', () => {
    const both = changed((each) => (each.person === 'mona' ? { ...each, person: 'rita', deputies: ['rut'] } : each));
    const answered = { ...ask, answered: [{ seat: 'regional-chair', person: 'rita' }] };
    expect(falls(answered, both)).toEqual({
      now: ['rut'],
      skipped: [{ person: 'rita', seat: 'municipal-chair', why: 'disqualified' }],
      falls: 'deputies',
    });
  });

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
