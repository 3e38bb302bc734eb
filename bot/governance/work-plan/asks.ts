import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { WorkPlanState } from '../vocabulary/work-plan.ts';

/** The keys are asked about the tasks of the year. */
export function workPlanAsks(about: Stream, { phase, since, body, turns }: WorkPlanState): readonly Ask[] {
  if (phase !== 'asked') return [];
  const under = `${about}:work-plan`;
  return [askFor(about, 'work-plan', since, { since, of: { keys: body }, answered: turns, ladder: 'keys', where: body, under })];
}
