import type { Item, OutcomeKind } from '../../bot/governance/vocabulary/meeting.ts';
import type { Choice } from '../kit/people.ts';
import type { Act, Button, Field } from '../kit/sheet.ts';
import { type Language, textIn } from '../text/languages.ts';
import { opensForm } from './agenda-forms.ts';
import type { AttendanceFile } from './attendance.ts';

export const minutesForms = ['outcome', 'correct', 'dissent', 'comment', 'send', 'publish'] as const;
export type MinutesForm = (typeof minutesForms)[number];
export const nothingMay = { outcome: false, correct: false, dissent: false, comment: false, send: false, publish: false };

/** What the viewer may do to the minutes, what they wait for first; `page`: where they are read when published. */
export function minutesButtons(meeting: string, may: typeof nothingMay, language: Language, page: string | null): readonly Act[] {
  const { minutes: text } = textIn(language);
  const open = (title: string, form: MinutesForm): readonly Act[] => (may[form] ? [opensForm(title, form, meeting)] : []);
  return [
    ...(page === null ? [] : [{ title: text.read, link: page }]),
    ...open(text.publish, 'publish'),
    ...open(text.send, 'send'),
    ...open(text.recordOutcome, 'outcome'),
    ...open(text.writeComment, 'comment'),
    ...open(text.correctOutcome, 'correct'),
    ...open(text.recordDissent, 'dissent').map((each) => ({ ...each, aside: true })),
  ];
}

/** An open form: what it asks, its fields, and the button that sends it. */
export function minutesForm(
  form: MinutesForm,
  { meeting }: AttendanceFile,
  language: Language,
  { choices, people }: { readonly choices: readonly Choice[]; readonly people: readonly Choice[] },
): { readonly question: string; readonly byWhen: string; readonly fields: readonly Field[]; readonly buttons: readonly Button[] } {
  const { minutes: text, back } = textIn(language);
  const asks = (question: string, byWhen: string, fields: readonly Field[], title: string) => ({
    question,
    byWhen,
    fields,
    buttons: [
      { title, verb: form, picks: { meeting: meeting.meeting }, sends: true, primary: true },
      { title: back, verb: 'view', sends: false },
    ],
  });
  const [first, ...more] = choices;
  const only = first && more.length === 0 ? ({ style: 'compact', value: first.value } as const) : {};
  const item: Field = { kind: 'one', id: 'item', label: text.item, style: 'filtered', choices, ...only };
  const words = (id: string, label: string, most: number, required: boolean): Field => ({
    kind: 'text',
    id,
    label,
    most,
    long: true,
    required,
  });
  const outcomes = outcomesFor(meeting.items).map((value) => ({ title: text.outcomes[value], value }));
  switch (form) {
    case 'outcome': {
      const outcome: Field = { kind: 'one', id: 'outcome', label: text.outcomeField, style: 'expanded', choices: outcomes };
      return asks(text.recordOutcome, '', [item, outcome, words('decision', text.text, 1_500, false)], text.save);
    }
    case 'correct':
      return asks(text.correctOutcome, text.correctNote, [item, words('decision', text.text, 1_500, true)], text.save);
    case 'dissent': {
      const whose: readonly Field[] =
        people.length > 0 ? [{ kind: 'one', id: 'person', label: text.person, style: 'filtered', required: false, choices: people }] : [];
      return asks(text.recordDissent, text.dissentNote, [item, ...whose, words('reason', text.dissentText, 1_000, false)], text.save);
    }
    case 'comment':
      return asks(text.comment, '', [words('comment', text.commentText, 1_000, true)], text.save);
    case 'send':
      return asks(text.send, text.sendNote, [], text.sendNow);
    case 'publish':
      return asks(text.publish, text.publishNote, [], text.publishNow);
  }
}

/** A case is decided, rejected, sent on or back; other items have fewer ends. */
function outcomesFor(items: readonly Item[]): readonly OutcomeKind[] {
  const cases = items.some(({ about }) => about !== null);
  return ['decided', ...(cases ? (['rejected', 'sent-on', 'sent-back'] as const) : []), 'discussed', 'noted', 'carried'];
}
