import type { BodyState } from '../vocabulary/body.ts';
import { type Notice, standing, standingFor } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { YearEvent, YearState } from '../vocabulary/year/year.ts';

/** A year's one card in the body's channel. A year that is planned elsewhere has none. */
export function yearNotices(about: Stream, event: YearEvent, { body }: YearState): readonly Notice[] {
  return event.type === 'YearSetElsewhere' ? [] : [standing('year', about, { body })];
}

/** What the last two checks that found something said. */
export function shortNotices(about: Stream, { body, shortSaid }: BodyState): readonly Notice[] {
  return shortSaid.map((day) => standingFor('year-short', about, { body }, { what: 'short', mark: day }));
}
