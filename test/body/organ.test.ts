import { describe, expect, it } from 'vitest';
import { organ } from '../../cards/body/organ.ts';
import type { Language } from '../../cards/text/languages.ts';
import { desk } from '../kit/desk.ts';
import { documentsCharter } from '../kit/read-once.ts';

const charter = documentsCharter();

interface Shown {
  readonly parts: readonly {
    readonly id: string | null;
    readonly heading: string;
    readonly folds: readonly { readonly id: string; readonly heading: string }[];
    readonly lines: readonly { readonly text: string }[];
  }[];
}
async function shown(body: string, now: string, language: Language = 'da') {
  const face = await organ.show(desk({ charter, now }), `body/${body}`, null, { kind: 'everyone', language });
  if (!face) throw new Error(`${body} has no card`);
  const { parts } = face.data as unknown as Shown;
  // What a press unfolds stands under the heading that is pressed.
  const pressed = new Map(parts.flatMap(({ folds }) => folds.map(({ id, heading }) => [id, heading] as const)));
  const all = parts.map(({ id, heading, lines }) => ({ title: heading || (pressed.get(id ?? '') ?? ''), lines }));
  const rows = all.filter(({ title }) => title !== '');
  const documents = all.filter(({ title }) => title === '').flatMap(({ lines }) => lines);
  const row = (title: string) => rows.find((each) => each.title === title)?.lines.map(({ text }) => text) ?? [];
  return { rows, row, documents: documents.map(({ text }) => text) };
}

describe('a body’s terms on a card', () => {
  it('the card of a body’s terms begins with its purpose, what it decides, what goes up and how often it meets', async () => {
    const { rows } = await shown('it-temagruppen', '2015-06-01T09:00:00Z');
    expect(rows.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Formål', 'Kompetence', 'Forelægges', 'Mødekadence', 'Sammensætning', 'Sekretariat', 'Periode']),
    );
    expect(rows.slice(0, 4).map(({ title }) => title)).toEqual(['Formål', 'Kompetence', 'Forelægges', 'Mødekadence']);
  });

  it('the card of a body’s terms says what goes up, to whom and by which clause', async () => {
    const { row } = await shown('it-temagruppen', '2015-06-01T09:00:00Z');
    expect(row('Forelægges')).toEqual([
      'For SSG (kommissoriet 2015–2018, afsnit 3 Kompetence)',
      expect.stringMatching(
        /^Formandskabet vurderer, om en beslutning.*\(kommissoriet 2015–2018, afsnit 3 Kompetence; notat af 26\. januar 2015, afsnit 2 Centrale niveau\)$/,
      ),
      expect.stringMatching(/^Pilotprojekt.*\(notat af 26\. januar 2015, afsnit 4 Generelle betragtninger/),
      'Strategi, prioritering og sundhedsaftalen (notat af 26. januar 2015, afsnit 2 Centrale niveau)',
      expect.stringMatching(/^Arbejdsplan \(oplæg fra begyndelsen af 2015, »Arbejdsplan/),
      expect.stringMatching(
        /^Sager af denne art: væsentlig økonomisk betydning.*og skalering eller udbredelse \(notat af 26\. januar 2015, afsnit 2 Centrale niveau\)$/,
      ),
    ]);
    expect(row('Kompetence').filter((line) => line.startsWith('Formandskabet vurderer'))).toEqual([]);
  });

  it('the card of a body’s terms differs between 2015 and 2019 where the documents do', async () => {
    const up = async (year: string) => (await shown('sundhedsstyregruppen', `${year}-06-01T09:00:00Z`, 'en')).row('Sends up').join('\n');
    expect(await up('2015')).not.toContain('Strategy');
    expect(await up('2019')).toMatch(/^Strategy \(the terms of reference 2018–2021, “/m);
  });

  it('the card of a body with nothing above it says that nothing is stated', async () => {
    expect((await shown('tandomraadet', '2015-06-01T09:00:00Z')).row('Forelægges')).toEqual(['Fremgår ikke af kommissoriet']);
  });

  const bodies = charter.bodies.filter(({ terms }) => terms.length > 0).map(({ id }) => id);
  it.each(bodies)('the card of %s names every document that its references point into', async (body) => {
    for (const now of ['2015-06-01T09:00:00Z', '2019-06-01T09:00:00Z']) {
      const { rows, documents } = await shown(body, now);
      const cited = new Set(JSON.stringify(rows).match(/\bD\d\b/g) ?? []);
      const named = documents.map((text) => text.slice(0, 2));
      expect([...cited].filter((each) => !named.includes(each))).toEqual([]);
    }
  });
});
