import type { Charter } from '../../bot/governance/charter/charter.ts';
import { begun } from '../../bot/governance/vocabulary/all.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import { body, charter, seat } from './charter.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

const rule = { kinds: [], any: [], unless: [], to: null } as const;

const secretary = (sector: string) => seat(`${sector}-secretary`, 'secretary', sector, 1, 'bureau-seats');

/** A panel whose weighty cases go to the forum, whose strategic ones go to a board that meets outside Teams. */
export function threeBodies(): Charter {
  return charter({
    bodies: [
      body('panel', {
        above: 'forum',
        competence: [
          { ...rule, clause: 'panel-weighty', any: ['economic', 'scaling'], verdict: 'goes-to' },
          { ...rule, clause: 'panel-chairs', kinds: ['professional', 'strategic'], verdict: 'chairs-judge' },
        ],
        tells: [{ clause: 'panel-tells', kinds: [], any: [], body: 'forum' }],
      }),
      body('forum', {
        above: 'board',
        competence: [
          { ...rule, clause: 'forum-strategic', kinds: ['strategic'], verdict: 'goes-to' },
          { ...rule, clause: 'forum-decides', verdict: 'decides' },
        ],
      }),
      { ...body('board', { competence: [{ ...rule, clause: 'board-decides', verdict: 'decides' }] }), outsideTeams: true },
      body('bureau', { seats: [secretary('regional'), secretary('municipal')] }),
    ],
  });
}

const seats = [
  ['panel', 'Frida Fjeld', 'regional-secretary'],
  ['panel', 'Rita Regn', 'regional-chair'],
  ['panel', 'Mads Muld', 'municipal-chair'],
  ['panel', 'Lone Lund', 'municipal-leader'],
  ['forum', 'Dorte Dal', 'municipal-chair'],
  ['forum', 'Egon Eng', 'regional-chair'],
  ['forum', 'Finn Fjord', 'regional-secretary'],
  ['bureau', 'Gerda Glar', 'regional-secretary'],
  ['bureau', 'Hans Hav', 'municipal-secretary'],
] as const;
const channels = { Panelet: 'panel', Forum: 'forum', Sekretariatet: 'bureau' } as const;

/** The three bodies' people and channels, everybody in their seats. */
export function openCases(at: string, options: Partial<WorldOptions> = {}): Promise<World> {
  return openWorld({ at, charter: threeBodies(), channels, seats, people: ['Ida Is'], ...options });
}

/** A body's meeting, put in by the operator. */
export async function meets(world: World, of: string, id: string, day: string, hour = '12'): Promise<void> {
  await world.given(`meeting/${id}`, {
    type: 'PlanMeeting',
    body: of,
    joint: [],
    start: `${day}T${hour}:00:00Z`,
    end: `${day}T${Number(hour) + 2}:00:00Z`,
    place: { ref: 'none', mac: 'none' },
    link: null,
    extraordinary: false,
    reason: null,
  });
  await world.settle();
}

export const raised = {
  'Hvad handler sagen om?': 'Strategi',
  Overskrift: 'Fælles udskrivning',
  'Sagsfremstilling (kort)': 'Oplysninger går tabt ved udskrivning.',
  'Indstilling, ét at-punkt pr. linje': 'at arbejdsgangen godkendes\nat den evalueres efter et år',
};
export const onCase = 'Sag PANEL 2015-01';

/** Lone writes a case and sends it. */
export async function raises(world: World, fields: Readonly<Record<string, string>> = raised): Promise<void> {
  const lone = world.person('Lone Lund');
  await lone.writes('rejs sag', 'Panelet');
  await lone.presses('Skriv sagen', { on: 'Rejs en sag' });
  await lone.presses('Gem som kladde', { on: 'Rejs en sag', with: fields });
  await lone.presses('Send sagen', { on: 'Rejs en sag' });
}

/** A chair judges it on the card in a channel; the sentence that comes back, '' for a card. */
export async function judges(
  world: World,
  name: string,
  where: string,
  says: 'Behandl selv' | 'Forelæg for' | 'Send tilbage',
  why = '',
): Promise<string> {
  const person = world.person(name);
  const [label = says] = (await person.buttons(onCase, where)).filter((each) => each.startsWith(says));
  await person.presses(label, { on: onCase, in: where });
  const now = { 'Behandl selv': 'Behandl selv', 'Forelæg for': 'Forelæg', 'Send tilbage': 'Send tilbage' }[says];
  const field = says === 'Send tilbage' ? 'Begrundelse' : 'Begrundelse (valgfri)';
  return person.presses(now, { on: onCase, in: where, ...(why ? { with: { [field]: why } } : {}) });
}

/** Lone's case has gone up to the forum: both chairs of the panel have said so. */
export async function toForum(world: World): Promise<void> {
  await raises(world);
  await judges(world, 'Rita Regn', 'Panelet', 'Forelæg for', 'Det rammer flere.');
  await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for');
}

export async function theCase(world: World): Promise<RaisedCase> {
  const [stream] = await world.store.ofKind('case');
  const state = stream && begun((await world.store.recall(stream))?.state, 'case');
  if (!state) throw new Error('no case has been raised');
  return state;
}

/** The types of everything that happened in the case, in order. */
export async function happened(world: World): Promise<readonly string[]> {
  const [stream] = await world.store.ofKind('case');
  return stream ? (await world.store.history(stream)).map(({ event }) => event.type) : [];
}
