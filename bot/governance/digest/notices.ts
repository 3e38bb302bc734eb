import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import { dateAt } from '../time/calendar.ts';
import type { CalledMeeting } from '../vocabulary/meeting.ts';
import { type Notice, standing } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { bodiesRightUnder } from './digest.ts';

/** For information, in the thread of a meeting's card: once a meeting, where somebody is under the body; drawn again until it begins. */
export function digestNotice(about: Stream, { body, start }: CalledMeeting, charter: Charter): readonly Notice[] {
  if (bodiesRightUnder(charter, body, dateAt(charter, Temporal.Instant.from(start))).length === 0) return [];
  return [{ ...standing('digest', about, { body }), under: standing('meeting', about, { body }).key }];
}
