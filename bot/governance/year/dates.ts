import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter } from '../charter/charter.ts';
import { wall } from '../time/calendar.ts';
import type { CalledMeeting } from '../vocabulary/meeting.ts';
import { idIn, streamOf } from '../vocabulary/stream.ts';
import { meetingStream } from '../vocabulary/year/streams.ts';
import type { PlannedDate, YearState } from '../vocabulary/year/year.ts';

/** What of a meeting a year's dates are read from. */
export type Sitting = Pick<CalledMeeting, 'meeting' | 'body' | 'phase' | 'joint' | 'gathering' | 'who' | 'start' | 'end' | 'moves'>;

/** A plan's dates, each as its meeting has been moved or cancelled since, and the meetings planned beside it. */
export function datesIn(
  charter: Charter,
  year: number,
  body: BodyId,
  plan: Pick<YearState, 'meetings'> | null,
  meetings: readonly Sitting[],
): readonly PlannedDate[] {
  const planned = (plan?.meetings ?? []).map((each): PlannedDate => {
    const mine = { body, year };
    const held = meetings.find((meeting) => streamOf('meeting', meeting.meeting) === meetingStream(mine, each.id));
    const uid = uidOf(mine, each.id);
    if (!held) return { ...each, uid, beside: false };
    return {
      ...each,
      ...when(charter, held),
      joint: each.gathering === null ? held.joint : each.joint,
      ...(held.who ? { who: held.who } : {}),
      revision: each.revision + held.moves,
      cancelled: held.phase === 'cancelled',
      uid,
      beside: false,
    };
  });
  const beside = meetings
    .filter((meeting) => !planned.some(({ uid }) => uid === uidOfMeeting(meeting)))
    .map((meeting): PlannedDate => {
      const { meeting: id, moves: revision } = meeting;
      const cancelled = meeting.phase === 'cancelled';
      const { gathering = null, who } = meeting;
      const joint = gathering === null ? meeting.joint : [];
      const own = { id, gathering, joint, online: false, ...(who ? { who } : {}), ...when(charter, meeting) };
      return { ...own, revision, cancelled, uid: uidOfMeeting(meeting), beside: true };
    })
    .filter(({ date }) => date.startsWith(`${year}-`));
  return inOrder([...planned, ...beside]);
}

function when(charter: Charter, { start, end }: Sitting): Pick<PlannedDate, 'date' | 'time' | 'minutes'> {
  const [from, until] = [Temporal.Instant.from(start), Temporal.Instant.from(end)];
  const here = wall(charter, from);
  return {
    date: here.toPlainDate().toString(),
    time: here.toPlainTime().toString({ smallestUnit: 'minute' }),
    minutes: Math.round(from.until(until).total('minutes')),
  };
}

export function uidOf(plan: Pick<YearState, 'body' | 'year'>, id: string): string {
  return uidOfMeeting({ meeting: idIn(meetingStream(plan, id), 'meeting') });
}

function uidOfMeeting({ meeting }: Pick<Sitting, 'meeting'>): string {
  return `${meeting}@samspil`;
}

export function inOrder(dates: readonly PlannedDate[]): readonly PlannedDate[] {
  const key = ({ date, time, uid }: PlannedDate) => `${date} ${time} ${uid}`;
  return [...dates].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
