import type { Charter } from '../charter/charter.ts';
import type { BodyState } from '../vocabulary/body.ts';
import { type Notice, standing, standingFor } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { YearEvent, YearState } from '../vocabulary/year/year.ts';

/** A year's one card in the body's channel, and the reminders about it: chairs hear in its thread, the secretariat in its own channel. A year that is planned elsewhere has none. */
export function yearNotices(
  about: Stream,
  event: YearEvent,
  { body, prompted }: YearState,
  { collaboration: { secretariat } }: Charter,
): readonly Notice[] {
  if (event.type === 'YearSetElsewhere') return [];
  const card = standing('year', about, { body });
  const notes = prompted.map(({ prompt, occasion }) =>
    prompt === 'secretariat'
      ? standingFor('year-note', about, { body: secretariat }, occasion)
      : { ...standingFor('year-note', about, { body }, occasion), under: card.key },
  );
  return [card, ...notes];
}

/** What the last two checks that found something said. */
export function shortNotices(about: Stream, { body, shortSaid }: BodyState): readonly Notice[] {
  return shortSaid.map((day) => standingFor('year-short', about, { body }, { what: 'short', mark: day }));
}
