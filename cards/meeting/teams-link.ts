import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { wall } from '../../bot/governance/time/calendar.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';

/** Teams' own form for a new meeting, filled in: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-workflow */
export function newInTeams(charter: Charter, { start, end }: Pick<CalledMeeting, 'start' | 'end'>, subject: string): string {
  const at = (instant: string) => wall(charter, Temporal.Instant.from(instant)).toString({ smallestUnit: 'second', timeZoneName: 'never' });
  const words = Object.entries({ subject, startTime: at(start), endTime: at(end) });
  return `https://teams.microsoft.com/l/meeting/new?${words.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
