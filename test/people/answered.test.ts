import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { askNotices } from '../../bot/governance/tables/ask-notices.ts';
import { asksDue, asksOf } from '../../bot/governance/tables/asks.ts';
import type { Happened } from '../../bot/governance/tables/came.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import { askOccasion } from '../../bot/governance/vocabulary/ask/ask.ts';
import { charter } from '../kit/charter.ts';
import { asking, since, stateOfAsk } from '../kit/states/asking.ts';
import { caseIn } from '../kit/states/case.ts';

const fjord = charter();
const happened: Happened = { events: [], by: { kind: 'clock' }, at: since };
const row = { key: 'panel.a', plan: 'panel', owner: 'gudrun', askedOn: '2015-02-02', withdrawn: false };

/** By hand: whether somebody is mentioned the moment it is asked, by a reply or by the card that asks it, or first when its day has passed; and what answers it. */
const table: Readonly<Record<string, readonly ['at once' | 'by its card' | 'when late', object]>> = {
  'a case is to be judged': ['at once', caseIn('waiting', { body: 'panel', at: 'panel', since })],
  'an answer is to be acknowledged': ['at once', { phase: 'closed', receipt: 'rita' }],
  'a case came back to who raised it': ['at once', caseIn('judging', { body: 'panel', at: 'panel', since, by: 'gudrun' })],
  'a case waits for a meeting': ['at once', { aim: { meeting: 'meeting/m', start: '2015-03-02T08:00:00Z' } }],
  'a request is to be accepted': ['at once', { phase: 'accepted', question: null }],
  'a group nears its end': ['at once', { phase: 'closed' }],
  'somebody has spoken up': ['at once', { phase: 'answered' }],
  'minutes are to be sent': ['when late', { minutes: 'sent', commentsUntil: '2015-02-20' }],
  'patients are to be told of': ['at once', { patients: { on: '2015-02-05', text: { ref: 'p', mac: '' }, person: 'rita' } }],
  'a milestone is asked about': ['at once', { rows: [{ ...row, answer: { status: 'on-course', on: '2015-02-03' } }] }],
  'dates are to be confirmed': ['at once', { phase: 'confirmed' }],
};

test('the table has a line for everything the people are looked for', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(asking).sort());
});

describe.each(Object.entries(table))('when %s', (name, [said, answer]) => {
  const { what, about, state } = stateOfAsk(name);
  const answered = stateOfAsk(name, answer).state;
  const ask = asksOf(about, state, fjord).find((each) => each.what === what);
  const reply = `${about}:ask@${ask ? askOccasion(ask, null) : ''}`;
  const keys = (before: typeof state, after: typeof state) => askNotices(about, before, after, fjord, null, happened).map(({ key }) => key);

  test(`somebody is mentioned ${said}`, () => {
    expect(ask?.said).toBe({ 'at once': 'reply', 'by its card': 'card', 'when late': 'late' }[said]);
    expect(keys(subjectOf(about).initial(about), state).includes(reply)).toBe(said === 'at once');
  });

  test('it is closed the moment it is answered, and its reply is drawn again', () => {
    expect(asksOf(about, answered, fjord).map(({ id }) => id)).not.toContain(ask?.id);
    expect(keys(state, answered).includes(reply)).toBe(said === 'at once');
    expect(keys(answered, answered)).not.toContain(reply);
  });

  test('where nobody ever answers it is closed as unanswered after a year, and nothing is due any more', () => {
    const close = { type: 'CloseAsk', ask: ask?.id } as const;
    const due = (of: typeof state, day: string) =>
      asksDue(about, fjord, of, Temporal.Instant.from(`${day}T09:00:00Z`)).map(({ command }) => command);
    expect(due(state, '2016-01-29')).not.toContainEqual(close);
    expect(due(state, '2016-02-26')).toContainEqual(close);
    const over = { ...state, asks: { reminded: [], over: [{ ask: ask?.id ?? '', how: 'unanswered' }] } } as const;
    expect(due(over, '2016-02-26')).not.toContainEqual(close);
  });
});
