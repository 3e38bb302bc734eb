import { describe, expect, test } from 'vitest';
import { drawOrganisation } from '../../bot/view/organisation/organisation.ts';
import { type Box, organisationOn } from '../../bot/view/organisation/tree.ts';
import { toPng } from '../../bot/view/year/wheel-png.ts';
import { documentsCharter } from '../kit/read-once.ts';

const charter = documentsCharter();
const flat = (boxes: readonly Box[]): readonly Box[] => boxes.flatMap((box) => [box, ...flat(box.inside)]);
const inside = (id: string, date: string) =>
  flat(organisationOn(charter, date, 'da').tops)
    .find((box) => box.id === id)
    ?.inside.map(({ id: each, tie }) => [each, tie]);

describe('the picture of the organisation', () => {
  test('the picture puts each body under the one it refers to, and similar bodies in one box', () => {
    expect(inside('sundhedskoordinationsudvalget', '2015-06-01')).toEqual([['sundhedsstyregruppen', 'refers']]);
    expect(inside('sundhedsstyregruppen', '2015-06-01')).toEqual([
      ['it-temagruppen', 'refers'],
      ['faellessekretariatet', 'serves'],
      ['forebyggelse', 'refers'],
    ]);
  });

  test('the picture shows from 2018 who gets delegated tasks, and the telemedicine group from its start', () => {
    const ids = inside('sundhedsstyregruppen', '2018-06-01') ?? [];
    expect(ids).toContainEqual(['klyngestyregruppe-1', 'delegated']);
    expect(ids.map(([id]) => id)).not.toContain('telemedicin-styregruppen');
    expect(inside('sundhedsstyregruppen', '2019-06-01')).toContainEqual(['telemedicin-styregruppen', 'refers']);
  });

  test('the picture leaves no body out, and one that no document places stands by itself', () => {
    for (const date of ['2015-06-01', '2019-06-01']) {
      const { tops, unplaced } = organisationOn(charter, date, 'da');
      const shown = [...flat(tops), ...unplaced].reduce((sum, { names }) => sum + names.length, 0);
      const meeting = charter.bodies.filter(({ outside, terms }) => !outside && terms.some(({ from }) => from <= date));
      expect(shown).toBe(meeting.length);
    }
  });

  test('the picture says in either language where terms have run out', () => {
    expect(drawOrganisation(charter, '2019-06-01', 'da')).toContain('udløb i 2018');
    expect(drawOrganisation(charter, '2019-06-01', 'en')).toContain('ran out in 2018');
    expect(drawOrganisation(charter, '2015-06-01', 'da')).not.toContain('udløb');
  });

  test('the picture fits a phone held upright, with letters of at least nine pixels', () => {
    const svg = drawOrganisation(charter, '2019-06-01', 'da');
    const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size));
    expect(svg).toContain('viewBox="0 0 720 ');
    expect(Math.min(...sizes) / 2).toBeGreaterThanOrEqual(9);
    expect(toPng(svg, 720).length).toBeGreaterThan(10_000);
  });
});
