import { Temporal } from 'temporal-polyfill';
import { commentsOpenUntil } from '../../bot/governance/meeting/minutes.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { shorten } from '../kit/shorten.ts';
import { runsHere } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { AttendanceFile } from './attendance.ts';
import { itemsOf, itemTitle, readsClosed } from './items.ts';

const mostItems = 10;

/** What a meeting's standing card says of its agenda and minutes, and the buttons that lead there. */
export async function program(desk: Desk, here: AttendanceFile, viewer: Viewer) {
  const { meeting } = here;
  const { standing: text } = textIn(viewer.language);
  const cancelled = meeting.phase === 'cancelled';
  const begun = Temporal.Instant.compare(desk.now, meeting.start) >= 0;
  const items = cancelled ? [] : itemsOf(here);
  const { shown, left } = shorten(meeting.agendaSent ? items : [], mostItems);
  const titles = await Promise.all(shown.map((item, at) => itemTitle(desk, item, at, readsClosed(desk, here, viewer), viewer)));
  const lead = meeting.ledBy && !cancelled ? [text.ledBy(plain(await desk.name(meeting.ledBy), 60))] : [];
  return {
    notes: [...(meeting.extraordinary ? [text.extraordinary] : []), ...lead],
    program: [...titles, ...(left > 0 ? [text.moreItems(left)] : [])],
    stage: cancelled ? '' : stage(desk, here, items.length, viewer.language),
    page: meeting.minutes === 'published' ? (desk.page(meeting.meeting) ?? '') : '',
    toAgenda: !cancelled && (!begun || items.length === 0),
    toMinutes: !cancelled && begun && items.length > 0,
    toChange: !here.over && (await runsHere(desk, here.body, viewer)),
  };
}

/** Where the agenda or the minutes stand. */
function stage(desk: Desk, { meeting }: AttendanceFile, items: number, language: Language): string {
  const { standing: text, weekday } = textIn(language);
  switch (meeting.minutes) {
    case 'none':
      return meeting.agendaSent || items === 0 ? '' : text.items(items);
    case 'sent': {
      const until = commentsOpenUntil(meeting, dateAt(desk.charter, desk.now));
      return until === null ? text.commentsOver : text.commentsUntil(weekday(Temporal.PlainDate.from(until)));
    }
    case 'published':
      return text.published;
  }
}
