import { type Language, textIn } from '../text/languages.ts';
import type { CalendarOf, Desk, Viewer } from './card.ts';
import type { Button, SheetPart } from './sheet.ts';
import { openForm } from './viewer.ts';

/** What a card shows to somebody who wants to follow a calendar: its address, and, to whoever may, the button for a new one. */
export async function following(desk: Desk, viewer: Viewer, of: CalendarOf | null, renews: boolean) {
  const follows = of !== null && openForm(viewer, ['calendar']) !== null;
  const address = follows ? ((await desk.calendar(of)) ?? '') : '';
  const follow = viewer.kind === 'person' && of !== null && !follows;
  return { follow, follows, address, renews: address !== '' && renews };
}

/** The address, and how it is used. */
export function followParts(address: string, language: Language): readonly SheetPart[] {
  const { calendar: text } = textIn(language);
  return [{ heading: '', lines: address === '' ? [text.nowhere] : [text.how, address, text.secret] }];
}

export function followButtons(renews: boolean, language: Language): readonly Button[] {
  const { calendar: text, back } = textIn(language);
  return [...(renews ? [{ title: text.renew, verb: 'renew', sends: false }] : []), { title: back, verb: 'view', sends: false }];
}
