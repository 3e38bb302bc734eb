import type { BodyId } from '../../charter/charter.ts';
import { type BodyOfYear, idIn, type Stream, streamOf } from '../stream.ts';
import type { YearState } from './year.ts';

export function yearStream(body: BodyId, of: number): Stream {
  return streamOf('year', `${body}.${of}`);
}

export function workPlanStream(body: BodyId, of: number): Stream {
  return streamOf('work-plan', `${body}.${of}`);
}

/** The body and the year that a year's name or a work plan's says; null: it names neither. */
export function bodyYearIn(stream: Stream, kind: 'year' | 'work-plan'): BodyOfYear | null {
  const [, body, year] = /^(.+)\.(\d{4})$/.exec(idIn(stream, kind)) ?? [];
  return body === undefined ? null : { body, year: Number(year) };
}

/** The stream of a meeting that a confirmed year planned. */
export function meetingStream(plan: Pick<YearState, 'body' | 'year'>, id: string): Stream {
  return streamOf('meeting', `${plan.body}.${plan.year}-${id}`);
}

/** The year that planned a meeting; null: none did. */
export function yearOf({ meeting, body }: { readonly meeting: string; readonly body: BodyId }): Stream | null {
  const [, of, planned] = /^(.+)\.(\d{4})-[a-z0-9-]+$/.exec(meeting) ?? [];
  return of === body ? yearStream(body, Number(planned)) : null;
}
