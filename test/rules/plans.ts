import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Charter, Terms } from '../../bot/governance/charter/charter.ts';
import { openNoes, progressOf, solutionsIn, stillOwed } from '../../bot/governance/portfolio/portfolio.ts';
import { portfolioToAsk } from '../../bot/governance/portfolio/quarter.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import { quarterOf } from '../../bot/governance/time/periods.ts';
import type { PortfolioState } from '../../bot/governance/vocabulary/portfolio.ts';
import { workPlanStream } from '../../bot/governance/vocabulary/year/streams.ts';

import { errand, given, person, seated } from '../kit/given.ts';
import { sceneIn, workday } from './initiatives.ts';
import type { Rule } from './rule.ts';

const text = { ref: 't', mac: 'm' };

/** These rules keep a year's work plan and the solutions in operation. */
export const planRules: Readonly<Record<string, Rule>> = {
  'work-plan-comes-up': {
    keeps: (charter, terms, clause) => {
      const laying = versionsOf(charter).filter(({ competence, above }) =>
        competence.some(
          ({ kinds, clause: by }) => kinds.includes('work-plan') && (by === clause.id || (above.stated && above.value === terms.body)),
        ),
      );
      expect(laying).not.toEqual([]);
      for (const { body, from, above } of laying) {
        const raise = {
          type: 'RaiseJudged',
          body,
          from: workPlanStream(body, 2015),
          laid: { title: text, recommendation: text },
          turns: [],
        } as const;
        given({ stream: 'case/k1', charter, now: `${from}T12:00:00Z` })
          .when(raise, errand)
          .thenHappens({ type: 'CaseDrafted' }, { type: 'CaseSent' }, { type: 'SentUp', to: above.stated ? above.value : '' });
      }
    },
    stands: {
      rule: 'reasons, at }, to, told:',
      without: 'reasons, at }, to: body, told:',
    },
  },
  'task-is-in-the-model': {
    keeps: (charter, terms, clause) => {
      const part = charter.agreement.find(({ kind, clause: set }) => kind === 'task' && set === clause.id);
      expect(part?.when).toContain('2015');
      if (!part || !terms.seats.some(({ role }) => role === 'chair')) return;
      const drafting = given(sceneIn(charter, terms, workPlanStream(terms.body, 2015)));
      const set = (id: string) =>
        drafting.when({ type: 'SetTasks', tasks: [{ id: 't1', title: null, from: { part: id } }] }, person('leader'));
      set(part.id).thenHappens({ type: 'TaskSet' });
      set('indsats-unge').thenRefused('not-there');
    },
    stands: { rule: "id === part && kind === 'task'", without: "id !== part && kind === 'task'" },
  },
  'solutions-are-followed': {
    keeps: (charter, terms) => {
      const state = portfolioOf(charter, terms);
      expect(solutionsIn(at(charter, terms), state)).toEqual(terms.portfolio?.solutions);
      expect(terms.portfolio?.solutions.length).toBeGreaterThan(0);
    },
    stands: { rule: '[...stated, ...added.map(({ id }) => id)]', without: '[...added.map(({ id }) => id)]' },
  },
  'portfolio-is-asked-about': {
    keeps: (charter, terms) => {
      const meeting = { ...seated(terms.body, {}), channel: 'c1' };
      const now = workday(charter, Temporal.PlainDate.from(terms.from).add({ months: 4 }));
      const quarter = portfolioToAsk(charter, meeting, now);
      expect(quarter).toBe(quarterOf(now.toString().slice(0, 10)));
      expect(portfolioToAsk(charter, { ...meeting, portfolioAsked: quarter }, now)).toBeNull();
      const [solution = ''] = terms.portfolio?.solutions ?? [];
      const asked = given(sceneIn(charter, terms, `portfolio/${terms.body}`), {
        type: 'QuarterOpened',
        v: 1,
        quarter: quarter ?? '2019-Q3',
      });
      const goals = (['quality', 'citizen', 'economy'] as const).map((goal) => ({ goal, says: 'yes' as const }));
      const follow = (verdicts: typeof goals) => asked.when({ type: 'FollowUpSolution', solution, verdicts, text: null }, person('leader'));
      follow(goals).thenHappens({ type: 'SolutionFollowedUp', solution });
      follow(goals.slice(1)).thenRefused('missing');
    },
    stands: { rule: '!portfolioGoals.every(', without: 'portfolioGoals.every(' },
  },
  'progress-is-said': {
    keeps: (charter, terms) => {
      const [solution = ''] = (terms.portfolio?.solutions ?? []).filter(
        (id) => progressOf({ charter }, portfolioOf(charter, terms), id) !== 'in-operation',
      );
      const going = given(sceneIn(charter, terms, `portfolio/${terms.body}`));
      going
        .when({ type: 'SetProgress', solution, progress: 'in-operation' }, person('leader'))
        .thenHappens({ type: 'ProgressSet', solution });
      const moved = { ...portfolioOf(charter, terms), progress: { [solution]: 'in-operation' as const } };
      expect(progressOf({ charter }, moved, solution)).toBe('in-operation');
    },
    stands: { rule: 'return progress[solution] ??', without: 'return' },
  },
  'wishes-have-a-level': {
    keeps: (charter, terms) => {
      const wishing = given(sceneIn(charter, terms, `portfolio/${terms.body}`));
      const [solution = ''] = terms.portfolio?.solutions ?? [];
      for (const level of ['local', 'joint', 'national'] as const)
        wishing
          .when({ type: 'AddWish', id: 'w1', title: text, solution, level }, person('leader'))
          .thenHappens({ type: 'WishAdded', level, solution });
      wishing
        .when({ type: 'AddWish', id: 'w1', title: text, solution: 'elsewhere', level: 'joint' }, person('leader'))
        .thenRefused('not-there');
    },
    stands: { rule: '!known.includes(wish.solution)', without: 'known.includes(wish.solution)' },
  },
  'use-is-said': {
    keeps: (charter, terms) => {
      const [solution = ''] = terms.portfolio?.solutions ?? [];
      const bodies = charter.bodies.filter(({ kind }) => kind === 'cluster-steering-group').map(({ id }) => id);
      const spreading = given(sceneIn(charter, terms, `portfolio/${terms.body}`));
      spreading.when({ type: 'SetUse', solution, bodies }, person('leader')).thenHappens({ type: 'UseSet', solution, bodies });
      spreading.when({ type: 'SetUse', solution, bodies: ['nobody'] }, person('leader')).thenRefused('not-in-model');
    },
    stands: { rule: '!bodies.every((id) =>', without: 'bodies.every((id) =>' },
  },
  'unmet-goals-are-seen': {
    keeps: (charter, terms) => {
      const [solution = ''] = terms.portfolio?.solutions ?? [];
      const said = (says: 'yes' | 'no'): PortfolioState => ({
        ...portfolioOf(charter, terms),
        followUps: [{ solution, verdicts: [{ goal: 'quality', says }], text: null, quarter: '2019-Q3', on: terms.from, person: 'leader' }],
      });
      expect(openNoes(at(charter, terms), said('no')).map((each) => each.solution)).toEqual([solution]);
      expect(openNoes(at(charter, terms), said('yes'))).toEqual([]);
    },
    stands: { rule: "verdicts.some(({ says }) => says === 'no');", without: "verdicts.every(({ says }) => says !== 'no');" },
  },
  'above-reads-along': {
    keeps: (charter, terms) => {
      const state: PortfolioState = {
        ...portfolioOf(charter, terms),
        asked: quarterOf(Temporal.PlainDate.from(terms.from).add({ months: 3 }).toString()),
      };
      expect(stillOwed(at(charter, terms), state)).not.toEqual([]);
      const told = noticesFor(
        `portfolio/${terms.body}`,
        { type: 'QuarterOpened', v: 1, quarter: state.asked ?? '2019-Q3' },
        state,
        charter,
      );
      expect(told.map(({ to }) => to)).toContainEqual({ body: terms.above.stated ? terms.above.value : '' });
    },
    stands: { rule: 'above?.stated ? above.value :', without: 'above?.stated === false ? above.value :' },
  },
};

function versionsOf(charter: Charter): readonly Terms[] {
  return charter.bodies.flatMap(({ terms }) => terms);
}

function portfolioOf(charter: Charter, terms: Terms): PortfolioState {
  return given(sceneIn(charter, terms, `portfolio/${terms.body}`)).state as PortfolioState;
}

function at(charter: Charter, terms: Terms) {
  return { charter, now: Temporal.Instant.from(`${terms.from}T12:00:00Z`) };
}
