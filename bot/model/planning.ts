import type { Gathering, Planning } from '../governance/charter/charter.ts';
import type { CollaborationData, PageData } from './shape.ts';
import { countOf } from './written.ts';

type PlanningData = NonNullable<CollaborationData['defaults']['planning']>;
type GatheringData = NonNullable<PageData['gatherings']>[number];

/** How a year is laid out; what is not written is as said here. */
export function planningOf(data: PlanningData | undefined): Planning {
  return {
    cadences: (data?.cadences ?? []).map(({ yearly, ...whose }) => ({ ...subject(whose), ...most(yearly) })),
    startTimes: data?.startTimes ?? ['09:00', '13:00'],
    minutes: data?.minutes ?? 120,
    betweenPlacesMinutes: data?.betweenPlacesMinutes ?? 60,
    avoidWeeks: data?.avoidWeeks ?? [],
    plannedBy: data?.plannedBy ?? '12-01',
  };
}

export function gatheringOf({ id, name, host, who, yearly, minutes, from, until, clause }: GatheringData): Gathering {
  return {
    id,
    name,
    host,
    who: who.map(({ seats, ...whose }) => ({ ...subject(whose), seats })),
    ...most(yearly),
    minutes: minutes ?? null,
    from,
    until: until === 'open' ? null : until,
    clause,
  };
}

function subject(whose: { readonly body: string } | { readonly kind: string }) {
  return 'body' in whose ? { body: whose.body, kind: null } : { body: null, kind: whose.kind };
}

function most(yearly: number | string): { readonly least: number; readonly most: number } {
  const { min, max } = countOf(yearly);
  return { least: min, most: max ?? min };
}
