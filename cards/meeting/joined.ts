import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { gatheringCalled } from '../../bot/governance/charter/gathering.ts';
import { partakers } from '../../bot/governance/meeting/partaking.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import type { Desk } from '../kit/card.ts';
import { said, shortBody } from '../kit/said.ts';
import type { Language } from '../text/languages.ts';

/** Open meetings that a body has called, or that others have called and some of it take part in; the soonest first. */
export async function meetingsOf(desk: Desk, body: BodyId): Promise<readonly CalledMeeting[]> {
  const hosts = desk.charter.bodies.filter(({ outside }) => !outside);
  const all = (await Promise.all(hosts.map(({ id }) => desk.meetings(id, { openOnly: true })))).flat();
  const theirs = all.filter((each) => each.body === body || partakers(each).some((part) => part.body === body));
  return theirs.toSorted((one, other) => Date.parse(one.start) - Date.parse(other.start));
}

/** What a meeting is, where that is not simply the body's own: a gathering, or another body's. */
export function namedHere(desk: Desk, body: BodyId, meeting: CalledMeeting, language: Language): readonly string[] {
  const gathering = gatheringCalled(desk.charter, meeting.body, meeting.gathering ?? null);
  if (gathering) return [said(gathering.name, language, desk.charter)];
  return meeting.body === body ? [] : [shortBody(desk.charter, meeting.body, language, dateAt(desk.charter, desk.now))];
}
