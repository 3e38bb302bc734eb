import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Card, Face } from '../../cards/kit/card.ts';
import { fill, type Paper } from '../../cards/kit/fill.ts';
import { namesIn, why } from '../../cards/kit/said.ts';
import { shorten } from '../../cards/kit/shorten.ts';
import { readSlip } from '../../cards/kit/slip.ts';
import { da } from '../../cards/text/da/all.ts';
import { en } from '../../cards/text/en/all.ts';
import { languages, nearest, refusalSentence, textIn } from '../../cards/text/languages.ts';
import { charter, termsOf } from '../kit/charter.ts';
import { desk } from '../kit/desk.ts';

/** The template binds this expression, and our code does not. */
const line = ['$', '{line}'].join('');
const card: Card = {
  name: 'reminder',
  template: {
    type: 'AdaptiveCard',
    body: [
      { type: 'TextBlock', text: line, wrap: true },
      { type: 'Input.Text', id: 'words', label: line },
    ],
    actions: [{ type: 'Action.Execute', title: 'Send', verb: 'send', data: { pick: line, card: 'forged' } }],
  },
  show: async () => null,
  verbs: {},
};
const face: Face = { data: { line: 'Mangler: <at>Anna</at>, <at>Bo</at>' }, summary: 'Mangler', mentions: [], viewers: [] };
const paper: Paper = {
  about: 'meeting/m1',
  occasion: 'reminder-1',
  form: 'f1',
  version: 3,
  language: 'da',
  viewer: 'everyone',
  viewers: [],
  mentions: [],
};

describe('a filled card', () => {
  test('a card mentions the people whose Teams id is known and names the others', () => {
    const mentions = [
      { name: 'Anna', mri: '29:anna' },
      { name: 'Bo', mri: null },
    ];
    const drawn = fill(card, face, { ...paper, mentions }).card;
    expect(drawn.msteams).toEqual({ entities: [{ type: 'mention', text: '<at>Anna</at>', mentioned: { id: '29:anna', name: 'Anna' } }] });
    expect(drawn.body).toMatchObject([{ text: 'Mangler: <at>Anna</at>, Bo' }, {}, { actions: [{ verb: 'view' }] }]);
  });

  test('a card refreshes for the 60 people who need it most', () => {
    const viewers = Array.from({ length: 100 }, (_each, at) => `29:${at}`);
    const { refresh } = fill(card, face, { ...paper, viewers }).card as { refresh: { userIds: readonly string[] } };
    expect(refresh.userIds).toEqual(viewers.slice(0, 60));
  });

  test('a person’s own view has neither the refresh nor the button that opened it', () => {
    const own = fill(card, face, { ...paper, viewer: 'person' }).card;
    expect(own.refresh).toBeUndefined();
    expect(own.actions).toHaveLength(1);
  });

  test('a press carries what was typed on this printing and nothing that a button claims about itself', () => {
    const [send] = fill(card, face, paper).card.actions as readonly { data: object }[];
    expect(readSlip({ ...send?.data, words_f1: 'ja', words_f0: 'nej', big: 'x'.repeat(5000), many: ['a'] })).toEqual({
      card: 'reminder',
      about: 'meeting/m1',
      occasion: 'reminder-1',
      form: 'f1',
      version: 3,
      picks: { pick: 'Mangler: <at>Anna</at>, <at>Bo</at>', words_f0: 'nej' },
      inputs: { words: 'ja' },
    });
  });

  test.each([
    [null],
    ['text'],
    [[]],
    [{}],
    [{ card: 'a', about: 'b', form: '', version: 1 }],
    [{ card: 'a', about: 'b', form: 'f', version: '1' }],
  ])('a press with the data %j is not read', (data) => expect(readSlip(data)).toBeNull());
});

test('a shortened list says how many it left out', () => {
  expect(shorten([1, 2, 3], 3)).toEqual({ shown: [1, 2, 3], left: 0 });
  expect(shorten([1, 2, 3], 2)).toEqual({ shown: [1, 2], left: 1 });
});

describe('texts in the reader’s language', () => {
  const at = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO('Europe/Copenhagen');

  test('a meeting’s time is written as people write it in each language', () => {
    expect(da.period(at('2015-03-04T08:00:00Z'), at('2015-03-04T10:30:00Z'))).toBe('onsdag 4. marts 2015 kl. 9.00–11.30');
    expect(en.period(at('2015-06-01T07:00:00Z'), at('2015-06-01T09:00:00Z'))).toBe('Monday 1 June 2015, 09:00–11:00');
    expect(da.period(at('2015-03-04T21:00:00Z'), at('2015-03-05T00:00:00Z'))).toBe(
      'onsdag 4. marts 2015 kl. 22.00 til torsdag 5. marts 2015 kl. 1.00',
    );
  });

  test('a card’s reason names the clause and since when it holds, and says when the terms have run out', () => {
    const clause = {
      id: 'panel-seats',
      kind: 'seat',
      text: { da: '', en: '' },
      source: { document: 'F1', section: '§2' },
      state: { kind: 'enforced', by: 'x' },
    } as const;
    const terms = { ...termsOf('panel'), clauses: [clause] };
    expect(why(desk(), terms, 'panel-seats', 'da')).toBe('Kommissorium, afsnit 2');
    expect(why(desk({ now: '2019-01-02T08:00:00Z' }), terms, 'panel-seats', 'da')).toContain('udløb 31. december 2018');
    expect(why(desk(), terms, null, 'da')).toContain('Standard');
  });

  test('a refusal names the seat, the sector and the clause in one sentence', () => {
    const refusal: Refusal = { refused: 'wrong-sector', seat: 'regional-chair', sector: 'regional', clause: 'panel-seats' };
    const names = namesIn(charter(), 'panel', 'da', Temporal.Instant.from('2015-02-02T08:00:00Z'));
    expect(refusalSentence('da', refusal, names)).toBe(
      'Pladsen »regional-chair« tilhører Region, men personen er registreret i en anden sektor.',
    );
  });

  test('every refusal is a whole sentence in every language', () => {
    for (const language of languages) {
      for (const [refused, say] of Object.entries(textIn(language).refusals)) {
        const words = {
          refused,
          what: 'body',
          body: 'x',
          seat: 'x',
          sector: 'x',
          clause: null,
          field: 'date',
          most: 1,
          hours: 1,
          file: 'x',
          line: 1,
          until: '2015-01-01',
          due: '2015-01-01',
          from: '2015-01-01',
        };
        const sentence = (say as (refusal: unknown, names: unknown) => string)(words, {
          body: () => 'X',
          seat: () => 'X',
          sector: () => 'X',
          clause: () => '',
        });
        expect(sentence, refused).toMatch(/^[\p{Lu}].*[.]$/u);
        expect(sentence, refused).not.toMatch(/undefined|null/);
      }
    }
  });

  test('texts come in the language nearest to the reader’s', () => {
    expect(nearest('en-GB', 'da')).toBe('en');
    expect(nearest('da-DK', 'en')).toBe('da');
    expect(nearest('fr', 'da')).toBe('da');
    expect(nearest(null, 'en')).toBe('en');
  });
});
