import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import { dateAt } from '../time/calendar.ts';
import type { AnchorEvent, AnchorState } from '../vocabulary/anchor.ts';
import { type Notice, standingFor } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** One card a month with the secretariat, drawn again when the last part of a night is anchored. */
export function anchorNotices(about: Stream, event: AnchorEvent, _state: AnchorState, charter: Charter): readonly Notice[] {
  if (event.more) return [];
  const mark = dateAt(charter, Temporal.Instant.from(event.until)).slice(0, 7);
  return [standingFor('anchor', about, { body: charter.collaboration.secretariat }, { what: '', mark })];
}
