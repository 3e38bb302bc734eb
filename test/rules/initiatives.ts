import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Charter, Terms } from '../../bot/governance/charter/charter.ts';
import { indicatorsToAsk, patientsToAsk } from '../../bot/governance/initiative/silence.ts';
import { takesPartIn } from '../../bot/governance/initiative/tree.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { Indicator, InitiativeState } from '../../bot/governance/vocabulary/initiative.ts';
import { given, person, type Scene, seated } from '../kit/given.ts';
import type { Rule } from './rule.ts';

const text = { ref: 't', mac: 'm' };

/** These rules keep what the agreement wants done, who does it, and how patients are involved. */
export const initiativeRules: Readonly<Record<string, Rule>> = {
  'initiative-is-assigned': {
    keeps: (charter, terms) => {
      const part = partIn(charter);
      const giving = given(sceneIn(charter, terms, `initiative/${part}`));
      giving
        .when({ type: 'AssignInitiative', owner: terms.body }, person('secretary'))
        .thenHappens({ type: 'InitiativeAssigned', owner: terms.body });
      giving.when({ type: 'AssignInitiative', owner: terms.body }, person('leader')).thenRefused('only-secretaries');
    },
    stands: {
      rule: '!mayRun(around, around.charter.collaboration.secretariat)',
      without: 'mayRun(around, around.charter.collaboration.secretariat)',
    },
  },
  'toolbox-is-filled': {
    keeps: (charter, terms) => {
      const led = given(sceneIn(charter, terms, 'initiative/i1'), ...begun(terms));
      for (const kind of ['tool', 'framework-agreement'] as const) {
        const made = { type: 'SetDeliverable', id: 'd1', kind, title: text, link: null, done: null } as const;
        led.when(made, person('leader')).thenHappens({ type: 'DeliverableSet', kind });
        led.when(made, person('stranger')).thenRefused('only-who-lead');
      }
    },
    stands: { rule: 'if (!leads(around, state.owner)) return', without: 'if (leads(around, state.owner)) return' },
  },
  'stages-and-indicators': {
    keeps: (charter, terms) => {
      const led = given(sceneIn(charter, terms, 'initiative/i1'), ...begun(terms));
      for (const stage of ['framework', 'implementation'] as const)
        led.when({ type: 'SetStage', stage }, person('leader')).thenHappens({ type: 'StageSet', stage });
      const { since: _since, values: _values, ...measure } = indicatorOf(terms);
      led.when({ type: 'SetIndicator', ...measure }, person('leader')).thenHappens({ type: 'IndicatorSet', id: 'n1' });
      const gone = { ...measure, reportedBy: 'nobody' };
      led.when({ type: 'SetIndicator', ...gone }, person('leader')).thenRefused('not-in-model');
    },
    stands: { rule: 'if (!meets(around, measure.reportedBy))', without: 'if (meets(around, measure.reportedBy))' },
  },
  'values-are-asked-for': {
    keeps: (charter, terms) => {
      const state: InitiativeState = { ...stateOf(charter, terms), indicators: [indicatorOf(terms)] };
      const asked = indicatorsToAsk(charter, state, workday(charter, Temporal.PlainDate.from(terms.from).add({ months: 6 })));
      expect(asked?.indicators).toEqual(['n1']);
    },
    stands: { rule: 'return ends[each.every] &&', without: 'return !ends[each.every] &&' },
  },
  'clusters-take-part': {
    keeps: (charter, terms) => {
      const state = { ...stateOf(charter, terms), owner: 'elsewhere' };
      expect(takesPartIn({ ...state, clusters: [terms.body] }, terms.body)).toBe(true);
      expect(takesPartIn(state, terms.body)).toBe(false);
    },
    stands: { rule: 'owner !== body && clusters.includes(body)', without: 'owner !== body && clusters.includes("")' },
  },
  'patients-are-asked-about': {
    keeps: (charter, terms, clause) => {
      expect(terms.patients).toBe(clause.id);
      const state = stateOf(charter, terms);
      const later = workday(charter, Temporal.PlainDate.from(terms.from).add({ months: 1 }));
      expect(patientsToAsk(charter, state, later)).not.toBeNull();
      const told = { text, on: dateAt(charter, later), person: 'leader' };
      expect(patientsToAsk(charter, { ...state, patients: told }, later)).toBeNull();
      const next = workday(charter, Temporal.PlainDate.from(terms.from).add({ months: 8 }));
      expect(patientsToAsk(charter, { ...state, patients: told }, next)).not.toBeNull();
    },
    stands: { rule: 'day === null || today < day ||', without: 'day === null || today >= day ||' },
  },
};

function partIn(charter: Charter): string {
  const part = charter.agreement.find(({ kind }) => kind === 'initiative');
  if (!part) throw new Error('the agreement names no initiative');
  return part.id;
}

/** The body has a leader and a secretary, and a third person comes from another body. */
export function sceneIn(charter: Charter, terms: Terms, stream: Scene['stream']): Scene {
  const { secretariat } = charter.collaboration;
  const secretary = charter.bodies
    .find(({ id }) => id === secretariat)
    ?.terms.flatMap(({ seats }) => seats)
    .find(({ role }) => role === 'secretary');
  const leads = terms.seats.find(({ role }) => role === 'chair') ?? terms.seats.find(({ role }) => role === 'secretary');
  const own = leads ? { [leads.id]: ['leader'] } : {};
  const hub = secretary ? { [secretary.id]: leads ? ['secretary'] : ['secretary', 'leader'] } : {};
  const bodies =
    terms.body === secretariat ? [seated(secretariat, { ...own, ...hub })] : [seated(terms.body, own), seated(secretariat, hub)];
  return { stream, now: `${terms.from}T12:00:00Z`, charter, bodies };
}

function begun({ body, from }: Terms): readonly GovernanceEvent[] {
  return [{ type: 'InitiativeProposed', v: 1, owner: body, title: text, under: [], at: `${from}T08:00:00Z` }];
}

function stateOf(charter: Charter, terms: Terms): InitiativeState {
  return given(sceneIn(charter, terms, 'initiative/i1'), ...begun(terms)).state as InitiativeState;
}

function indicatorOf({ body, from }: Terms): Indicator {
  const measured = { name: text, unit: text, baseline: null, target: null, direction: 'up', reportedBy: body } as const;
  return { id: 'n1', ...measured, every: 'quarter', since: from, values: [] };
}

export function workday(charter: Charter, date: Temporal.PlainDate): Temporal.Instant {
  let day = date;
  const off = (each: Temporal.PlainDate) =>
    each.dayOfWeek > 5 || charter.daysOff.has(each.toString()) || charter.collaboration.calendar.holidayMonths.includes(each.month);
  while (off(day)) day = day.add({ days: 1 });
  return Temporal.Instant.from(`${day}T09:00:00Z`);
}
