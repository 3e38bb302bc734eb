import { Temporal } from 'temporal-polyfill';
import type { Desk } from '../kit/card.ts';
import type { Choice } from '../kit/people.ts';
import type { Act, Button, Field } from '../kit/sheet.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { AttendanceFile } from './attendance.ts';

export const agendaForms = ['propose', 'withdraw', 'order', 'send'] as const;
type AgendaForm = (typeof agendaForms)[number];

/** A button that opens a form of the card for a meeting. */
export function opensForm(title: string, open: string, meeting: string, picks: Readonly<Record<string, string>> = {}): Button {
  return { title, verb: 'open', open, picks: { meeting, ...picks }, sends: false };
}

/** What the viewer may do to the agenda, the one thing it waits for first. */
export function agendaButtons(meeting: string, may: Readonly<Record<AgendaForm, boolean>>, language: Language): readonly Act[] {
  const { agenda: text } = textIn(language);
  return [
    ...(may.propose ? [{ ...opensForm(text.propose, 'propose', meeting), primary: true }] : []),
    ...(may.send ? [opensForm(text.send, 'send', meeting)] : []),
    ...(may.order ? [{ ...opensForm(text.order, 'order', meeting), aside: true }] : []),
    ...(may.withdraw ? [{ ...opensForm(text.withdraw, 'withdraw', meeting), aside: true }] : []),
  ];
}

/** To the meeting before it begins, and to its minutes afterwards. */
export function onwardTo(desk: Desk, { meeting }: AttendanceFile, language: Language): Button {
  const { agenda: text } = textIn(language);
  const begun = Temporal.Instant.compare(desk.now, meeting.start) >= 0;
  return {
    title: begun ? text.toMinutes : text.toMeeting,
    verb: begun ? 'minutes' : 'meeting',
    picks: { meeting: meeting.meeting },
    sends: false,
  };
}

/** An open form: what it asks, its fields, and the button that sends it. */
export function agendaForm(form: AgendaForm, { meeting }: AttendanceFile, language: Language, choices: readonly Choice[]) {
  const { agenda: text, back } = textIn(language);
  const send = (title: string, picks: Readonly<Record<string, string>> = {}): readonly Button[] => [
    { title, verb: form, picks: { meeting: meeting.meeting, ...picks }, sends: true, primary: true },
    { title: back, verb: 'view', sends: false },
  ];
  const item: Field = { kind: 'one', id: 'item', label: text.item, style: 'filtered', choices };
  switch (form) {
    case 'propose':
      return { question: text.propose, byWhen: '', fields: proposal(language), buttons: send(text.save) };
    case 'withdraw':
      return { question: text.withdraw, byWhen: '', fields: [item], buttons: send(text.withdraw) };
    case 'order': {
      const places = choices.map((_each, at) => ({ title: text.placeAt(at + 1), value: String(at + 1) }));
      const order = meeting.items.map(({ id }) => id).join(' ');
      const place: Field = { kind: 'one', id: 'place', label: text.place, style: 'compact', choices: places };
      return { question: text.order, byWhen: '', fields: [item, place], buttons: send(text.save, { order }) };
    }
    case 'send':
      return { question: text.send, byWhen: text.sendNote, fields: [], buttons: send(text.sendNow) };
  }
}

function proposal(language: Language): readonly Field[] {
  const { agenda: text } = textIn(language);
  const kinds = (['decision', 'discussion', 'information'] as const).map((value) => ({ title: text.kinds[value], value }));
  const who = [
    { title: text.forAll, value: 'open' },
    { title: text.forMembers, value: 'closed' },
  ];
  return [
    { kind: 'one', id: 'kind', label: text.kind, style: 'expanded', value: 'decision', choices: kinds },
    { kind: 'text', id: 'title', label: text.titleField, most: 200, required: true },
    {
      kind: 'text',
      id: 'recommendations',
      label: text.recommendations,
      hint: text.recommendationsHint,
      most: 3_400,
      long: true,
      required: false,
    },
    { kind: 'text', id: 'case', label: text.caseField, most: 40, required: false },
    { kind: 'text', id: 'papers', label: text.papersField, hint: text.papersHint, most: 500, required: false },
    { kind: 'one', id: 'closed', label: text.who, style: 'expanded', value: 'open', choices: who },
  ];
}
