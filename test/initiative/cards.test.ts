import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { initiativeCard } from '../../cards/initiative/initiative.ts';
import type { Form, Reading } from '../../cards/kit/card.ts';
import { portfolioCard } from '../../cards/portfolio/portfolio.ts';
import { workPlanCard } from '../../cards/work-plan/work-plan.ts';
import { charter } from '../kit/charter.ts';

function form(about: Form['about'], inputs: Form['inputs'], picks: Form['picks'] = {}): Form {
  const now = Temporal.Instant.from('2015-02-02T08:00:00Z');
  const seal: Form['seal'] = (field, words) => ({ ref: field, mac: words });
  return { about, occasion: null, inputs, picks, charter: charter(), now, newId: 'n1', seal };
}
const presses = (card: { readonly verbs: Readonly<Record<string, (of: Form) => Reading>> }, verb: string, of: Form) =>
  card.verbs[verb]?.(of);

describe('a value that is reported', () => {
  const report = (value: string) => presses(initiativeCard, 'report', form('initiative/quit', { line: 'i1 2015-01-31', value }));

  test.each([
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['-3', -3],
    ['1200', 1200],
    ['0,125', 0.125],
    ['1 200', 1200],
  ])('a reported value written as %s is a number', (words, value) =>
    expect(report(words)).toMatchObject({ command: { type: 'ReportIndicator', value } }),
  );

  test.each(['1.200', '12,500', 'mange', '1,2,3', '1e9', '∞'])(
    'the value %s is refused, because Danish and English readers would not read it as the same number',
    (words) => expect(report(words)).toMatchObject({ refused: 'not-a-number' }),
  );

  test('a report without a value is refused', () => expect(report(' ')).toMatchObject({ refused: 'missing' }));
});

describe('what a card sends back is not trusted', () => {
  test('a card that sends something other than an id for a line is refused', () =>
    expect(presses(initiativeCard, 'drop', form('initiative/quit', { line: '../etc' }))).toMatchObject({ refused: 'not-there' }));

  test('an indicator without a unit is refused', () =>
    expect(presses(initiativeCard, 'indicator', form('initiative/quit', { title: 'Rygere', reportedBy: 'panel' }))).toMatchObject({
      refused: 'missing',
      field: 'unit',
    }));

  test('a task is taken only from the agreement or from a milestone', () => {
    const tasks = 'part:audit,milestone:panel.m1,case:x,part:../y';
    expect(presses(workPlanCard, 'fetch', form('work-plan/panel.2015', { tasks }))).toMatchObject({
      stream: 'work-plan/panel.2015',
      command: { tasks: [{ from: { part: 'audit' } }, { from: { milestone: 'panel.m1' } }] },
    });
  });

  test('a work plan’s year comes from the button and must be a year', () => {
    const yes = (year: string) => presses(workPlanCard, 'yes', form('body/panel', {}, { case: year, shown: '3' }));
    expect(yes('2016')).toMatchObject({ stream: 'work-plan/panel.2016', command: { yes: true, edition: 3 } });
    expect(yes('20166')).toMatchObject({ stream: 'work-plan/panel.2015' });
  });

  test('the follow-up on a solution holds only the known answers', () =>
    expect(
      presses(portfolioCard, 'follow', form('portfolio/panel', { solution: 'wounds', quality: 'yes', citizen: 'måske' })),
    ).toMatchObject({
      command: { verdicts: [{ goal: 'quality', says: 'yes' }], text: null },
    }));
});
