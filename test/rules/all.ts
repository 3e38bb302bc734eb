import { expect } from 'vitest';
import type { Charter, Clause, Seat, Terms } from '../../bot/governance/charter/charter.ts';
import { competence, onward } from '../../bot/governance/charter/competence.ts';
import { type Matter, matterKinds, type Weight, weights } from '../../bot/governance/charter/matter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { representation } from '../../bot/governance/people/representation.ts';
import { holdings } from '../../bot/governance/people/roles.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import { owedBy, owedTogether } from '../../bot/governance/year/owed.ts';
import { nameOf } from '../../bot/view/names.ts';
import { type Box, organisationOn } from '../../bot/view/organisation/tree.ts';
import { given, person, seated } from '../kit/given.ts';
import { caseRules } from './cases.ts';
import { initiativeRules } from './initiatives.ts';
import { kinRules } from './kin.ts';
import { knowledgeRules } from './knowledge.ts';
import { milestoneRules } from './milestones.ts';
import { planRules } from './plans.ts';
import type { Rule } from './rule.ts';

/** Holds every rule that a clause may name as `enforced`. */
export const rules: Readonly<Record<string, Rule>> = {
  'seat-is-full': {
    keeps: (charter, terms, clause) => {
      const counted = seatsOf(terms, clause).filter(({ max }) => max !== null);
      expect(counted).not.toEqual([]);
      for (const seat of counted) {
        const full = { [seat.id]: Array.from({ length: seat.max ?? 0 }, (_, at) => `holder-${at}`) };
        filling(charter, terms, seat, 'one-more', full).thenRefused('seat-is-full');
        filling(charter, terms, seat, 'the-last', { [seat.id]: full[seat.id]?.slice(1) ?? [] }).thenHappens({ type: 'SeatFilled' });
      }
    },
    stands: { rule: 'seat.max !== null &&', without: 'seat.max === -1 &&' },
  },
  'number-not-given': {
    keeps: (charter, terms, clause) => {
      const open = seatsOf(terms, clause).filter(({ max }) => max === null);
      expect(open).not.toEqual([]);
      for (const seat of open) {
        const many = { [seat.id]: Array.from({ length: 30 }, (_, at) => `holder-${at}`) };
        filling(charter, terms, seat, 'one-more', many).thenHappens({ type: 'SeatFilled' });
      }
    },
    stands: {
      rule: 'if (seat.max !== null && lasting',
      without: 'if (seat.max !== -1 && lasting',
    },
  },
  'wrong-sector': {
    keeps: (charter, terms, clause) => {
      const tied = seatsOf(terms, clause).filter(({ sector }) => sector !== null);
      expect(tied).not.toEqual([]);
      for (const seat of tied) {
        for (const { id } of charter.collaboration.sectors) {
          const asked = filling(charter, terms, seat, 'somebody', {}, { somebody: id });
          if (id === seat.sector) asked.thenHappens({ type: 'SeatFilled' });
          else asked.thenRefused('wrong-sector');
        }
      }
    },
    stands: {
      rule: 'seat.sector && sector && sector !== seat.sector',
      without: 'seat.sector === ""',
    },
  },
  'one-person-two-keys': {
    keeps: (charter, terms) => {
      const keys = terms.keyRule.seats.flatMap((id) => terms.seats.filter((seat) => seat.id === id));
      expect(keys.length).toBeGreaterThan(1);
      for (const seat of keys) {
        const other = keys.find(({ id }) => id !== seat.id)?.id ?? '';
        filling(charter, terms, seat, 'somebody', { [other]: ['somebody'] }).thenRefused('one-person-two-keys');
        filling(charter, terms, seat, 'somebody', { [other]: ['somebody-else'] }).thenHappens({ type: 'SeatFilled' });
      }
    },
    stands: { rule: 'keys.includes(seat.id) &&', without: 'keys.includes("") &&' },
  },
  'terms-as-of-a-date': {
    keeps: (charter, terms) => {
      expect(termsInForce(charter, terms.body, terms.from)?.id).toBe(terms.id);
      expect(termsInForce(charter, terms.body, dayBefore(terms.from))?.id).not.toBe(terms.id);
      expect(termsInForce(charter, terms.body, '2999-12-31')).not.toBeNull();
    },
    stands: { rule: 'terms.findLast((terms) => terms.from <= date) ??', without: 'terms.findLast((terms) => terms.from <= "9") ??' },
  },
  'every-cluster': {
    keeps: (charter, terms) => {
      const full = seated(
        terms.body,
        Object.fromEntries(terms.seats.map(({ id, min }) => [id, Array.from({ length: min }, (_, at) => `${id}-${at}`)])),
      );
      const tied = terms.seats.some(({ clusters }) => clusters.length > 0);
      const of = charter.collaboration.clusters.length;
      const seen = (body: BodyState) => representation(charter, terms, holdings(charter, body, terms.from));
      expect(seen(full)).toEqual({ clause: terms.everyCluster, represented: tied ? of : null, of });
      expect(seen(seated(terms.body, {}))?.represented).toBe(tied ? 0 : null);
    },
    stands: {
      rule: 'if (terms.everyCluster === null) return null;',
      without: 'return null;',
    },
  },
  'organisation-is-drawn': {
    keeps: (charter, terms) => {
      const { tops, unplaced } = organisationOn(charter, terms.from, charter.collaboration.languages[0] ?? '');
      const drawn = (boxes: readonly Box[]): readonly string[] => boxes.flatMap((box) => [...box.names, ...drawn(box.inside)]);
      const name = nameOf(charter, terms.body, terms.from, charter.collaboration.languages[0] ?? '');
      expect(drawn([...tops, ...unplaced])).toContain(name);
    },
    stands: {
      rule: 'const meeting = charter.bodies.flatMap(',
      without: 'const meeting = charter.bodies.slice(0, 0).flatMap(',
    },
  },
  'who-decides': {
    keeps: (charter, _terms, clause) => {
      const speaking = versionsOf(charter).filter(({ competence: lines }) => lines.some((line) => line.clause === clause.id));
      expect(speaking).not.toEqual([]);
      for (const terms of speaking) {
        const verdicts = terms.competence.filter((line) => line.clause === clause.id).map(({ verdict }) => verdict);
        const answers = everyMatter.map((matter) => competence(charter, terms, matter)).filter(({ chain }) => chain[0] === clause.id);
        expect([...new Set(answers.map(({ verdict }) => verdict))].sort()).toEqual([...new Set(verdicts)].sort());
      }
    },
    stands: { rule: 'terms.competence.find(', without: 'terms.competence.slice(0, 0).find(' },
  },
  'who-is-told': {
    keeps: (charter, terms, clause) => {
      const line = terms.tells.find((each) => each.clause === clause.id);
      const answers = everyMatter.map((matter) => competence(charter, terms, matter)).filter(({ chain }) => chain.includes(clause.id));
      expect(answers).not.toEqual([]);
      for (const { told } of answers) expect(told).toContain(line?.body);
    },
    stands: { rule: 'terms.tells.filter(', without: 'terms.tells.slice(0, 0).filter(' },
  },
  'year-is-owed': {
    keeps: (charter, terms, clause) => {
      const year = Number(terms.from.slice(0, 4)) + 1;
      const { cadence } = terms;
      expect(owedBy(charter, terms.body, year)).toMatchObject({
        by: 'terms',
        clause: clause.id,
        least: cadence.stated ? cadence.value.least : null,
        most: cadence.stated ? cadence.value.most : null,
      });
    },
    stands: {
      rule: 'if (terms.cadence.stated) {',
      without: 'if (terms.cadence.stated && terms.body === "") {',
    },
  },
  'goes-up': {
    keeps: (charter, _terms, clause) => {
      const below = versionsOf(charter).filter(({ above }) => above.stated && above.clause === clause.id);
      expect(below).not.toEqual([]);
      for (const { body, from, above } of below) {
        const to = above.stated ? above.value : null;
        for (const kind of ['professional', 'other'] as const) expect(onward(charter, body, { kind, weighs: [] }, from, []).to).toBe(to);
      }
    },
    stands: {
      rule: 'if (terms.above.stated) return { to:',
      without: 'if (terms.above.stated && terms.body === "") return { to:',
    },
  },
  'practice-plan-recorded': {
    keeps: (charter) => {
      const [terms] = versionsOf(charter).filter(({ seats }) => seats.some(({ role }) => role === 'chair'));
      const chair = terms?.seats.find(({ role }) => role === 'chair');
      if (!terms || !chair) throw new Error('no body has a chair');
      const text = { ref: 'words', mac: 'mac' };
      const at = `${terms.from}T12:00:00Z`;
      const answered = given(
        { stream: 'case/k', now: at, charter, bodies: [seated(terms.body, { [chair.id]: ['chair'] })] },
        {
          type: 'CaseDrafted',
          v: 1,
          body: terms.body,
          termsOn: terms.from,
          by: null,
          matter: { kind: 'professional', weighs: ['practice-duty'] },
          content: { title: text, account: null, recommendations: [text], papers: null, journal: null },
          at,
        },
        {
          type: 'ResultReported',
          v: 1,
          result: { body: terms.body, kind: 'decided', text, textsIn: 'case/k', via: 'written' },
          by: null,
          at,
        },
        { type: 'CaseDecided', v: 1, body: terms.body, kind: 'decided', at },
      );
      answered.when({ type: 'ReceiptAnswer' }, person('chair')).thenHappens({ type: 'AnswerReceipted' });
    },
    stands: {
      rule: "state.matter.weighs.includes('practice-duty')",
      without: 'state.matter.weighs.length === -1',
    },
  },
  'gathering-is-owed': {
    keeps: (charter, _terms, clause) => {
      const gatherings = charter.gatherings.filter((each) => each.clause === clause.id);
      expect(gatherings).not.toEqual([]);
      for (const gathering of gatherings) {
        const year = Number(gathering.from.slice(0, 4)) + 1;
        expect(owedTogether(gathering, year)).toMatchObject({ least: gathering.least, most: gathering.most, clause: clause.id });
      }
    },
    stands: { rule: 'if (gathering.from > last ||', without: 'if (gathering.from !== "" ||' },
  },
  ...caseRules,
  ...kinRules,
  ...milestoneRules,
  ...knowledgeRules,
  ...initiativeRules,
  ...planRules,
};

/** Lists every kind of case, plain and with one, two and three weights. */
const everyMatter: readonly Matter[] = matterKinds.flatMap((kind) => weighings(3).map((weighs) => ({ kind, weighs })));

function weighings(most: number): readonly (readonly Weight[])[] {
  if (most === 0) return [[]];
  const fewer = weighings(most - 1);
  const one = fewer.filter(({ length }) => length === most - 1);
  return [
    ...fewer,
    ...one.flatMap((each) =>
      weights.slice(weights.indexOf(each.at(-1) ?? weights[0]) + (each.length && 1)).map((weight) => [...each, weight]),
    ),
  ];
}

function versionsOf(charter: Charter): readonly Terms[] {
  return charter.bodies.flatMap(({ terms }) => terms);
}

/** Returns the seats that a clause is about, which are all of them for a clause about seats in general. */
function seatsOf(terms: Terms, clause: Clause): readonly Seat[] {
  const own = terms.seats.filter((seat) => seat.clause === clause.id);
  return own.length > 0 ? own : terms.seats;
}

/** Fills a seat on the day on which the terms begin, while others hold theirs already. */
function filling(
  charter: Charter,
  terms: Terms,
  seat: Seat,
  person: string,
  holders: Readonly<Record<string, readonly string[]>>,
  sectors: Readonly<Record<string, string>> = {},
) {
  const bodies = [seated(terms.body, holders)];
  const scene = {
    stream: `body/${terms.body}`,
    now: `${terms.from}T12:00:00Z`,
    by: { kind: 'operator' },
    charter,
    bodies,
    persons: { sectors },
  } as const;
  const filled = Object.entries(holders).flatMap(([id, persons]) =>
    persons.map(
      (each) =>
        ({ type: 'SeatFilled', v: 1, appointment: `a-${id}-${each}`, seat: id, person: each, from: terms.from, sector: null }) as const,
    ),
  );
  return given(scene, ...filled).when({ type: 'FillSeat', appointment: 'a-new', seat: seat.id, person, from: terms.from });
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
