import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Charter, Link } from '../../bot/governance/charter/charter.ts';
import { body, charter } from '../kit/charter.ts';
import { openWorld, type World } from '../kit/world.ts';
import { spreading, spreads } from './spread.ts';

const rule = { kinds: [], any: [], unless: [], to: null } as const;
const hands: Link = { how: 'delegates-to', body: 'ward', clause: 'forum-hands-on' };

/** A panel spreads what one bay tries to the other bays and to a ward, which the forum hands work to. */
function fjord(): Charter {
  const knowing = (id: string, how: 'spreads' | 'shares') => {
    const known = body(id, { above: 'forum', competence: [{ ...rule, clause: `${id}-decides`, verdict: 'decides' }] });
    return { ...known, terms: known.terms.map((terms) => ({ ...terms, [how]: `${id}-${how}` })) };
  };
  const forum = body('forum');
  return charter({
    bodies: [
      knowing('panel', 'spreads'),
      ...['north', 'south', 'west', 'ward'].map((id) => knowing(id, 'shares')),
      { ...forum, terms: forum.terms.map((terms) => ({ ...terms, links: [hands] })) },
      body('bureau'),
    ],
  });
}

describe('what came of an experience', () => {
  let world: World;
  const on = spreading;
  const decided = 'Der er truffet beslutning på baggrund af erfaringen';
  beforeAll(async () => {
    world = await openWorld({
      at: '2015-02-02T09:00',
      charter: fjord(),
      channels: { Panelet: 'panel', Nord: 'north', Syd: 'south', Vest: 'west', Afdelingen: 'ward', Sekretariatet: 'bureau' },
      seats: [
        ['panel', 'Frida Fjeld', 'regional-secretary'],
        ['panel', 'Rita Regn', 'regional-chair'],
        ['panel', 'Mads Muld', 'municipal-chair'],
        ['north', 'Nanna Nord', 'municipal-leader'],
        ['south', 'Signe Syd', 'municipal-leader'],
        ['west', 'Vera Vest', 'municipal-leader'],
      ],
    });
    await spreads(world);
    await world.person('Signe Syd').presses('Relevant', { on, in: 'Syd' });
    await world.person('Vera Vest').presses('Ikke relevant', { on, in: 'Vest' });
    const frida = world.person('Frida Fjeld');
    await frida.presses('Rejs sag', { on, in: 'Panelet' });
    await frida.presses('Gem som kladde', { on, in: 'Panelet', with: { 'Indstilling, ét at-punkt pr. linje': 'at besøget udbredes' } });
    await frida.presses('Send sagen', { on, in: 'Panelet' });
  });
  afterAll(() => world.close());
  const heard = (channel: string) =>
    world
      .channel(channel)
      .titles()
      .filter((each) => each === decided);

  test('a decision reaches whoever said that it is for them, who told it, and who must carry it out, in their own threads', async () => {
    const theCase = 'Sag PANEL 2015-01';
    for (const name of ['Rita Regn', 'Mads Muld']) {
      await world.person(name).presses('Behandl selv', { on: theCase, in: 'Panelet' });
      await world.person(name).presses('Behandl selv', { on: theCase, in: 'Panelet' });
    }
    const [stream] = await world.store.ofKind('case');
    if (!stream) throw new Error('no case waits for its decision');
    const result = { body: 'panel', kind: 'decided', text: { ref: 'result', mac: 'm' }, textsIn: stream, via: 'meeting' } as const;
    const texts = [{ ref: 'result', key: '00', words: 'Besøget udbredes til alle afdelinger' }];
    const by = { kind: 'operator' } as const;
    await world.bot.handle({ stream, command: { type: 'ReportResult', result }, by, cause: 'operator:result', texts, now: world.now() });
    await world.settle();
    for (const channel of ['Syd', 'Afdelingen', 'Nord']) expect(heard(channel)).toEqual([]);
    for (const name of ['Rita Regn', 'Mads Muld']) await world.person(name).presses('Bekræft', { on: theCase, in: 'Panelet' });
    for (const channel of ['Syd', 'Afdelingen', 'Nord']) {
      expect([channel, heard(channel).length]).toEqual([channel, 1]);
      expect(world.stands(decided, channel).join(' ')).toContain('Besøget udbredes til alle afdelinger');
      expect(world.standing(decided, channel).root).toBe(false);
      expect(world.stands(on, channel).join(' ')).toContain('PANEL 2015-01 Besøg dagen efter: besluttet');
    }
  });

  test('whoever said that it is nothing for them hears nothing more of it', () => {
    expect(heard('Vest')).toEqual([]);
    expect(world.stands(on, 'Vest').join(' ')).not.toContain('PANEL 2015-01');
    expect(world.faults).toEqual([]);
  });
});
