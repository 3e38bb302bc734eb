import { describe, expect, it } from 'vitest';
import { saidIn, spelled, wordOf } from '../../bot/teams/words.ts';
import { words } from '../../cards/deck.ts';
import fc from '../kit/seeded.ts';

const bot = '28:bot';
const heard = (text: string, mention = '<at>Samspil</at>') =>
  saidIn({
    text,
    recipient: { id: bot, name: 'Samspil' },
    entities: [{ type: 'mention', mentioned: { id: bot, name: 'Samspil' }, text: mention }],
  });
const every = [...Object.keys(words.da), ...Object.keys(words.en)];
const table = { ...words.en, ...words.da };

/** Different clients put these between the words of one and the same text. */
const gaps = fc.constantFrom(' ', '&nbsp;', '\u00a0', '\n', ' &#160; ', '&#xA0;', '\t', '<br>', '</p> <p>', '\r\n');
const asTyped = fc.constantFrom<(word: string) => string>(
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.normalize('NFD'),
  (word) => `<p>${word}</p>`,
  (word) => `<div><b>${word}</b></div>`,
  (word) => word.replaceAll('ø', '&oslash;').replaceAll('æ', '&#230;'),
  (word) => `${word}.`,
  (word) => `${word} ?`,
  (word) => `\u200b${word}\ufeff`,
);

describe('a word written to the bot', () => {
  it('a word is heard whichever way it is typed, mentioned, coded or composed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...every), asTyped, gaps, gaps, gaps, (word, typed, before, between, after) => {
        const text = typed(word).split(' ').join(between);
        expect(wordOf(table, heard(`<at>Samspil</at>${before}${text}${after}`))).toBe(table[word]);
      }),
    );
  });

  it('a word is the same composed and decomposed', () => {
    expect(wordOf({ årshjul: 1 }, heard('<at>Samspil</at> A\u030arshjul'))).toBe(1);
    expect(wordOf({ 'a\u030arshjul': 1 }, heard('<at>Samspil</at> årshjul'))).toBe(1);
  });

  it('a word inside other words is no word to the bot', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...every),
        fc.stringMatching(/^[a-zæøå]{1,8}$/),
        fc.boolean(),
        fc.constantFrom('', ' '),
        (word, more, first, gap) => {
          const text = first ? `${more}${gap}${word}` : `${word}${gap}${more}`;
          fc.pre(!every.includes(text));
          expect(wordOf(table, heard(`<at>Samspil</at> ${text}`))).toBeNull();
        },
      ),
    );
  });

  it("the bot takes its own mention out of a text and keeps somebody else's", () => {
    const said = saidIn({
      text: '<at>Samspil</at> <at>Møder</at>',
      recipient: { id: bot, name: 'Samspil' },
      entities: [
        { type: 'mention', mentioned: { id: bot, name: 'Samspil' }, text: '<at>Samspil</at>' },
        { type: 'mention', mentioned: { id: '29:other', name: 'Møder' }, text: '<at>Møder</at>' },
      ],
    });
    expect(said).toBe('møder');
  });

  it('the bot takes no coded tag for a tag, and no name that every object has for a word', () => {
    expect(heard('<at>Samspil</at> &lt;b&gt;møder&lt;/b&gt;')).toBe('<b>møder</b>');
    for (const name of ['constructor', '__proto__', 'toString']) expect(wordOf(table, heard(name))).toBeNull();
  });

  it('any text at all can be written to the bot without breaking it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const said = heard(text);
        expect(spelled(said)).toBe(said);
      }),
    );
    expect(heard('&#x110000; &#0; &#xD800; &nosuch;')).toBe('&#x110000; &#0; &#xd800; &nosuch;');
    expect(saidIn({ text: '', recipient: { id: bot, name: '' }, entities: [] })).toBe('');
  });
});
