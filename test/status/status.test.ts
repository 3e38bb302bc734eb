import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { emptyBody } from '../../bot/governance/body/body.ts';
import { initiative } from '../../bot/governance/initiative/initiative.ts';
import { followUp } from '../../bot/governance/milestone/follow-up.ts';
import { bodiesUnder, isEmpty, statusOf } from '../../bot/governance/status/status.ts';
import { nextStatusAt, statusToSay } from '../../bot/governance/status/status-quarter.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import type { InitiativeState } from '../../bot/governance/vocabulary/initiative.ts';
import type { FollowUpRow, FollowUpState, Status } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import { statusSaid } from '../../cards/status/said.ts';
import { body, charter } from '../kit/charter.ts';
import { desk } from '../kit/desk.ts';
import fc from '../kit/seeded.ts';

const part = { source: { document: 'F1', section: '1' }, assumed: false, when: null, state: null, clause: null } as const;
const words = (text: string) => ({ da: text, en: text });
const fjord = charter({
  bodies: [body('panel', { above: 'forum' }), body('circle', { above: 'panel' }), body('north'), body('forum'), body('bureau')],
  agreement: [
    { ...part, id: 'goal-a', kind: 'goal', name: words('Et mål'), under: [] },
    { ...part, id: 'goal-b', kind: 'goal', name: words('Et andet'), under: [] },
    { ...part, id: 'initiative-a', kind: 'initiative', name: words('En indsats'), under: ['goal-a'] },
  ],
});
const ref = { ref: 'r', mac: 'm' };
const row = (plan: string, id: string, change: Partial<FollowUpRow> = {}): FollowUpRow => ({
  plan,
  milestone: id,
  key: `${plan}.${id}`,
  deliverable: { text: ref, in: `milestone-plan/${plan}` },
  initiative: null,
  owner: null,
  from: null,
  due: '2015-06-15',
  neededBy: null,
  since: '2015-01-05',
  withdrawn: false,
  answer: null,
  corrections: 0,
  askedOn: null,
  silentQuarters: 0,
  attention: null,
  ...change,
});
const answer = (status: Status, on = '2015-04-10') =>
  ({
    status,
    expected: null,
    why: null,
    needs: null,
    textsIn: 'follow-up/panel',
    person: 'p',
    recordedBy: null,
    on,
    at: `${on}T09:00:00Z`,
  }) as const;
const asking = (of: string, ...rows: readonly FollowUpRow[]): FollowUpState => ({ ...followUp.initial(`follow-up/${of}`), rows });
const on = (followUps: readonly FollowUpState[], who: string, date = '2015-04-20', initiatives: readonly InitiativeState[] = []) =>
  statusOf(fjord, who, { followUps, initiatives }, date);

describe('a status', () => {
  const facts = [
    asking('panel', row('panel', 'a')),
    asking('circle', row('circle', 'b')),
    asking('north', row('panel', 'c'), row('north', 'd')),
  ];

  it('a body’s status has its own milestones and those carried out for it, and above it those of all bodies below', () => {
    expect(bodiesUnder(fjord, 'forum', '2015-04-20')).toEqual(['panel', 'circle']);
    expect(on(facts, 'circle').rows.map(({ key }) => key)).toEqual(['circle.b']);
    expect(on(facts, 'north').rows.map(({ key }) => key)).toEqual(['north.d', 'panel.c']);
    expect(on(facts, 'panel').rows.map(({ key, by }) => `${key} ${by}`)).toEqual(['circle.b circle', 'panel.a panel', 'panel.c north']);
    expect(on(facts, 'forum').rows.map(({ key }) => key)).toEqual(['circle.b', 'panel.a', 'panel.c']);
    expect(on(facts, 'bureau').rows).toEqual([]);
  });
  it('the status shows silence as silence, and does not repeat last quarter’s answer as today’s', () => {
    const asked = asking(
      'panel',
      row('panel', 'a', { askedOn: '2015-04-01' }),
      row('panel', 'b', { answer: answer('follows', '2015-01-12') }),
    );
    expect(on([asked], 'panel').counts).toMatchObject({ all: 2, 'no-answer': 1, 'not-asked': 1, follows: 0 });
  });
  it('a milestone is overdue until it is reported done, and a withdrawn one is left out', () => {
    const late = asking(
      'panel',
      row('panel', 'a', { due: '2015-04-19' }),
      row('panel', 'b', { due: '2015-04-20' }),
      row('panel', 'c', { due: '2015-03-01', answer: answer('done') }),
      row('panel', 'd', { due: '2015-03-01', withdrawn: true }),
    );
    expect(
      on([late], 'panel')
        .rows.filter(({ overdue }) => overdue)
        .map(({ key }) => key),
    ).toEqual(['panel.a']);
    expect(on([late], 'panel').counts).toMatchObject({ all: 3, done: 1, overdue: 1 });
  });
  it('a milestone that several carry out is one, and stands as it does where it stands worst', () => {
    const shared = (status: Status | null, change: Partial<FollowUpRow> = {}) =>
      row('panel', 'a', { ...change, answer: status === null ? null : answer(status) });
    const several = [asking('north', shared('follows')), asking('circle', shared('late')), asking('panel', row('panel', 'b'))];
    const report = on(several, 'panel');
    expect(report.milestones.map(({ stands, rows }) => [stands, rows.map(({ by }) => by)])).toEqual([
      ['late', ['circle', 'north']],
      ['not-asked', ['panel']],
    ]);
    expect(report.counts).toMatchObject({ all: 2, late: 1, follows: 0, 'not-asked': 1 });
    expect(report.each.map(({ body: by, counts }) => [by, counts.all])).toEqual([
      ['circle', 1],
      ['north', 1],
      ['panel', 1],
    ]);
  });
  it('such a milestone is one line, which says who carries it out and what each of them says', async () => {
    const late = { ...answer('late'), expected: '2015-07-01' };
    const several = [
      asking('north', row('panel', 'a', { answer: answer('follows') })),
      asking('circle', row('panel', 'a', { answer: late })),
    ];
    const at = desk({ charter: fjord, words: { r: 'Fælles skema' } });
    const { headline, sections } = await statusSaid(at, on(several, 'panel'), 'da', { lines: 9, rows: 0, charts: 0 });
    expect(headline).toBe('1 milepæl: 1 forsinket');
    expect(sections.filter(({ aside }) => !aside)).toMatchObject([
      {
        heading: 'Forsinket',
        lines: [
          'Fælles skema – circle, north, frist 15. juni 2015 · Forsinket: circle · Følger planen: north · circle: forventet 1. juli 2015',
        ],
      },
    ]);
  });
  it('goals and initiatives without an owner are named only to a body above others', () => {
    const above = on([], 'forum');
    expect(above.bareGoals.map(({ id }) => id)).toEqual(['goal-b']);
    expect(above.unassigned.map(({ id }) => id)).toEqual(['initiative-a']);
    expect(isEmpty(on([], 'north'))).toBe(true);
    expect(isEmpty(above)).toBe(false);
  });
  it('a figure is compared with its target in the direction it should go, as of the day', () => {
    const value = (amount: number, of: string) => ({ value: amount, of, was: null, on: of, person: 'p' });
    const measure = { id: 'i', name: ref, unit: ref, baseline: null, reportedBy: 'north', every: 'quarter', since: '2015-01-02' } as const;
    const known = (direction: 'up' | 'down', target: number | null, values: readonly number[]): InitiativeState => ({
      ...initiative.initial('initiative/i1'),
      owner: 'panel',
      indicators: [{ ...measure, direction, target, values: values.map((each, at) => value(each, `2015-0${at + 1}-01`)) }],
    });
    const [line] = on([], 'panel', '2015-02-20', [known('down', 10, [14, 11, 9])]).indicators;
    expect(line).toMatchObject({ last: { value: 11 }, reached: false });
    expect(on([], 'panel', '2015-03-20', [known('down', 10, [14, 11, 9])]).indicators[0]?.reached).toBe(true);
    expect(on([], 'panel', '2015-03-20', [known('up', 10, [9])]).indicators[0]?.reached).toBe(false);
    expect(on([], 'panel', '2015-03-20', [known('up', null, [9])]).indicators[0]?.reached).toBeNull();
    expect(on([], 'north', '2015-03-20', [known('up', 1, [9])]).indicators).toHaveLength(1);
    expect(on([], 'forum', '2015-03-20', [known('up', 1, [9])]).indicators).toHaveLength(1);
    expect(on([], 'circle', '2015-03-20', [known('up', 1, [9])]).indicators).toEqual([]);
  });
  it('the status counts every milestone once and shows no answer that nobody gave', () => {
    const statuses = fc.option(fc.constantFrom<Status>('follows', 'at-risk', 'late', 'done'));
    const days = fc.constantFrom('2015-01-12', '2015-04-01', '2015-04-10', '2015-04-19');
    const rows = fc.array(fc.record({ status: statuses, on: days, askedOn: fc.option(days), due: days, withdrawn: fc.boolean() }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, (all) => {
        const made = all.map(({ status, on: said, ...change }, at) =>
          row('panel', `m${at}`, { ...change, answer: status === null ? null : answer(status, said) }),
        );
        const report = on([asking('panel', ...made)], 'forum');
        const { all: total, overdue: _overdue, ...each } = report.counts;
        expect(total).toBe(made.filter(({ withdrawn }) => !withdrawn).length);
        expect(Object.values(each).reduce((sum, n) => sum + n, 0)).toBe(total);
        for (const shown of report.rows) {
          if (shown.stands !== 'no-answer' && shown.stands !== 'not-asked') expect(shown.stands).toBe(shown.answer?.status);
        }
      }),
    );
  });
});

describe('the status of a quarter', () => {
  const meets = (who: string, statusSaid: '2015-Q1' | '2015-Q2' | null = null) => ({ ...emptyBody(who), channel: 'c1', statusSaid });
  const at = (instant: string) => Temporal.Instant.from(instant);

  it('a body above others gets the status once, ten prompt days after the quarter’s question', () => {
    expect(statusToSay(fjord, meets('forum', '2015-Q1'), at('2015-04-17T08:00:00Z'))).toBeNull();
    expect(statusToSay(fjord, meets('forum', '2015-Q1'), at('2015-04-20T08:00:00Z'))).toBe('2015-Q2');
    expect(statusToSay(fjord, meets('forum', '2015-Q2'), at('2015-04-20T08:00:00Z'))).toBeNull();
    expect(statusToSay(fjord, meets('north', '2015-Q1'), at('2015-04-20T08:00:00Z'))).toBeNull();
    expect(statusToSay(fjord, { ...meets('forum', '2015-Q1'), channel: null }, at('2015-04-20T08:00:00Z'))).toBeNull();
  });
  it('the status of the third quarter waits for the question in August and comes on a working morning', () => {
    expect(statusToSay(fjord, meets('forum', '2015-Q2'), at('2015-07-20T08:00:00Z'))).toBeNull();
    expect(statusToSay(fjord, meets('forum', '2015-Q2'), at('2015-08-16T08:00:00Z'))).toBeNull();
    expect(statusToSay(fjord, meets('forum', '2015-Q2'), at('2015-08-17T08:00:00Z'))).toBe('2015-Q3');
  });
  it('the next status has a due time, and several missed ones come as one', () => {
    expect(nextStatusAt(fjord, meets('forum', '2015-Q1'))).toBe(Date.parse('2015-04-20T06:30:00Z'));
    expect(nextStatusAt(fjord, meets('north'))).toBeNull();
    const due = dueNow('body/forum', fjord, meets('forum', '2015-Q1'), at('2015-12-01T09:00:00Z')).filter(({ occasion }) =>
      occasion.startsWith('status-'),
    );
    expect(due).toEqual([{ occasion: 'status-2015-Q4', command: { type: 'SayStatus', quarter: '2015-Q4' } }]);
  });
});
