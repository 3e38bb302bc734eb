import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import { body as bodyRules, emptyBody } from '../../bot/governance/body/body.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import { mayPrompt } from '../../bot/governance/time/calendar.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import { writeOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { PlannedDate, YearEvent, YearState } from '../../bot/governance/vocabulary/year/year.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { around, clock, given, person, seated } from '../kit/given.ts';
import fc from '../kit/seeded.ts';
import { meetingWith } from '../kit/states/meeting.ts';

const at = (time: string) => Temporal.Instant.from(time);
const date = (day: string, change: Partial<PlannedDate> = {}): PlannedDate => ({
  id: day,
  gathering: null,
  date: day,
  time: '09:00',
  minutes: 120,
  joint: [],
  online: false,
  revision: 0,
  cancelled: false,
  uid: `${day}@samspil`,
  beside: false,
  ...change,
});

/** Three meetings a year by the terms, from 2015 on. */
const owing: Charter = charter({
  bodies: [
    {
      ...body('panel'),
      terms: [
        {
          ...termsOf('panel', { until: null }),
          cadence: { stated: true, value: { least: 3, most: 3, about: false, asNeeded: false }, clause: 'panel-cadence' },
        },
      ],
    },
    body('bureau'),
  ],
});

describe('chairs who do not answer about a year', () => {
  const stream = 'year/panel.2016';
  const panel = seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['mona'], 'regional-secretary': ['sigrid'] });
  const scene = { stream, bodies: [panel], now: '2015-10-01T08:00:00Z' } as const;
  const meeting = {
    id: '1',
    gathering: null,
    date: '2016-03-01',
    time: '09:00',
    minutes: 120,
    joint: [],
    online: false,
    revision: 0,
    cancelled: false,
  };
  const proposed: YearEvent = { type: 'YearProposed', v: 2, meetings: [meeting], asked: ['rita', 'mona'], at: '2015-10-01T08:00:00Z' };
  const reminded: YearEvent = {
    type: 'YearPrompted',
    v: 1,
    prompt: 'reminded',
    occasion: writeOccasion<'year-note'>({ what: 'reminded', mark: '2015-10-08' }),
  };
  const told: YearEvent = {
    type: 'YearPrompted',
    v: 1,
    prompt: 'secretariat',
    occasion: writeOccasion<'year-note'>({ what: 'secretariat', mark: '2015-10-22' }),
  };
  const confirmed: YearEvent = { type: 'YearConfirmed', v: 1, meetings: [] };
  const stateOf = (...events: readonly GovernanceEvent[]) => given(scene, ...events).state as YearState;
  const due = (state: YearState, time: string, model = charter()) => dueNow(stream, model, state, at(time)).map(({ occasion }) => occasion);

  it('silent chairs are reminded after five, ten and fifteen working days, in prompt hours, of the asking that stands', () => {
    const asked = stateOf(proposed);
    const reminder = (rung: number) => [`remind-year-2015-10-01T08:00:00Z+${rung}`];
    expect(due(asked, '2015-10-07T12:00:00Z')).toEqual([]);
    expect(due(asked, '2015-10-08T06:29:00Z')).toEqual([]);
    expect(due(asked, '2015-10-08T06:30:00Z')).toEqual(reminder(5));
    expect(due(asked, '2015-10-10T09:00:00Z')).toEqual([]);
    expect(due(stateOf(proposed, reminded), '2015-10-14T12:00:00Z')).toEqual([]);
    expect(due(stateOf(proposed, reminded), '2015-10-22T09:00:00Z')).toEqual(reminder(15));
  });
  it('chairs whom the secretariat was told of before it had a list are reminded once more, and then stand on it', () => {
    expect(due(stateOf(proposed, reminded, told), '2015-12-22T09:00:00Z')).toEqual(['remind-year-2015-10-01T08:00:00Z+15']);
  });
  it('nobody is reminded of a year that is confirmed', () => {
    expect(due(stateOf(proposed, confirmed), '2015-10-08T09:00:00Z')).toEqual([]);
  });
  it('the five working days start anew when a date has been moved', () => {
    const moved: YearEvent = { type: 'YearAdjusted', v: 2, meeting, asked: ['rita', 'mona'], at: '2015-10-15T08:00:00Z' };
    expect(due(stateOf(proposed, reminded, moved), '2015-10-21T09:00:00Z')).toEqual([]);
    expect(due(stateOf(proposed, reminded, moved), '2015-10-22T09:00:00Z')).toEqual(['remind-year-2015-10-15T08:00:00Z+5']);
  });
  it('a year asks to be looked at when its chairs may next be reminded', () => {
    const next = (state: YearState) => subjectOf(stream).index(state, charter()).dueAt;
    expect(next(stateOf(proposed))).toBe(at('2015-10-08T06:30:00Z').epochMilliseconds);
    expect(next(stateOf(proposed, reminded))).toBe(at('2015-10-15T06:30:00Z').epochMilliseconds);
    expect(next(stateOf(proposed, confirmed))).toBeNull();
  });
  it('a year has one card in its channel, unless the year is planned elsewhere', () => {
    expect(noticesFor(stream, proposed, stateOf(proposed), charter()).map(({ key }) => key)).toEqual(['year/panel.2016:year']);
    const silent: YearEvent = { type: 'YearSetElsewhere', v: 2, meetings: [meeting] };
    expect(noticesFor(stream, silent, stateOf(silent), charter())).toEqual([]);
  });
  it('the year’s card is drawn again when a meeting it planned is cancelled, and not for other meetings', () => {
    const planned = meetingWith({ meeting: 'panel.2016-1', body: 'panel' });
    const cancelled = { type: 'MeetingCancelled', v: 1, reason: { ref: 'r', mac: 'm' } } as const;
    const asked = (meeting: CalledMeeting) =>
      errandsFor(`meeting/${meeting.meeting}`, 7, cancelled, meeting).filter(({ rule }) => rule === 'year-follows');
    expect(asked(planned)).toMatchObject([{ to: stream, command: { type: 'ShowYear' } }]);
    expect(asked({ ...planned, meeting: 'm1' })).toEqual([]);
    expect(asked({ ...planned, body: 'forum' })).toEqual([]);
    given(scene, proposed, confirmed).when({ type: 'ShowYear' }, clock).thenHappens({ type: 'YearShown' });
    given(scene).when({ type: 'ShowYear' }, clock).thenNothing();
    const shown = noticesFor(stream, { type: 'YearShown', v: 1 }, stateOf(proposed, confirmed), charter());
    expect(shown.map(({ key }) => key)).toEqual(['year/panel.2016:year']);
  });
  it('a deputy may confirm a year for a chair who has been silent for ten working days', () => {
    const deputised = { ...panel, appointments: panel.appointments.map((each) => ({ ...each, deputies: [`d-${each.person}`] })) };
    const confirm = { type: 'ConfirmYear', seen: 1 } as const;
    given({ ...scene, bodies: [deputised], now: '2015-10-14T08:00:00Z' }, proposed)
      .when(confirm, person('d-mona'))
      .thenRefused('only-chairs');
    given({ ...scene, bodies: [deputised], now: '2015-10-15T08:00:00Z' }, proposed)
      .when(confirm, person('d-mona'))
      .thenHappens({ type: 'YearKeyTurned', seat: 'municipal-chair' });
  });
});

describe('years that fall short', () => {
  const chosen = { type: 'ChannelChosen', v: 1, channel: 'c1' } as const;
  const checked = (day: string): GovernanceEvent => ({ type: 'YearsChecked', v: 1, day, short: [] });
  const scene = { stream: 'body/panel', by: clock, charter: owing } as const;
  const check = (day: string) => ({ type: 'CheckYears', day }) as const;
  const december = { ...scene, now: '2015-12-01T09:00:00Z' };

  it('a shortfall counts the meetings that stand, leaves cancelled ones out, and says how many the terms ask for', () => {
    const dates = [date('2015-03-03'), date('2015-06-02', { cancelled: true }), date('2016-03-01')];
    given({ ...december, dates }, chosen, checked('2015-10-01'))
      .when(check('2015-12-01'))
      .thenHappens({
        type: 'YearsChecked',
        day: '2015-12-01',
        short: [
          { year: 2015, gathering: null, how: 'too-few-planned', has: 1, owes: 3 },
          { year: 2016, gathering: null, how: 'too-few-planned', has: 1, owes: 3 },
        ],
      });
  });
  it('the next year does not fall short before the day by which it should be planned', () => {
    const dates = ['2015-03-03', '2015-06-02', '2015-11-03'].map((each) => date(each));
    given({ ...scene, now: '2015-10-01T09:00:00Z', dates }, chosen, checked('2015-08-03'))
      .when(check('2015-10-01'))
      .thenHappens({ type: 'YearsChecked', short: [] });
  });
  it('last year’s shortfall is told in the first quarter only, and not where nothing at all was recorded', () => {
    const full = ['2016-03-01', '2016-06-07', '2016-11-01'].map((each) => date(each));
    const short = (now: string, day: string, dates: readonly PlannedDate[]) =>
      given({ ...scene, now, dates }, chosen, checked('2015-12-01')).when(check(day)).decided;
    expect(short('2016-01-04T09:00:00Z', '2016-01-04', [date('2015-03-03'), ...full])).toMatchObject([
      { short: [{ year: 2015, how: 'fell-short', has: 1, owes: 3 }] },
    ]);
    expect(short('2016-04-01T09:00:00Z', '2016-04-01', [date('2015-03-03'), ...full])).toMatchObject([{ short: [] }]);
    expect(short('2016-01-04T09:00:00Z', '2016-01-04', full)).toMatchObject([{ short: [] }]);
  });
  it('years are checked once on each day of checking; a body that has just begun to meet here has until the next', () => {
    given(december, chosen, checked('2015-12-01')).when(check('2015-12-01')).thenNothing();
    given(december).when(check('2015-12-01')).thenNothing();
    given(december, chosen).when(check('2015-12-01')).thenHappens({ type: 'YearsChecked', short: [] });
  });
  it('years are checked on the first working day of a quarter and on the day of planning, and not in July', () => {
    const meets: BodyState = { ...emptyBody('panel'), channel: 'c1', yearsChecked: '2015-04-01' };
    const due = (state: BodyState, time: string, model = owing) =>
      dueNow('body/panel', model, state, at(time)).map(({ occasion }) => occasion);
    expect(due(meets, '2015-07-15T09:00:00Z')).toEqual([]);
    expect(due(meets, '2015-08-03T09:00:00Z')).toEqual(['years-2015-08-03']);
    expect(due(meets, '2015-10-01T09:00:00Z')).toEqual(['years-2015-10-01']);
    expect(due({ ...meets, yearsChecked: '2015-10-01' }, '2015-11-30T09:00:00Z')).toEqual([]);
    expect(due({ ...meets, yearsChecked: '2015-10-01' }, '2015-12-01T09:00:00Z')).toEqual(['years-2015-12-01']);
    expect(due({ ...meets, channel: null }, '2015-12-01T09:00:00Z')).toEqual([]);
    expect(due(meets, '2015-12-01T09:00:00Z', charter())).toEqual([]);
  });
  it('a shortfall stands on a card in the body’s channel, and the card before it is drawn again', () => {
    const short = { year: 2015, gathering: null, how: 'too-few-planned', has: 0, owes: 3 } as const;
    const found = (day: string): GovernanceEvent => ({ type: 'YearsChecked', v: 1, day, short: [short] });
    const { state } = given(scene, chosen, found('2015-10-01'), found('2015-12-01'));
    expect(noticesFor('body/panel', found('2015-12-01'), state, owing).map(({ key }) => key)).toEqual([
      'body/panel:year-short@short-2015-10-01',
      'body/panel:year-short@short-2015-12-01',
    ]);
  });
});

test('each check of the years is made once, in prompt hours, whatever the clock does', () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: -200, max: 900 }), fc.constant(0), fc.integer({ min: 0, max: 30 })), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(steps, (hours) => {
      const days = live(hours);
      expect(new Set(days).size).toBe(days.length);
      expect([...days].sort()).toEqual(days);
    }),
    { numRuns: 30 },
  );
});

test('every check of the years is made where the bot runs all the time', () => {
  expect(live(Array(430).fill(24))).toEqual(['2015-01-02', '2015-04-01', '2015-08-03', '2015-10-01', '2015-12-01', '2016-01-01']);
});

/** The days on which a body's years are checked by a bot that looks only when the index says so. */
function live(hours: readonly number[]): readonly string[] {
  let state: BodyState = { ...emptyBody('panel'), channel: 'c1' };
  let now = at('2015-01-14T09:00:00Z');
  const days: string[] = [];
  for (const step of hours) {
    now = now.add({ hours: step });
    const { dueAt } = bodyRules.index(state, owing);
    if (dueAt === null || dueAt > now.epochMilliseconds) continue;
    for (const { command } of dueNow('body/panel', owing, state, now)) {
      if (command.type !== 'CheckYears') continue;
      expect(mayPrompt(owing, now)).toBe(true);
      const decided = bodyRules.decide(state, command, around({ stream: 'body/panel', charter: owing, by: clock, now: now.toString() }));
      if (isRefusal(decided)) throw new Error(decided.refused);
      state = decided.reduce((each, event) => bodyRules.evolve(each, event), state);
      days.push(...decided.flatMap((event) => (event.type === 'YearsChecked' ? [event.day] : [])));
    }
  }
  return days;
}
