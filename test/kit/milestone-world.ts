import type { Charter } from '../../bot/governance/charter/charter.ts';
import type { FollowUpState } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import type { MilestonePlanState } from '../../bot/governance/vocabulary/milestone/plan.ts';
import { body, charter } from './charter.ts';
import type { Hands } from './hands.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

const rule = { kinds: [], any: [], unless: [], to: null } as const;

/** A panel that promises, three clusters that carry out, and a forum above them all that decides what is weighty. */
export function clusters(ids: readonly string[] = ['nord', 'midt', 'syd']): Charter {
  const decides = [{ ...rule, clause: 'forum-decides', verdict: 'decides' } as const];
  return charter({
    bodies: [
      body('panel', { above: 'forum', competence: [{ ...rule, clause: 'panel-chairs', verdict: 'chairs-judge' }] }),
      body('forum', { competence: decides }),
      ...ids.map((id) => body(id, { above: 'forum' })),
      body('bureau'),
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
  ['nord', 'Nanna Nord', 'regional-chair'],
  ['nord', 'Niels Ny', 'municipal-leader'],
  ['midt', 'Mia Midt', 'municipal-chair'],
  ['midt', 'Morten Mark', 'municipal-leader'],
  ['syd', 'Signe Syd', 'municipal-leader'],
  ['bureau', 'Gerda Glar', 'regional-secretary'],
] as const;
const channels = { Panelet: 'panel', Forum: 'forum', Nord: 'nord', Midt: 'midt', Syd: 'syd', Sekretariatet: 'bureau' } as const;

/** Everybody in their seats, every body in a channel of its own. */
export function openClusters(at: string, options: Partial<WorldOptions> = {}): Promise<World> {
  return openWorld({ at, charter: clusters(), channels, seats, people: ['Ida Is'], ...options });
}

export const onPlan = { on: 'Milepæle: panel', in: 'Panelet' } as const;
export const onProposal = { on: 'Milepælsplan: panel', in: 'Panelet' } as const;

/** Somebody writes a milestone on the panel's card; `by` is a cluster that carries it out, or nobody but the panel. */
export async function writes(
  world: World,
  name: string,
  what: string,
  due: string,
  more: { readonly by?: string; readonly owner?: string; readonly after?: string } = {},
): Promise<string> {
  const person = world.person(name);
  await person.presses('Tilføj milepæl', onPlan);
  return person.presses('Gem i kladde', {
    ...onPlan,
    with: {
      Milepæl: what,
      Frist: due,
      ...(more.by ? { 'Udføres af klynger (valgfrit)': more.by } : {}),
      ...(more.owner ? { 'Ansvarlig (valgfri)': more.owner } : {}),
      ...(more.after ? { 'Afhænger af (valgfrit)': more.after } : {}),
    },
  });
}

/** It is put forward by one chair, whose key is turned with it, and confirmed by the other. */
export async function agrees(world: World, why = ''): Promise<void> {
  const rita = world.person('Rita Regn');
  await rita.presses('Send til godkendelse', onPlan);
  await rita.presses('Send', { ...onPlan, ...(why ? { with: { 'Begrundelse for ændringen': why } } : {}) });
  await world.person('Mads Muld').presses('Godkend', onProposal);
}

/** Somebody answers for a milestone on their body's newest check-in, `''` for the only one that is theirs; the sentence that comes back, '' for a card. */
/** Opens the form for one milestone on a check-in; '' where there is only one to answer for. */
export async function beginsToAnswer(person: Hands, there: { readonly on: string; readonly in: string }, what: string): Promise<void> {
  const offered = await person.buttons(there.on, there.in);
  const atOnce = offered.includes('Svar med dato');
  if (atOnce) await person.presses('Svar med dato', there);
  if (atOnce && what === '') return;
  const label = atOnce ? 'Svar' : (offered.find((each) => each === 'Svar' || each === 'Ret svar') ?? 'Svar');
  await person.presses(label, { ...there, ...(what === '' ? {} : { with: { 'Hvilken milepæl?': what } }) });
}

export async function answers(
  world: World,
  name: string,
  where: string,
  what: string,
  status: string,
  more: { readonly day?: string; readonly why?: string; readonly needs?: string } = {},
): Promise<string> {
  const person = world.person(name);
  const there = { on: 'Status på milepæle', in: where };
  await beginsToAnswer(person, there, what);
  const day = more.day ? { 'Dato (valgfri, ellers som planlagt)': more.day } : {};
  const said = await person.presses('Send svar', { ...there, with: { Status: status, ...(more.why ? {} : day) } });
  if (!more.why) return said;
  return person.presses('Send svar', {
    ...there,
    with: {
      ...(more.day ? { 'Ny forventet dato': more.day } : {}),
      Begrundelse: more.why,
      'Hvad er der behov for, og fra hvem?': more.needs ?? '',
    },
  });
}

export async function followUpOf(world: World, of: string): Promise<FollowUpState> {
  const state = (await world.store.recall(`follow-up/${of}`))?.state;
  if (state?.kind !== 'follow-up') throw new Error(`${of} has nothing to answer for`);
  return state;
}

export async function planOf(world: World, of: string): Promise<MilestonePlanState> {
  const state = (await world.store.recall(`milestone-plan/${of}`))?.state;
  if (state?.kind !== 'milestone-plan') throw new Error(`${of} has no plan`);
  return state;
}
