import { describe, expect, test } from 'vitest';
import { awaited } from '../../bot/governance/people/awaited.ts';
import { openAsks } from '../../bot/governance/tables/asks.ts';
import { mine } from '../../cards/mine/mine.ts';
import { charter } from '../kit/charter.ts';
import { desk } from '../kit/desk.ts';
import { around, seated } from '../kit/given.ts';
import { asking, stateOfAsk } from '../kit/states/asking.ts';

const now = '2015-02-25T09:00:00Z';
const seats = { 'regional-chair': ['rita'], 'municipal-chair': ['mona'], practitioner: ['gudrun'], 'regional-secretary': ['sine'] };
const away = ['rita', 'gudrun', 'sine'].map((person) => ({ person, from: '2015-02-01', until: '2015-02-28' }));
const deputies: Readonly<Record<string, string>> = { rita: 'rut', gudrun: 'gry', sine: 'sif' };
const here = seated('panel', seats);
const deputised = {
  ...here,
  absences: away,
  appointments: here.appointments.map((each) => ({ ...each, deputies: [deputies[each.person] ?? ''].filter(Boolean) })),
};
const bureau = seated('bureau', { 'regional-secretary': ['bente'] });

/** Its subject goes by the name of its stream. */
function asked(name: string) {
  const [kind, id = ''] = stateOfAsk(name).about.split('/');
  return stateOfAsk(name, { [kind ?? '']: id });
}

/** What `mine` shows somebody. */
async function shown(person: string, name: string, panel: typeof here): Promise<readonly string[]> {
  const { about, state } = asked(name);
  const on = desk({ now, bodies: [panel, bureau], states: { [about]: state } });
  const face = await mine.show(on, 'body/panel', null, {
    kind: 'person',
    language: 'da',
    person,
    administrator: false,
    open: null,
    picks: {},
  });
  const data = JSON.stringify(face?.data ?? null);
  return [...data.matchAll(/(?:of|case|meeting)\\*":\\*"([^"\\]+)/g)].map(([, of = '']) => of);
}

// Meetings and milestones have lists of their own there, with answers at hand.
const names = Object.keys(asking).filter((name) => name !== 'minutes are to be sent' && name !== 'a milestone is asked about');

describe.each([
  ['all are there', here],
  ['three are away and have deputies', deputised],
] as const)('when %s', (_how, panel) => {
  test.each(names)('whoever is asked finds it among what awaits them, and nobody else does: %s', async (name) => {
    const { what, about, state } = asked(name);
    const ask = openAsks(about, state, charter()).find((each) => each.what === what);
    if (!ask) throw new Error(`nobody is asked when ${name}`);
    const falls = awaited(ask, around({ stream: about, now, bodies: [panel, bureau] })).now;
    expect(falls.length).toBeGreaterThan(0);
    const id = about.split('/')[1] ?? '';
    for (const person of falls) expect((await shown(person, name, panel)).join(' '), person).toContain(id);
    expect(await shown('lone', name, panel)).toEqual([]);
  });
});
