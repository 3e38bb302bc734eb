import type { Command, GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { MilestonePlanState, WrittenMilestone } from '../../bot/governance/vocabulary/milestone/plan.ts';
import { errand, given, person, type Scene, seated, text } from '../kit/given.ts';

const told = (ref: string) => ({ text: text(ref), in: 'milestone-plan/panel' as const });

export const panel = seated('panel', {
  'regional-chair': ['rita'],
  'municipal-chair': ['mads'],
  'municipal-leader': ['lone'],
  'regional-secretary': ['frida'],
});

export const scene: Scene = { stream: 'milestone-plan/panel', bodies: [panel, seated('forum', { 'municipal-leader': ['ulla'] })] };

export function milestone(id: string, change: Partial<WrittenMilestone> = {}): WrittenMilestone {
  const empty = { initiative: null, owner: null, from: null, dependsOn: [], carriedBy: [] };
  return { id, deliverable: told(id), due: '2015-09-01', ...empty, ...change };
}

type Said = readonly [by: string, command: Command];

/** Lets each ask in turn, and gives what comes of it after the events before. */
export function happens(before: readonly GovernanceEvent[], ...steps: readonly Said[]): readonly GovernanceEvent[] {
  const news: GovernanceEvent[] = [];
  for (const [by, command] of steps) {
    const { decided } = given(scene, ...before, ...news).when(command, person(by));
    if (!Array.isArray(decided)) throw new Error(`${command.type}: ${JSON.stringify(decided)}`);
    news.push(...decided);
  }
  return news;
}

export const having = (...steps: readonly Said[]) => happens([], ...steps);

export const stateAfter = (events: readonly GovernanceEvent[]) => given(scene, ...events).state as MilestonePlanState;

export const sets = (id: string, change?: Partial<WrittenMilestone>): Command => ({
  type: 'SetMilestone',
  milestone: milestone(id, change),
});

export const proposes = (reason: string | null = null): Command => ({ type: 'ProposePlan', reason: reason === null ? null : text(reason) });

export const agrees = (edition: number): Command => ({ type: 'AnswerPlan', yes: true, reason: null, edition });

export const moves = (id: string, due: string): Command => ({
  type: 'MoveMilestone',
  milestone: id,
  due,
  case: 'case/k1',
  reason: { text: text('title'), in: 'case/k1' },
});

export function moved(events: readonly GovernanceEvent[], id: string, due: string): readonly GovernanceEvent[] {
  const { decided } = given(scene, ...events).when(moves(id, due), errand);
  if (!Array.isArray(decided)) throw new Error(JSON.stringify(decided));
  return [...events, ...decided];
}

export const drafted = having(['lone', sets('m1')], ['frida', sets('m2', { due: '2015-10-01', dependsOn: ['m1'] })]);

export const asked = having(['lone', sets('m1')], ['frida', sets('m2', { due: '2015-10-01', dependsOn: ['m1'] })], ['lone', proposes()]);

export const inForce = [...asked, ...happens(asked, ['rita', agrees(2)], ['mads', agrees(2)])];
