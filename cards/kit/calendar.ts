import { textIn } from '../text/languages.ts';
import type { CalendarOf, Desk, Viewer } from './card.ts';
import { labels } from './said.ts';
import { openForm } from './viewer.ts';

/** What a card shows to somebody who wants to follow a calendar: its address, and, to whoever may, the button for a new one. */
export async function following(desk: Desk, viewer: Viewer, of: CalendarOf | null, renews: boolean) {
  const text = textIn(viewer.language);
  const follows = of !== null && openForm(viewer, ['calendar']) !== null;
  const address = follows ? ((await desk.calendar(of)) ?? '') : '';
  const follow = viewer.kind === 'person' && of !== null && !follows;
  return { follow, follows, address, renews: address !== '' && renews, calendar: labels(text.calendar), back: text.back };
}
