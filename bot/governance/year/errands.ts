import type { Demand } from '../vocabulary/errand.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { meetingStream } from '../vocabulary/year/streams.ts';
import type { YearEvent, YearState } from '../vocabulary/year/year.ts';

/** A confirmed year plans its meetings. */
export function yearDemands(_stream: Stream, event: YearEvent, before: YearState): readonly Demand[] {
  if (event.type !== 'YearConfirmed') return [];
  const plan = { type: 'PlanMeeting', body: before.body, place: null, link: null, extraordinary: false, reason: null } as const;
  return event.meetings.map(({ id, ...meeting }) => ({
    rule: 'plan',
    of: id,
    to: meetingStream(before, id),
    command: { ...plan, ...meeting },
  }));
}
