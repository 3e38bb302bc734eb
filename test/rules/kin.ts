import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { assessToAsk } from '../../bot/governance/body/assess.ts';
import { gateIsMissing } from '../../bot/governance/case/gate.ts';
import type { Charter, Terms } from '../../bot/governance/charter/charter.ts';
import type { Mandate } from '../../bot/governance/vocabulary/group.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import { given, person, seated } from '../kit/given.ts';
import { caseIn } from '../kit/states/case.ts';
import type { Rule } from './rule.ts';

/** These rules keep what bodies order from each other, hand on, set up, try and assess. */
export const kinRules: Readonly<Record<string, Rule>> = {
  'orders-from-above': {
    keeps: (charter, terms) => {
      const { above } = terms;
      if (!above.stated) throw new Error(`${terms.id} has nothing above it`);
      ordering(charter, above.value, terms.body, terms.from).thenHappens({ type: 'RequestPlaced' }, {}, {});
      ordering(charter, terms.body, above.value, terms.from).thenRefused('not-theirs-to-order');
    },
    stands: {
      rule: 'above.stated && above.value === from',
      without: 'above.stated && from === ""',
    },
  },
  'hands-on': {
    keeps: (charter, terms, clause) => {
      const links = terms.links.filter((link) => link.how === 'delegates-to' && link.clause === clause.id);
      expect(links).not.toEqual([]);
      for (const { body } of links) {
        ordering(charter, terms.body, body, terms.from).thenHappens({ type: 'RequestPlaced', clause: clause.id }, {}, {});
        ordering(charter, body, terms.body, terms.from).thenRefused('not-theirs-to-order');
      }
    },
    stands: { rule: "link.how === 'delegates-to' && link.body === to", without: "link.how === 'same-people-as' && link.body === to" },
  },
  'sets-up-groups': {
    keeps: (charter, _terms, clause) => {
      const says = ({ clauses }: Terms) => clauses.some(({ id }) => id === clause.id);
      const allowed = versionsOf(charter).filter((each) => each.groups === clause.id || (each.groups !== null && says(each)));
      expect(allowed).not.toEqual([]);
      for (const terms of allowed) {
        settingUp(charter, [terms], null).thenHappens({ type: 'GroupProposed', clauses: [terms.groups ?? ''] }, { type: 'GroupAnswered' });
        settingUp(without(charter, terms), [terms], null).thenRefused('may-not-group');
      }
    },
    stands: { rule: 'clauses.includes(null)', without: 'clauses.length === 0' },
  },
  'groups-across': {
    keeps: (charter, terms) => {
      const other = versionsOf(charter).find(({ body, groups, from }) => body !== terms.body && groups !== null && from === terms.from);
      if (!other) throw new Error('no other body of that day sets up groups');
      settingUp(charter, [terms, other], null).thenRefused('missing');
      settingUp(charter, [terms, other], 'the one this, the other that').thenHappens({ type: 'GroupProposed' }, { type: 'GroupAnswered' });
    },
    stands: { rule: 'mandate.whoDoesWhat === null', without: 'mandate.persons.length < 0' },
  },
  'evidence-at-each-gate': {
    keeps: (charter, terms) => {
      const at = caseIn('judging', {
        body: terms.body,
        at: terms.body,
        termsOn: terms.from,
        matter: { kind: 'pilot', weighs: ['scaling'] },
      });
      const gate = { body: terms.body, way: 'scale', evidence: { ref: 'e', mac: 'm' }, person: 'somebody' } as const;
      expect(gateIsMissing(charter, at)).toBe(true);
      expect(gateIsMissing(charter, { ...at, gates: [gate] })).toBe(false);
    },
    stands: { rule: 'defaults.scalingPath &&', without: 'defaults.scalingPath !== true &&' },
  },
  'assesses-terms': {
    keeps: (charter, terms) => {
      const asking = { ...seated(terms.body, {}), channel: 'c1' };
      const years = terms.assess?.years ?? 0;
      const on = (date: Temporal.PlainDate) => Temporal.Instant.from(`${workday(charter, date)}T09:00:00Z`);
      const begins = Temporal.PlainDate.from(terms.from);
      expect(assessToAsk(charter, asking, on(begins.add({ years }).subtract({ months: 6 })))).not.toBeNull();
      expect(assessToAsk(charter, asking, on(begins.add({ months: 3 })))).toBeNull();
    },
    stands: {
      rule: 'if (!terms?.assess) return null;',
      without: 'if (terms?.body !== "" || !terms.assess) return null;',
    },
  },
};

/** A body is answered for by its keys, or else by a secretary of the collaboration's secretariat. */
const chairs = (terms: Terms) => Object.fromEntries(terms.keyRule.seats.map((seat) => [seat, [`${terms.body}-${seat}`]]));

function ordering(charter: Charter, from: string, to: string, date: string) {
  const secretariat = charter.collaboration.secretariat;
  const versions = versionsOf(charter).filter((each) => each.body === from && each.from <= date);
  const terms = versions.at(-1);
  const secretaries = versionsOf(charter)
    .filter((each) => each.body === secretariat)
    .flatMap(({ seats }) => seats.filter(({ role }) => role === 'secretary'));
  const bodies = [
    seated(from, terms ? chairs(terms) : {}),
    seated(secretariat, Object.fromEntries(secretaries.map(({ id }) => [id, ['secretary']]))),
  ];
  const key = terms?.keyRule.seats[0];
  const by: PersonKey = key && !charter.bodies.find(({ id }) => id === from)?.outsideTeams ? `${from}-${key}` : 'secretary';
  const scene = {
    stream: 'request/r1',
    now: `${date}T12:00:00Z`,
    charter,
    bodies,
    persons: { sectors: { secretary: charter.collaboration.sectors[0]?.id ?? '' } },
  } as const;
  const title = { text: { ref: 't', mac: 'm' }, in: 'request/r1' } as const;
  return given(scene).when({ type: 'PlaceRequest', from, to, order: { title, account: null, papers: null, until: null } }, person(by));
}

function settingUp(charter: Charter, by: readonly Terms[], whoDoesWhat: string | null) {
  const [first] = by;
  const key = first?.keyRule.seats[0] ?? '';
  const from =
    by
      .map((terms) => terms.from)
      .sort()
      .at(-1) ?? '';
  const mandate: Mandate = {
    purpose: { ref: 'p', mac: 'm' },
    whoDoesWhat: whoDoesWhat === null ? null : { ref: whoDoesWhat, mac: 'w' },
    persons: ['somebody'],
    until: Temporal.PlainDate.from(from).add({ months: 3 }).toString(),
    serves: null,
  };
  const scene = {
    stream: 'group/g1',
    now: `${from}T12:00:00Z`,
    charter,
    bodies: by.map((terms) => seated(terms.body, chairs(terms))),
  } as const;
  return given(scene).when({ type: 'SetUpGroup', bodies: by.map(({ body }) => body), mandate }, person(`${first?.body}-${key}`));
}

function without(charter: Charter, { id }: Terms): Charter {
  const terms = (each: Terms) => (each.id === id ? { ...each, groups: null } : each);
  return { ...charter, bodies: charter.bodies.map((body) => ({ ...body, terms: body.terms.map(terms) })) };
}

function versionsOf(charter: Charter): readonly Terms[] {
  return charter.bodies.flatMap(({ terms }) => terms);
}

function workday(charter: Charter, date: Temporal.PlainDate): string {
  let day = date;
  const off = (each: Temporal.PlainDate) =>
    each.dayOfWeek > 5 || charter.daysOff.has(each.toString()) || charter.collaboration.calendar.holidayMonths.includes(each.month);
  while (off(day)) day = day.add({ days: 1 });
  return day.toString();
}
