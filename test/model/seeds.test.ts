import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Body, Charter, Seat, Terms } from '../../bot/governance/charter/charter.ts';
import { competenceOn } from '../../bot/governance/charter/competence.ts';
import type { MatterKind, Weight } from '../../bot/governance/charter/matter.ts';
import { bodyOf, hasRunOut, termsInForce } from '../../bot/governance/charter/terms.ts';
import { turningDays, waysUp } from '../../bot/governance/charter/ways.ts';
import { clausesOf } from '../../bot/model/coverage.ts';
import { readCharter } from '../../bot/model/read.ts';

const seeds = join(import.meta.dirname, '..', '..', 'seeds');
const charter = ((): Charter => {
  const read = readCharter(seeds);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors, null, 2));
  return read.charter;
})();

function on(date: string, body: string): Terms {
  const terms = termsInForce(charter, body, date);
  if (!terms) throw new Error(`no terms of ${body} on ${date}`);
  return terms;
}

/** The fewest and the most places of a kind; chairs among the members do not count twice. */
function places(terms: Terms, which: (seat: Seat) => boolean): readonly [number, number] {
  const counted = terms.seats.filter((seat) => !seat.amongMembers && seat.role !== 'ad-hoc' && which(seat));
  return [counted.reduce((sum, seat) => sum + seat.min, 0), counted.reduce((sum, seat) => sum + (seat.max ?? 0), 0)];
}
const any = () => true;
const from = (sector: string) => (seat: Seat) => seat.sector === sector && seat.role === 'member';

describe('the model of the seeds', () => {
  test('the model has at least 28 bodies that meet, and the outside bodies that appoint, approve or link', () => {
    expect(charter.bodies.filter(({ outside }) => !outside).length).toBeGreaterThanOrEqual(28);
    expect(charter.bodies.filter(({ outside }) => outside).map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'regionsraadet',
        'kommunalbestyrelserne',
        'kkr-midtjylland',
        'kosu',
        'plo-midtjylland',
        'praksisplanudvalget',
      ]),
    );
  });

  test('every body is named in a document or has terms', () => {
    const silent = (body: Body) => body.named.length === 0 && body.terms.length === 0;
    expect(charter.bodies.filter(silent)).toEqual([]);
  });

  test('every way up ends with somebody who may decide, on every day on which terms begin', () => {
    const ways = turningDays(charter).flatMap((day) => waysUp(charter, day));
    expect(ways.length).toBeGreaterThan(80);
    expect(ways.filter(({ decides }) => decides === null)).toEqual([]);
  });

  test('the agreement has its eight prevention initiatives, its visions and its values', () => {
    const kinds = (kind: string) => charter.agreement.filter((part) => part.kind === kind).length;
    expect([kinds('initiative'), kinds('vision'), kinds('value'), kinds('content-area')]).toEqual([8, 3, 3, 7]);
  });

  test('every clause has a Danish and an English wording', () => {
    expect(clausesOf(charter).filter(({ text }) => !text.da || !text.en)).toEqual([]);
  });

  test('the holders of 2018 are named in the terms of 2018 only', () => {
    const named = charter.bodies.flatMap(({ terms }) => terms).filter(({ holders }) => holders.length > 0);
    expect(named.map(({ id }) => id)).toEqual(['sundhedsstyregruppen@2018-01-01']);
    const lastNames = (named[0]?.holders ?? []).map(({ name }) => name).filter((name) => !name.startsWith('Ikke'));
    expect(lastNames).toHaveLength(22);
    const others = readdirSync(seeds).filter((file) => file !== 'sundhedsstyregruppen.yaml');
    const mentions = others.flatMap((file) => lastNames.filter((name) => readFileSync(join(seeds, file), 'utf8').includes(name)));
    expect(mentions).toEqual([]);
  });

  test('the model knows the country’s holidays and the days off that it adds itself', () => {
    expect(['2015-04-03', '2015-05-14', '2015-06-05', '2015-12-24', '2015-12-31'].filter((day) => !charter.daysOff.has(day))).toEqual([]);
    expect(charter.daysOff.has('2015-05-04')).toBe(false);
    expect(charter.daysOff.has('2025-05-16')).toBe(false);
  });
});

describe('the theme group for health IT', () => {
  const terms = on('2015-06-01', 'it-temagruppen');

  test('the health IT group has 19 to 20 places: 6-7 municipal, 8 regional and one of general practice', () => {
    expect(places(terms, any)).toEqual([19, 20]);
    expect(places(terms, from('kommunal'))).toEqual([6, 7]);
    expect(places(terms, from('regional'))).toEqual([8, 8]);
    expect(places(terms, from('almen-praksis'))).toEqual([1, 1]);
  });

  test('the hospital seats of the health IT group cover every cluster', () => {
    expect(terms.seats.flatMap(({ clusters }) => clusters).sort()).toEqual(charter.collaboration.clusters.map(({ id }) => id).sort());
  });

  test('the health IT group meets four times a year, is under SSG and decides health-professional matters itself', () => {
    expect(terms.cadence).toMatchObject({ stated: true, value: { least: 4, most: 4, about: false, asNeeded: false } });
    expect(terms.above).toMatchObject({ stated: true, value: 'sundhedsstyregruppen' });
    expect(terms.decides).toEqual(['it-2015.sundhedsfaglige-forhold']);
  });

  test('one regional and one municipal chair hold the keys, which no document states', () => {
    expect(terms.keyRule).toEqual({ seats: ['regional-formand', 'kommunal-formand'], clause: null });
  });

  test('the terms of the health IT group have run out since 2019 and stay in force', () => {
    expect(hasRunOut(on('2018-12-31', 'it-temagruppen'), '2018-12-31')).toBe(false);
    expect(hasRunOut(on('2019-01-01', 'it-temagruppen'), '2019-01-01')).toBe(true);
  });
});

describe('Sundhedsstyregruppen', () => {
  const [early, late] = [on('2015-06-01', 'sundhedsstyregruppen'), on('2019-06-01', 'sundhedsstyregruppen')];

  test('SSG has 18 places in 2015 with its chairs, and an unstated number of secretaries', () => {
    expect(places(early, ({ role }) => role !== 'secretary')).toEqual([18, 18]);
    expect(early.seats.filter(({ role }) => role === 'secretary').map(({ max }) => max)).toEqual([null, null]);
  });

  test('SSG meets 4-5 times a year in 2015, and its terms of 2018 do not say how often', () => {
    expect(early.cadence).toMatchObject({ stated: true, value: { least: 4, most: 5 } });
    expect(late.cadence).toEqual({ stated: false });
  });

  test('SSG takes the overall decisions in 2015, and the political committee takes them from 2018', () => {
    expect(early.decides).toContain('ssg-2015.overordnede-beslutninger');
    expect(late.decides).toEqual(['ssg-2018.vaesentlige-sager']);
    expect(on('2015-06-01', 'sundhedskoordinationsudvalget').decides).not.toContain('sku-2018.overordnede-beslutninger');
    expect(on('2019-06-01', 'sundhedskoordinationsudvalget').decides).toContain('sku-2018.overordnede-beslutninger');
  });

  test('the political committee is the only body whose terms say who appoints its members', () => {
    const appointed = charter.bodies.filter(({ terms }) => terms.some(({ seats }) => seats.some((seat) => seat.appointedBy.stated)));
    expect(appointed.map(({ id }) => id)).toEqual(['sundhedskoordinationsudvalget']);
  });
});

describe('the telemedicine steering group', () => {
  const terms = on('2019-06-01', 'telemedicin-styregruppen');

  test('the telemedicine steering group has 5-7 fixed places, its chairs among them', () => {
    expect(places(terms, ({ role }) => role === 'member')).toEqual([5, 7]);
    expect(terms.seats.filter(({ role }) => role === 'chair').map(({ amongMembers }) => amongMembers)).toEqual([true, true]);
  });

  test('the telemedicine steering group meets quarterly or as needed', () => {
    expect(terms.cadence).toMatchObject({ stated: true, value: { least: 4, asNeeded: true } });
  });

  test('the telemedicine steering group had no terms before SSG approved them', () => {
    expect(termsInForce(charter, 'telemedicin-styregruppen', '2019-05-02')).toBeNull();
    expect(bodyOf(charter, 'telemedicin-styregruppen')?.terms).toHaveLength(1);
  });
});

describe('who decides, from the model alone', () => {
  type Asked = readonly [string, string, MatterKind, readonly Weight[], string, string | null, string | undefined];
  const cases: readonly Asked[] = [
    ['it-temagruppen', '2015-06-01', 'professional', [], 'decides', null, 'it-2015.sundhedsfaglige-forhold'],
    [
      'it-temagruppen',
      '2015-06-01',
      'professional',
      ['principle'],
      'chairs-judge',
      'sundhedsstyregruppen',
      'it-2015.principiel-og-vaesentlig',
    ],
    ['it-temagruppen', '2015-06-01', 'professional', ['economic'], 'goes-to', 'sundhedsstyregruppen', 'ssg-2015.vaesentlige-sager'],
    ['forebyggelse', '2015-06-01', 'pilot', ['scaling'], 'goes-to', 'sundhedsstyregruppen', 'temagrupper-2015.proever-koordineres'],
    ['sundhedsstyregruppen', '2015-06-01', 'strategic', [], 'decides', null, 'ssg-2015.overordnede-beslutninger'],
    [
      'sundhedsstyregruppen',
      '2019-06-01',
      'strategic',
      [],
      'goes-to',
      'sundhedskoordinationsudvalget',
      'sku-2018.overordnede-beslutninger',
    ],
    ['sundhedsstyregruppen', '2015-06-01', 'pilot', ['scaling'], 'goes-to', 'sundhedskoordinationsudvalget', 'ssg-2015.skalering-afgoeres'],
    ['sundhedsstyregruppen', '2019-06-01', 'other', ['scaling'], 'decides', null, 'ssg-2018.vaesentlige-sager'],
    [
      'sundhedsstyregruppen',
      '2019-06-01',
      'collaboration-agreement',
      [],
      'goes-to',
      'sundhedskoordinationsudvalget',
      'sku-2018.prioriteringer',
    ],
    ['sundhedsstyregruppen', '2019-06-01', 'collaboration-agreement', ['authorised'], 'decides', null, 'ssg-2018.bestillinger'],
    ['sundhedskoordinationsudvalget', '2019-06-01', 'priority', [], 'decides', null, 'sku-2018.prioriteringer'],
    ['telemedicin-styregruppen', '2019-06-01', 'change-request', ['in-operation'], 'decides', null, 'tele-2019.driftsprioritering'],
    [
      'telemedicin-styregruppen',
      '2019-06-01',
      'operation',
      ['economic', 'in-operation'],
      'goes-to',
      'sundhedsstyregruppen',
      'tele-2019.bemyndigelse',
    ],
    [
      'telemedicin-styregruppen',
      '2019-06-01',
      'operation',
      ['economic', 'in-operation', 'authorised'],
      'decides',
      null,
      'tele-2019.bemyndigelse',
    ],
    ['telemedicin-styregruppen', '2019-06-01', 'strategic', ['authorised'], 'goes-to', 'sundhedsstyregruppen', 'tele-2019.bemyndigelse'],
    ['tandomraadet', '2015-06-01', 'other', [], 'not-stated', 'faellessekretariatet', undefined],
  ];
  test.each(cases)(
    'the terms of %s on %s give a case of kind %s with the weights »%s« the verdict %s',
    (body, date, kind, weighs, verdict, to, clause) => {
      const answer = competenceOn(charter, body, { kind, weighs }, date);
      expect([answer.verdict, answer.to, answer.chain[0]]).toEqual([verdict, to, clause]);
    },
  );

  test('a decision that puts a duty on general practice is told to the practice plan committee', () => {
    const told = competenceOn(charter, 'sundhedsstyregruppen', { kind: 'other', weighs: ['practice-duty'] }, '2019-06-01').told;
    expect(told).toEqual(['sundhedskoordinationsudvalget', 'praksisplanudvalget']);
  });
});

describe('clauses that several bodies share', () => {
  test('every theme group, the IT group included, has the clauses shared by all theme groups', () => {
    const kept = (body: string) => on('2015-06-01', body).clauses.some(({ id }) => id === 'temagrupper-2015.alle-klynger');
    expect(['forebyggelse', 'psykiatri-boern', 'kvalitetsgruppen', 'it-temagruppen'].filter((body) => !kept(body))).toEqual([]);
    expect(kept('sundhedsstyregruppen')).toBe(false);
  });

  test('a clause that no body holds is listed on its own', () => {
    const ids = charter.clauses.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['faelles.dynamisk-aftale', 'd0-foerste-liste.hospitaler', 'd3-temagruppe.audit']));
    expect(ids).not.toContain('temagrupper-2015.alle-klynger');
  });
});
