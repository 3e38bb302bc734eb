import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { message } from '../../bot/rehearsal/connector/activities.ts';
import { nearestTo, slipOf, wordsFor } from '../../cards/kit/commands.ts';
import { languages } from '../../cards/text/languages.ts';
import { openPanelAndBureau } from '../kit/panel.ts';
import { nameOf, wordsOf } from '../kit/teams/screen.ts';
import type { World } from '../kit/world.ts';

describe('what somebody writes to Samspil', () => {
  let world: World;
  beforeAll(async () => {
    world = await openPanelAndBureau('2015-02-02T09:00', [
      ['panel', 'Rita Regn', 'regional-chair'],
      ['panel', 'Lone Lund', 'municipal-leader'],
      ['panel', 'Frida Fjeld', 'regional-secretary'],
    ]);
  });
  afterAll(() => world.close());

  const newest = () => {
    const card = world.channel('Panelet').cards().at(-1);
    if (!card) throw new Error('nothing stands in the channel');
    return card;
  };
  const asked = async (words: string, name = 'Lone Lund') => {
    await world.person(name).writes(words, 'Panelet');
    return newest();
  };
  const idOf = (name: string) => world.person(name).self.id;

  test.each(['møder', 'vis møder', 'næste møde?', 'kalender', 'moeder', 'mødr', 'Åbn mødeplanen'])(
    '»%s« brings the meetings to the channel',
    async (words) => {
      const card = await asked(words);
      expect(nameOf(card.card)).toBe('Kommende møder: panel');
      expect(card.only).toBeNull();
    },
  );

  test.each(['mine', 'mine opgaver', 'hjælp', 'status'])(
    'the answer to »%s« is seen by the one who asked, and nobody else',
    async (words) => {
      expect((await asked(words)).only).toBe(idOf('Lone Lund'));
    },
  );

  test('a word that nobody knows is answered to the one who wrote it, with those it is near, and a press brings one', async () => {
    const card = await asked('mødedag');
    expect(card.only).toBe(idOf('Lone Lund'));
    expect(wordsOf(card.card).join(' ')).toContain('Samspil kender ikke kommandoen Måske mente du:');
    const lone = world.person('Lone Lund');
    expect(await lone.presses('Møder', { on: 'Samspil kender ikke kommandoen', in: 'Panelet' })).toBe('');
    expect(lone.reads('Samspil kender ikke kommandoen', 'Panelet').slice(0, 2)).toEqual(['panel', 'Kommende møder']);
  });

  test('a word that may be two things asks which', async () => {
    const card = await asked('opgaver');
    expect(wordsOf(card.card).join(' ')).toContain('Kommandoen kan betyde flere ting');
    expect(await world.person('Lone Lund').buttons('Kommandoen kan betyde flere ting', 'Panelet')).toEqual(['Mine opgaver', 'Arbejdsplan']);
  });

  test('what is near nothing brings the words there are, to the one who asked', async () => {
    const card = await asked('qqqqqqqqqqqqqqqq');
    expect([nameOf(card.card), card.only]).toEqual(['Kommandoer til Samspil', idOf('Lone Lund')]);
  });

  test('a long text that begins with a word is no word, and is answered with the words there are', async () => {
    const card = await asked('møder '.repeat(1_000));
    expect([nameOf(card.card), card.only]).toEqual(['Kommandoer til Samspil', idOf('Lone Lund')]);
  });

  test('help shows a member, a chair and a secretary what is theirs', async () => {
    const said = async (name: string) => wordsOf((await asked('hjælp', name)).card);
    const [member, chair, secretary] = [await said('Lone Lund'), await said('Rita Regn'), await said('Frida Fjeld')];
    expect([member.includes('Medlemmer'), member.includes('Formænd'), member.includes('Sekretærer')]).toEqual([true, false, false]);
    expect(chair).toContain('Formænd');
    expect(secretary).toContain('Sekretærer');
    expect(secretary.join(' ')).toContain('Sekretærer indkald til møde: indkaldelse til et møde');
  });

  test('whoever asks after a slash gets any answer alone', async () => {
    const { place } = world.channel('Panelet');
    const activity = message(place, world.person('Lone Lund').self, 'møder');
    await world.hand({ ...activity, recipient: { ...Object(activity.recipient), isTargeted: true } });
    await world.settle();
    expect(newest().only).toBe(idOf('Lone Lund'));
  });

  test.each([
    { status: 403, code: 'THREADACCESSDENIED' },
    { status: 400, code: 'BadArgument' },
  ])('where a tenant answers %o to what is for one alone, it stands in the thread', async (how) => {
    world.connector.fault({ on: 'reply', how });
    const before = world.channel('Panelet').cards().length;
    const card = await asked('mine');
    expect([card.only, world.channel('Panelet').cards().length]).toEqual([null, before + 1]);
    expect(await world.person('Lone Lund').sees('Det venter på dig', 'Panelet')).not.toEqual([]);
  });
});

describe.each(languages)('the words of %s', (language) => {
  const words = wordsFor(language);

  test('no word brings two cards', () => {
    const cards = Map.groupBy(words, ([word]) => word);
    expect([...cards].filter(([, each]) => each.length > 1).map(([word]) => word)).toEqual([]);
  });

  test('a word with one letter left out is near its own card, and is never taken for another one', () => {
    for (const [word, card] of words) {
      if (word.length < 6) continue;
      const slipped = word.slice(0, 2) + word.slice(3);
      expect([null, card]).toContain(slipOf(slipped, language));
      expect(nearestTo(slipped, language).cards.length).toBeGreaterThan(0);
    }
  });
});
