import { describe, expect, test } from 'vitest';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import { openToAsked } from '../../cards/asks/opening.ts';
import type { Card, Face, Viewer } from '../../cards/kit/card.ts';
import { desk } from '../kit/desk.ts';
import { seated } from '../kit/given.ts';
import { stateOfAsk } from '../kit/states/asking.ts';

const panel = {
  ...seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['mona'], 'regional-secretary': ['sine'] }),
  absences: [{ person: 'rita', from: '2015-02-01', until: '2015-02-28' }],
};
const everyone: Viewer = { kind: 'everyone', language: 'da' };
const shown = (face: Partial<Face>): Card => ({
  name: 'case',
  template: {},
  verbs: {},
  show: async () => ({ data: {}, summary: '', mentions: [], viewers: ['sine'], ...face }),
});

interface How {
  readonly under?: string;
  readonly face?: Partial<Face>;
  readonly viewer?: Viewer;
  readonly now?: string;
}
/** Whose own view opens by itself on a card that says of a subject what is asked under it. */
async function opens(name: string, { under, face = {}, viewer = everyone, now = '2015-02-03T08:00:00Z' }: How = {}) {
  const { about, state } = stateOfAsk(name);
  const card = openToAsked(shown(face), under ?? `${about}:${about.split('/')[0]}`);
  const drawn = await card.show(desk({ now, bodies: [panel], states: { [about]: state } }), about, null, viewer);
  return drawn?.viewers ?? ([] as readonly PersonKey[]);
}

describe('the own view of whoever is asked opens by itself', () => {
  test('on the card in whose thread they are asked, before those who run the body, and not of one who is away', async () => {
    expect(await opens('a case is to be judged')).toEqual(['mona', 'sine']);
    expect(await opens('somebody has spoken up')).toEqual(['mona', 'sine']);
    expect(await opens('dates are to be confirmed')).toEqual(['mona', 'sine']);
  });

  test('on no other card of the same subject, none that is over, and nobody else’s own view', async () => {
    expect(await opens('a case is to be judged', { under: 'case/c:case@in-forum' })).toEqual(['sine']);
    expect(await opens('a case is to be judged', { face: { closed: true } })).toEqual(['sine']);
    const viewer: Viewer = { kind: 'person', language: 'da', person: 'mona', administrator: false, open: null, picks: {} };
    expect(await opens('a case is to be judged', { viewer })).toEqual(['sine']);
  });

  test('what is said first when its day has passed opens nothing before', async () => {
    const minutes = (now: string) => opens('minutes are to be sent', { face: { viewers: ['lone'] }, now });
    expect(await minutes('2015-02-09T08:00:00Z')).toEqual(['lone']);
    expect(await minutes('2015-02-10T08:00:00Z')).toEqual(['sine', 'lone']);
    expect(await opens('minutes are to be sent', { face: { viewers: ['lone', 'sine'] }, now: '2015-02-10T08:00:00Z' })).toEqual([
      'lone',
      'sine',
    ]);
  });
});
