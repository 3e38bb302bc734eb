import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { progressOf, stillOwed } from '../../bot/governance/portfolio/portfolio.ts';
import { portfolioToAsk } from '../../bot/governance/portfolio/quarter.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { PortfolioState } from '../../bot/governance/vocabulary/portfolio.ts';
import { body, charter } from '../kit/charter.ts';
import { errand, given, person, seated, text } from '../kit/given.ts';
import { agreement } from '../kit/parts.ts';

const panel = body('panel', { above: 'forum' });
const follows = { solutions: ['wounds'], clause: 'panel-follows' };
const fjord = charter({
  agreement,
  bodies: [
    { ...panel, terms: panel.terms.map((terms) => ({ ...terms, portfolio: follows })) },
    ...charter().bodies.filter(({ id }) => id !== 'panel'),
  ],
});
const here = seated('panel', { 'regional-chair': ['rita'], 'municipal-leader': ['mia'] });
const scene = { stream: 'portfolio/panel', charter: fjord, bodies: [here] } as const;
const opened: GovernanceEvent = { type: 'QuarterOpened', v: 1, quarter: '2015-Q1' };
const all = (says: 'yes' | 'no') => (['quality', 'citizen', 'economy'] as const).map((goal) => ({ goal, says }));
const wish = (id: string): GovernanceEvent => ({
  type: 'WishAdded',
  v: 1,
  id,
  title: text(id),
  solution: null,
  level: 'national',
  on: '2015-02-02',
  person: 'mia',
});
const around = { charter: fjord, now: Temporal.Instant.from('2015-02-02T08:00:00Z') };

describe('a portfolio of solutions in operation', () => {
  test('a body that meets in a channel is asked about its solutions once a quarter', () => {
    const meeting = { ...here, channel: 'c1' };
    const now = Temporal.Instant.from('2015-02-02T08:00:00Z');
    expect(portfolioToAsk(fjord, meeting, now)).toBe('2015-Q1');
    expect(portfolioToAsk(fjord, { ...meeting, portfolioAsked: '2015-Q1' }, now)).toBeNull();
    expect(portfolioToAsk(fjord, here, now)).toBeNull();
    expect(portfolioToAsk(charter(), meeting, now)).toBeNull();
  });

  test('a follow-up answers each of the three goals, and gives a reason where one is not met', () => {
    const asked = given(scene, opened);
    const says = (verdicts: ReturnType<typeof all>, words: string | null) =>
      asked.when({ type: 'FollowUpSolution', solution: 'wounds', verdicts, text: words === null ? null : text(words) }, person('mia'));
    says(all('yes').slice(1), null).thenRefused('missing');
    says(all('no'), null).thenRefused('missing');
    says(all('yes'), null).thenHappens({ type: 'SolutionFollowedUp', quarter: '2015-Q1', person: 'mia' });
  });

  test('a person from outside the body does not follow up a solution', () =>
    given(scene, opened)
      .when({ type: 'FollowUpSolution', solution: 'wounds', verdicts: all('yes'), text: null }, person('fremmed'))
      .thenRefused('only-who-lead'));

  test('a body owes each solution an answer until it is given in that quarter', () => {
    const followed: GovernanceEvent = {
      type: 'SolutionFollowedUp',
      v: 1,
      solution: 'wounds',
      verdicts: all('yes'),
      text: null,
      quarter: '2015-Q1',
      on: '2015-02-02',
      person: 'mia',
    };
    const state = (...events: readonly GovernanceEvent[]) => given(scene, ...events).state as PortfolioState;
    expect(stillOwed(around, state(opened))).toEqual(['wounds']);
    expect(stillOwed(around, state(opened, followed))).toEqual([]);
    expect(stillOwed(around, state(opened, followed, { type: 'QuarterOpened', v: 1, quarter: '2015-Q2' }))).toEqual(['wounds']);
  });

  test('a solution’s progress comes from the document until the body says otherwise', () => {
    const state = given(scene, opened).state as PortfolioState;
    expect(progressOf(around, state, 'wounds')).toBe('in-operation');
    const ended = given(scene, opened, { type: 'ProgressSet', v: 1, solution: 'wounds', progress: 'ended' }).state as PortfolioState;
    expect(progressOf(around, ended, 'wounds')).toBe('ended');
    expect(stillOwed(around, ended)).toEqual([]);
  });

  test('wishes stand in the order that the chairs give them', () => {
    const wished = given(scene, opened, wish('w1'), wish('w2'), wish('w3'));
    wished.when({ type: 'OrderWishes', first: ['w3'] }, person('mia')).thenRefused('only-who-lead');
    wished.when({ type: 'OrderWishes', first: ['w3'] }, person('rita')).thenHappens({ type: 'WishesOrdered', order: ['w3', 'w1', 'w2'] });
    wished.when({ type: 'OrderWishes', first: ['w1'] }, person('rita')).thenNothing();
  });

  test('a quarter’s follow-up is opened once', () =>
    given(scene, opened).when({ type: 'OpenQuarter', quarter: '2015-Q1' }, errand).thenNothing());
});
