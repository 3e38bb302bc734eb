import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { emptyBody } from '../../bot/governance/body/body.ts';
import { askNotices } from '../../bot/governance/tables/ask-notices.ts';
import { openAsks } from '../../bot/governance/tables/asks.ts';
import type { cameOf } from '../../bot/governance/tables/came.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import { openingAfter } from '../../bot/governance/time/calendar.ts';
import type { AskingState, GovernanceEvent, State } from '../../bot/governance/vocabulary/all.ts';
import { askKinds, askOccasion, occasionOf } from '../../bot/governance/vocabulary/ask/ask.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import { charter } from '../kit/charter.ts';
import { clock, errand, given, person, seated } from '../kit/given.ts';

const fjord = charter();
const stream = 'flag/f1';
const text = { ref: 't', mac: 'm' };
const bodies = [
  seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['mona'], practitioner: ['gudrun'] }),
  seated('bureau', { 'regional-secretary': ['bente'] }),
];
const scene = { stream, bodies, charter: fjord, now: '2015-02-10T09:00:00Z' } as const;
const raised: GovernanceEvent = {
  type: 'FlagRaised',
  v: 1,
  body: 'panel',
  by: 'gudrun',
  clause: null,
  concern: 'problem',
  text,
  at: '2015-02-02T08:00:00Z',
};
const ask = 'flag-answer-2015-02-02T08:00:00Z';
const reminded = (rung: 5 | 10 | 15): GovernanceEvent => ({ type: 'AskReminded', v: 1, ask, rung, on: '2015-02-09' });
const answered: GovernanceEvent = { type: 'FlagAnswered', v: 1, text, person: 'rita', at: '2015-02-12T08:00:00Z' };
const stateAfter = (...events: readonly GovernanceEvent[]): AskingState => given(scene, ...events).state;
const due = (state: AskingState, now: string) =>
  dueNow(stream, fjord, state, Temporal.Instant.from(now)).map(({ command }) =>
    command.type === 'RemindAsk' ? command.rung : command.type,
  );
const happened = (...events: readonly GovernanceEvent[]) => ({ events, by: person('rita'), at: '2015-02-12T08:00:00Z' });
const said = (before: AskingState, after: AskingState, dueAt: string | null = null) =>
  askNotices(stream, before, after, fjord, dueAt, happened()).map(({ key, under }) => [key.slice('flag/f1:ask@'.length), under]);

describe('what nobody answers', () => {
  test('is reminded of after 5, 10 and 15 working days, late or not, each once', () => {
    const asked = stateAfter(raised);
    expect(due(asked, '2015-02-06T09:00:00Z')).toEqual([]);
    expect(due(asked, '2015-02-09T06:00:00Z')).toEqual([]);
    expect(due(asked, '2015-02-09T09:00:00Z')).toEqual([5]);
    expect(due(stateAfter(raised, reminded(5)), '2015-02-13T09:00:00Z')).toEqual([]);
    expect(due(stateAfter(raised, reminded(5)), '2015-02-16T09:00:00Z')).toEqual([10]);
    expect(due(stateAfter(raised, reminded(10)), '2015-02-23T09:00:00Z')).toEqual([15]);
    expect(due(asked, '2015-03-23T09:00:00Z')).toEqual([15]);
  });

  test('is closed as unanswered after a year, and asked about no more', () => {
    const silent = stateAfter(raised, reminded(15));
    expect(due(silent, '2016-02-01T09:00:00Z')).toEqual([]);
    expect(due(silent, '2016-02-02T09:00:00Z')).toEqual(['CloseAsk']);
    const closed = stateAfter(raised, reminded(15), { type: 'AskUnanswered', v: 1, ask, on: '2016-02-02' });
    expect(openAsks(stream, closed, fjord)).toEqual([]);
    expect(subjectOf(stream).index(closed, fjord).dueAt).toBeNull();
  });

  test('is let lie by a secretary with a reason, and by nobody else', () => {
    const lie = { type: 'LetAskLie', ask, reason: text } as const;
    given(scene, raised).when(lie, person('gudrun')).thenRefused('only-secretaries');
    given(scene, raised).when(lie, person('bente')).thenHappens({ type: 'AskLetLie', person: 'bente' });
    const state = stateAfter(raised, { type: 'AskLetLie', v: 1, ask, reason: text, person: 'bente' });
    expect(due(state, '2015-02-23T09:00:00Z')).toEqual([]);
  });

  test('is a reminder in the ledger once, and none when it has been answered', () => {
    const remind = { type: 'RemindAsk', ask, rung: 5 } as const;
    given(scene, raised).when(remind, clock).thenHappens({ type: 'AskReminded', ask, rung: 5, on: '2015-02-10' });
    given(scene, raised, reminded(5)).when(remind, clock).thenNothing();
    given(scene, raised, answered).when(remind, clock).thenNothing();
  });

  test('and was reminded of by an older Samspil goes on from there', () => {
    const before: GovernanceEvent = JSON.parse('{"type":"FlagPrompted","v":1,"prompt":"reminded","occasion":"reminded-2015-02-09"}');
    expect(due(stateAfter(raised, before), '2015-02-13T09:00:00Z')).toEqual([]);
    expect(due(stateAfter(raised, before), '2015-02-16T09:00:00Z')).toEqual([10]);
    // Its last reminder brought nothing onto the list of today: it is said again, once, and then stands there.
    const last: GovernanceEvent = JSON.parse('{"type":"FlagPrompted","v":1,"prompt":"secretariat","occasion":"secretariat-2015-02-23"}');
    expect(due(stateAfter(raised, last), '2015-03-02T09:00:00Z')).toEqual([15]);
    expect(due(stateAfter(raised, last, reminded(15)), '2015-03-02T09:00:00Z')).toEqual([]);
  });
});

describe('what falls to others after it was asked', () => {
  const others = { type: 'AskOthers', persons: ['rikke', 'gudrun'] } as const;
  const heir = { ...scene, bodies: [seated('panel', { 'regional-chair': ['rikke'], 'municipal-chair': ['mona'] }), ...bodies.slice(1)] };

  test('is said once more, to those of them who must answer it', () => {
    given(heir, raised)
      .when(others, errand)
      .thenHappens({ type: 'AskFell', ask, fall: 'to-1', to: ['rikke'], on: '2015-02-10' });
    given(scene, raised).when(others, errand).thenNothing();
    given(heir, raised, answered).when(others, errand).thenNothing();
  });

  test('is a reply of its own, and the reminders go on as they would', () => {
    const fell: GovernanceEvent = { type: 'AskFell', v: 1, ask, fall: 'to-1', to: ['rikke'], on: '2015-02-10' };
    expect(said(stateAfter(raised), stateAfter(raised, fell)).slice(0, 2)).toEqual([
      [ask, 'flag/f1:flag'],
      [`${ask}+to-1`, 'flag/f1:flag'],
    ]);
    expect(due(stateAfter(raised, fell), '2015-02-09T09:00:00Z')).toEqual([5]);
    expect(due(stateAfter(raised, reminded(5), fell), '2015-02-16T09:00:00Z')).toEqual([10]);
    given({ ...heir, now: '2015-02-11T09:00:00Z' }, raised, fell)
      .when(others, errand)
      .thenHappens({ type: 'AskFell', fall: 'to-2' });
    given(heir, raised, fell).when(others, errand).thenNothing();
  });

  test('a seat that ends by its date, or an absence that begins, is noticed on the day, and whoever must answer now hears it once', () => {
    const on = (day: string) => ({ ...scene, now: `${day}T09:00:00Z`, bodies: [changing, ...bodies.slice(1)] });
    const changing: BodyState = {
      ...emptyBody('panel'),
      appointments: [
        { id: 'rita', seat: 'regional-chair', person: 'rita', from: '2015-01-01', until: '2015-02-10', deputies: [] },
        { id: 'rikke', seat: 'regional-chair', person: 'rikke', from: '2015-02-11', until: null, deputies: [] },
        { id: 'mona', seat: 'municipal-chair', person: 'mona', from: '2015-01-01', until: null, deputies: ['mia'] },
      ],
      absences: [{ person: 'mona', from: '2015-02-16', until: '2015-02-20' }],
    };
    const passed = (since: string) => ({ type: 'AskNewcomers', since }) as const;
    const fell = { type: 'AskFell', v: 1, ask, fall: 'to-1', to: ['rikke'], on: '2015-02-11' } as const;
    given(on('2015-02-11'), raised).when(passed('2015-02-11'), errand).thenHappens(fell);
    given(on('2015-02-16'), raised, fell)
      .when(passed('2015-02-16'), errand)
      .thenHappens({ type: 'AskFell', fall: 'to-2', to: ['mia'] });
    given(on('2015-02-11'), raised, fell).when(passed('2015-02-11'), errand).thenNothing();
    const late = { ...raised, at: '2015-02-11T08:00:00Z' } as const;
    given(on('2015-02-11'), late).when(passed('2015-02-11'), errand).thenNothing();
  });

  test('a body says so on the first day of the change, and not before', () => {
    const panel = { stream: 'body/panel', charter: fjord, now: '2015-02-02T09:00:00Z' } as const;
    const events = [
      { type: 'FillSeat', appointment: 'a', seat: 'regional-chair', person: 'rita', from: '2015-01-01' },
      { type: 'EndAppointment', appointment: 'a', until: '2015-02-10' },
      { type: 'FillSeat', appointment: 'b', seat: 'municipal-chair', person: 'mona', from: '2015-03-02' },
      { type: 'NoteAbsence', person: 'rita', from: '2015-02-06', until: '2015-02-09' },
    ] as const;
    let so: readonly GovernanceEvent[] = [];
    for (const command of events) {
      const { decided } = given(panel, ...so).when(command, { kind: 'operator' });
      so = [...so, ...(Array.isArray(decided) ? decided : [])];
    }
    const { state } = given(panel, ...so);
    expect(state.kind === 'body' && state.changesOn).toEqual(['2015-02-11', '2015-03-02', '2015-02-06']);
    const passes = (now: string, of: State = state) =>
      dueNow('body/panel', fjord, of, Temporal.Instant.from(now)).filter(({ command }) => command.type === 'PassAsks').length;
    expect(passes('2015-02-05T09:00:00Z')).toBe(0);
    expect(passes('2015-02-06T09:00:00Z')).toBe(1);
    expect(passes('2015-02-06T20:00:00Z')).toBe(0);
    const passed: GovernanceEvent = { type: 'AsksPassed', v: 1, since: '2015-02-06', on: '2015-02-06' };
    given({ ...panel, now: '2015-02-06T09:00:00Z' }, ...so)
      .when({ type: 'PassAsks' }, clock)
      .thenHappens(passed);
    const after = given(panel, ...so, passed).state;
    expect([passes('2015-02-06T09:00:00Z', after), passes('2015-02-11T09:00:00Z', after)]).toEqual([0, 1]);
  });

  test.each([
    [
      'a seat is filled after another',
      { type: 'SeatFilled', v: 1, appointment: 'a2', seat: 'regional-chair', person: 'rikke', from: '2015-02-10', sector: null },
      ['rikke'],
    ],
    ['somebody with a deputy is away', { type: 'AbsenceNoted', v: 1, person: 'mona', from: '2015-02-10', until: '2015-02-20' }, ['mia']],
    ['a deputy is named for one who is away', { type: 'DeputyNamed', v: 1, appointment: 'away', deputy: 'dina', sector: null }, ['dina']],
    [
      'a seat is filled for the first time',
      { type: 'SeatFilled', v: 1, appointment: 'a2', seat: 'practitioner', person: 'pia', from: '2015-02-10', sector: null },
      null,
    ],
    ['a deputy is named for one who is there', { type: 'DeputyNamed', v: 1, appointment: 'there', deputy: 'dina', sector: null }, null],
  ] as const)('is looked for when %s', (_what, event, persons) => {
    const panel: BodyState = {
      ...emptyBody('panel'),
      appointments: [
        { id: 'gone', seat: 'regional-chair', person: 'rita', from: '2015-01-01', until: '2015-02-09', deputies: [] },
        { id: 'there', seat: 'municipal-chair', person: 'mona', from: '2015-01-01', until: null, deputies: ['mia'] },
        { id: 'away', seat: 'municipal-leader', person: 'aase', from: '2015-01-01', until: null, deputies: [] },
      ],
      absences: [{ person: 'aase', from: '2015-02-01', until: '2015-02-28' }],
    };
    const asked = errandsFor('body/panel', 9, event, panel).filter(({ command }) => command.type === 'AskOthers');
    expect(asked.find(({ to }) => typeof to !== 'string' && to.every === 'case')?.command ?? null).toEqual(
      persons && { type: 'AskOthers', persons },
    );
  });
});

describe('the thread of the standing card', () => {
  const none = subjectOf(stream).initial(stream);

  test('says it the moment it falls to somebody', () => {
    expect(said(none, stateAfter(raised))).toEqual([[ask, 'flag/f1:flag']]);
  });

  test('says each reminder in a card of its own, and draws those before it again', () => {
    expect(
      said(stateAfter(raised), stateAfter(raised, reminded(5)))
        .slice(0, 2)
        .map(([occasion]) => occasion),
    ).toEqual([ask, `${ask}+5`]);
  });

  test('shrinks what it said when it is answered, and draws the newest again while it stands', () => {
    const asked = stateAfter(raised, reminded(5));
    expect(said(asked, stateAfter(raised, reminded(5), answered)).map(([occasion]) => occasion)).toEqual([ask, `${ask}+5`]);
    expect(said(asked, asked).map(([occasion]) => occasion)).toEqual([`${ask}+5`]);
  });

  test('says what came of it: answered by whom, withdrawn, or overtaken by something else', () => {
    const asked = stateAfter(raised, reminded(5));
    const over = stateAfter(raised, reminded(5), answered);
    const came = (...by: Parameters<typeof cameOf>[1][]) =>
      by.flatMap((each) => askNotices(stream, asked, over, fjord, null, each).map((notice) => notice.came));
    const at = '2015-02-12T08:00:00Z';
    expect(came(happened(answered))).toEqual(Array(2).fill({ how: 'answered', by: ['rita'], at }));
    expect(came({ ...happened(answered), by: errand })).toEqual(Array(2).fill({ how: 'overtaken', by: [], at }));
    expect(came(happened({ type: 'CaseWithdrawn', v: 1, reason: null }))).toEqual(Array(2).fill({ how: 'withdrawn', by: ['rita'], at }));
    const no = { type: 'GroupTurnedDown', v: 1, turns: [], at } as const;
    expect(came(happened(no))).toEqual(Array(2).fill({ how: 'turned-down', by: ['rita'], at }));
    const lie = stateAfter(raised, reminded(5), { type: 'AskLetLie', v: 1, ask, reason: text, person: 'bente' });
    expect(askNotices(stream, asked, lie, fjord, null, happened()).map((notice) => notice.came)).toEqual([undefined, undefined]);
  });

  test('waits for the hours of prompts with what time alone has made, and with nothing else', () => {
    const at = (now: string) => openingAfter(fjord, Temporal.Instant.from(now));
    expect(at('2015-02-10T09:00:00Z')).toBeNull();
    expect(at('2015-02-10T22:00:00Z')).toBe('2015-02-11T07:30:00Z');
    expect(at('2015-07-10T09:00:00Z')).toBe('2015-08-03T06:30:00Z');
    expect(askNotices(stream, none, stateAfter(raised), fjord, at('2015-07-10T09:00:00Z'), happened())).toMatchObject([
      { dueAt: '2015-08-03T06:30:00Z' },
    ]);
  });
});

test('every kind of ask is read back from the occasion of its card', () => {
  for (const what of askKinds) {
    const id = `${what}-2015-02-02T08:00:00Z-in-panel`;
    expect(occasionOf(askOccasion({ id }, null))).toEqual({ ask: id, what, rung: null });
    expect(occasionOf(askOccasion({ id }, -10))).toEqual({ ask: id, what, rung: -10 });
    expect(occasionOf(askOccasion({ id }, 'to-2'))).toEqual({ ask: id, what, rung: 'to-2' });
  }
  expect(occasionOf('reminder-2015-03-02')).toBeNull();
});
