import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { allTurned, type KeyQuestion, keyFor, vacantKeys, waitedFor } from '../../bot/governance/people/keys.ts';
import { daysOfSilence, silentSince } from '../../bot/governance/people/silence.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { Turn } from '../../bot/governance/vocabulary/turn.ts';
import { charter } from '../kit/charter.ts';
import { seated } from '../kit/given.ts';
import fc from '../kit/seeded.ts';

const panel = seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['mona'], practitioner: ['gudrun'] });
const withDeputies = (deputies: Readonly<Record<string, readonly string[]>>, body: BodyState = panel): BodyState => ({
  ...body,
  appointments: body.appointments.map((each) => ({ ...each, deputies: deputies[each.person] ?? [] })),
});
const question = (change: Partial<KeyQuestion> = {}): KeyQuestion => ({
  charter: charter(),
  body: panel,
  now: Temporal.Instant.from('2015-02-02T09:00:00Z'),
  since: '2015-02-02T08:00:00Z',
  turns: [],
  one: (person) => person,
  ...change,
});
const turn = (seat: string, person: string): Turn<string> => ({ seat, person, judgement: 'up', at: '2015-02-02T08:30:00Z' });

describe('the two keys', () => {
  it('each chair holds the key of their own seat, and nobody else holds one', () => {
    expect(keyFor(question(), 'rita')).toBe('regional-chair');
    expect(keyFor(question(), 'mona')).toBe('municipal-chair');
    expect(keyFor(question(), 'gudrun')).toMatchObject({ refused: 'only-chairs' });
  });
  it('a former chair has no key, and what they judged as chair stands', () => {
    const replaced = {
      ...panel,
      appointments: panel.appointments.map((each) => (each.person === 'rita' ? { ...each, until: '2015-02-01' } : each)),
    };
    expect(keyFor(question({ body: replaced }), 'rita')).toMatchObject({ refused: 'only-chairs' });
    expect(allTurned(question({ body: replaced, turns: [turn('regional-chair', 'rita'), turn('municipal-chair', 'mona')] }))).toBe(true);
  });
  it('a deputy acts while the chair is away and not otherwise', () => {
    const body = withDeputies({ rita: ['rut'] });
    expect(keyFor(question({ body }), 'rut')).toMatchObject({ refused: 'only-chairs' });
    const away = { ...body, absences: [{ person: 'rita', from: '2015-02-01', until: '2015-02-02' }] };
    expect(keyFor(question({ body: away }), 'rut')).toBe('regional-chair');
    expect(keyFor(question({ body: away, now: Temporal.Instant.from('2015-02-03T09:00:00Z') }), 'rut')).toMatchObject({
      refused: 'only-chairs',
    });
  });
  it('a deputy may act after ten working days of the chair’s silence', () => {
    const body = withDeputies({ rita: ['rut'] });
    expect(keyFor(question({ body, now: Temporal.Instant.from('2015-02-13T09:00:00Z') }), 'rut')).toMatchObject({ refused: 'only-chairs' });
    expect(keyFor(question({ body, now: Temporal.Instant.from('2015-02-16T09:00:00Z') }), 'rut')).toBe('regional-chair');
  });
  it('a chair who is the other chair’s deputy turns only their own key', () => {
    const body = { ...withDeputies({ rita: ['mona'] }), absences: [{ person: 'rita', from: '2015-02-01', until: '2015-02-28' }] };
    expect(keyFor(question({ body }), 'mona')).toBe('municipal-chair');
    expect(keyFor(question({ body, turns: [turn('municipal-chair', 'mona')] }), 'mona')).toBe('municipal-chair');
  });
  it('the key of a vacant seat stays unturned, and nobody is waited for', () => {
    const body = seated('panel', { 'municipal-chair': ['mona'] });
    expect(vacantKeys(question({ body }))).toEqual(['regional-chair']);
    expect(waitedFor(question({ body, turns: [turn('municipal-chair', 'mona')] }))).toEqual([]);
    expect(allTurned(question({ body, turns: [turn('municipal-chair', 'mona')] }))).toBe(false);
  });
  it('one person never turns two keys, whatever seats, deputies and identities they have', () => {
    const people = ['rita', 'mona', 'rut', 'mia', 'rita2'] as const;
    const person = fc.constantFrom(...people);
    const joins = fc.constantFrom({}, { rita2: 'rita' }, { rita2: 'mona' }, { rut: 'mona' }, { mia: 'rut' });
    fc.assert(
      fc.property(
        fc.array(fc.record({ seat: fc.constantFrom('regional-chair', 'municipal-chair'), person, deputies: fc.array(person) }), {
          maxLength: 4,
        }),
        joins,
        fc.array(person, { maxLength: 8 }),
        (seats, joined, presses) => {
          const one = (key: string) => (joined as Record<string, string>)[key] ?? key;
          const body: BodyState = {
            ...panel,
            appointments: seats.map((each, at) => ({ id: `a${at}`, from: '2015-01-01', until: null, ...each })),
            absences: people.map((each) => ({ person: each, from: '2015-01-01', until: '2015-12-31' })),
          };
          let turns: readonly Turn<unknown>[] = [];
          for (const who of presses) {
            const key = keyFor(question({ body, turns, one }), who);
            if (typeof key === 'string') turns = [...turns.filter((each) => each.seat !== key), { ...turn(key, one(who)) }];
          }
          if (allTurned(question({ body, turns, one }))) expect(new Set(turns.map((each) => one(each.person))).size).toBe(2);
          expect(new Set(turns.map((each) => one(each.person))).size).toBe(turns.length);
        },
      ),
    );
  });
});

describe('the silence of a chair', () => {
  it('silence is counted in working days outside July', () => {
    expect(daysOfSilence(charter(), '2015-06-26T10:00:00Z', Temporal.Instant.from('2015-08-04T08:00:00Z'))).toBe(4);
    expect(silentSince(charter(), '2015-06-26T10:00:00Z', 4)).toBe('2015-08-04');
  });
  it('the date on which a silence is reached is the first with that many days behind it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 20 }), (day, days) => {
        const since = Temporal.Instant.from('2015-01-02T10:00:00Z').add({ hours: 24 * day });
        const date = silentSince(charter(), since.toString(), days);
        const on = Temporal.Instant.from(`${date}T12:00:00Z`);
        expect(daysOfSilence(charter(), since.toString(), on)).toBe(days);
        expect(daysOfSilence(charter(), since.toString(), on.subtract({ hours: 24 }))).toBe(days - 1);
      }),
    );
  });
});
