import { holdings } from '../people/roles.ts';
import { dateAt } from '../time/calendar.ts';
import type { RaisedCase } from '../vocabulary/case/case.ts';
import type { Around } from '../vocabulary/subject.ts';
import { isOutsideTeams } from './outcome.ts';
import { isOver } from './phases.ts';

/** What a body needs to deal with a case in Teams. */
export type Lacking = 'channel' | 'secretary';

/** What the body that has an open case is without: nobody reads its card there, or nobody calls its meetings. A body outside Teams needs neither. */
export function lackingIn(state: RaisedCase, { charter, body, now }: Pick<Around, 'charter' | 'body' | 'now'>): readonly Lacking[] {
  if (isOver(state) || state.phase === 'draft' || isOutsideTeams(state.at, { charter })) return [];
  const at = body(state.at);
  const served = holdings(charter, at, dateAt(charter, now)).some(({ seat }) => seat.role === 'secretary');
  return [...(at.channel === null ? (['channel'] as const) : []), ...(served ? [] : (['secretary'] as const))];
}
