import type { BodyId } from '../charter/charter.ts';
import type { Stream } from './stream.ts';
import type { YearState } from './year.ts';

export function yearStream(body: BodyId, of: number): Stream {
  return `year/${body}.${of}`;
}

/** The stream of a meeting that a confirmed year planned. */
export function meetingStream(plan: Pick<YearState, 'body' | 'year'>, id: string): Stream {
  return `meeting/${plan.body}.${plan.year}-${id}`;
}

/** The year that planned a meeting; null: none did. */
export function yearOf({ meeting, body }: { readonly meeting: string; readonly body: BodyId }): Stream | null {
  const [, of, planned] = /^(.+)\.(\d{4})-[a-z0-9-]+$/.exec(meeting) ?? [];
  return of === body ? yearStream(body, Number(planned)) : null;
}
