import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Charter, Terms } from '../../bot/governance/charter/charter.ts';
import { audienceOf, experience, tallyOf } from '../../bot/governance/knowledge/experience.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { ExperienceState, Fit } from '../../bot/governance/vocabulary/knowledge/experience.ts';
import { given, person, type Scene, seated } from '../kit/given.ts';
import type { Rule } from './rule.ts';

const text = { ref: 't', mac: 'm' };

/** These rules keep what is shared, gathered, spread and flagged. */
export const knowledgeRules: Readonly<Record<string, Rule>> = {
  'anybody-speaks-up': {
    keeps: (charter, terms, clause) => {
      const raise = { type: 'RaiseFlag', body: terms.body, concern: 'adjustment', text } as const;
      const raising = given(sceneIn(charter, terms, 'flag/f1'));
      raising.when(raise, person('speaker')).thenHappens({ type: 'FlagRaised', clause: clause.id });
      raising.when(raise, person('stranger')).thenRefused('only-seat-holders');
    },
    stands: {
      rule: "!speaksFor(body, by, around)) return { refused: 'only-seat-holders' };\n        return [{ type: 'FlagRaised'",
      without: "speaksFor(body, by, around)) return { refused: 'only-seat-holders' };\n        return [{ type: 'FlagRaised'",
    },
  },
  'tells-experience': {
    keeps: (charter, terms) => {
      const assessor = gathering(charter, terms.from);
      const share = { type: 'ShareExperience', from: terms.body, assessor, title: text, account: text } as const;
      const telling = given(sceneIn(charter, terms, 'experience/e1'));
      telling.when(share, person('speaker')).thenHappens({ type: 'ExperienceShared', from: terms.body, assessor });
      telling.when(share, person('stranger')).thenRefused('only-seat-holders');
    },
    stands: { rule: '!speaksFor(from, by, around)', without: 'speaksFor(from, by, around)' },
  },
  'gathers-experience': {
    keeps: (charter, terms, clause) => {
      expect(versionsOf(charter).some(({ spreads }) => spreads === clause.id)).toBe(true);
      const share = { type: 'ShareExperience', from: terms.body, assessor: terms.body, title: text, account: text } as const;
      given(sceneIn(charter, terms, 'experience/e1'))
        .when(share, person('speaker'))
        .thenHappens({ type: 'ExperienceShared', clause: terms.spreads ?? '' });
      const silent = { ...terms, spreads: null };
      given(sceneIn(replaced(charter, silent), silent, 'experience/e1'))
        .when(share, person('speaker'))
        .thenRefused('does-not-spread');
    },
    stands: {
      rule: "clause === null) return { refused: 'does-not-spread' }",
      without: "clause === '') return { refused: 'does-not-spread' }",
    },
  },
  'shares-experience': {
    keeps: (charter, terms, clause) => {
      expect(terms.shares).toBe(clause.id);
      const told: ExperienceState = { ...experience.initial('experience/e1'), from: 'elsewhere', assessor: gathering(charter, terms.from) };
      expect(audienceOf(charter, told, terms.from)).toContain(terms.body);
      expect(audienceOf(replaced(charter, { ...terms, shares: null }), told, terms.from)).not.toContain(terms.body);
    },
    stands: { rule: 'terms.shares !== null ||', without: "terms.shares === '' ||" },
  },
  'chairs-say-what-spreads': {
    keeps: (charter, terms) => {
      const assess = { type: 'AssessExperience', spread: true, words: null, edition: 1 } as const;
      const shared: GovernanceEvent = {
        type: 'ExperienceShared',
        v: 1,
        from: 'elsewhere',
        by: 'somebody',
        assessor: terms.body,
        clause: 'c',
        title: text,
        account: text,
        at: `${terms.from}T08:00:00Z`,
      };
      const [key = ''] = terms.keyRule.seats;
      const scene: Scene = { ...sceneIn(charter, terms, 'experience/e1'), bodies: [seated(terms.body, { [key]: ['chair'] })] };
      given(scene, shared).when(assess, person('chair')).thenHappens({ type: 'ExperienceSpread' });
      given(scene, shared).when(assess, person('speaker')).thenRefused('only-chairs');
    },
    stands: {
      rule: "if (typeof key !== 'string') return key;\n  if (edition !== state.edition)",
      without: 'if (edition !== state.edition)',
    },
  },
  'tally-as-evidence': {
    keeps: (_charter, { body, from }) => {
      const told: ExperienceState = { ...experience.initial('experience/e1'), phase: 'spread', audience: [body, 'other', 'third'] };
      const says = (of: string, fit: Fit) =>
        ({ type: 'ExperienceAnswered', v: 1, answer: { body: of, fit, person: 'p' }, at: `${from}T09:00:00Z` }) as const;
      const answered = [says(body, 'not-for-us'), says('other', 'already'), says(body, 'relevant')].reduce(experience.evolve, told);
      expect(tallyOf(answered)).toEqual({ relevant: 1, already: 1, 'not-for-us': 0, silent: 1 });
    },
    stands: { rule: '[...new Map(answers.map((each) => [each.body, each.fit])).values()]', without: 'answers.map((each) => each.fit)' },
  },
};

/** Takes the terms on their first day, with a person who speaks for the body from a seat or, where the terms name none, from its secretariat. */
function sceneIn(charter: Charter, terms: Terms, stream: Scene['stream']): Scene {
  const secretaries = versionsOf(charter)
    .filter(({ body }) => body === charter.collaboration.secretariat)
    .flatMap(({ seats }) => seats.filter(({ role }) => role === 'secretary'));
  const [first] = terms.seats;
  const there = first
    ? seated(terms.body, { [first.id]: ['speaker'] })
    : seated(charter.collaboration.secretariat, Object.fromEntries(secretaries.map(({ id }) => [id, ['speaker']])));
  const day = Temporal.PlainDate.from(terms.from);
  return { stream, charter, now: `${day}T12:00:00Z`, bodies: [there] };
}

function gathering(charter: Charter, date: string): string {
  const found = versionsOf(charter).find(({ from, spreads }) => spreads !== null && from <= date);
  if (!found) throw new Error(`nobody gathers on ${date}`);
  return found.body;
}

function replaced(charter: Charter, terms: Terms): Charter {
  const bodies = charter.bodies.map((body) => ({ ...body, terms: body.terms.map((each) => (each.id === terms.id ? terms : each)) }));
  return { ...charter, bodies };
}

function versionsOf(charter: Charter): readonly Terms[] {
  return charter.bodies.flatMap(({ terms }) => terms);
}
