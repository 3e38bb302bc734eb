import type { Choice } from '../kit/people.ts';
import type { Button, Field } from '../kit/sheet.ts';
import { type Language, textIn } from '../text/languages.ts';

type ChangeForm = 'move' | 'cancel' | 'lead';
type Typed = Readonly<Record<string, string>>;

export function changeButtons(renews: boolean, language: Language): readonly Button[] {
  const { change: text } = textIn(language);
  const open = (form: ChangeForm): Button => ({ title: text[form], verb: 'open', open: form, sends: false });
  return [
    open('move'),
    open('cancel'),
    { ...open('lead'), aside: true },
    ...(renews ? [{ title: text.renew, verb: 'renew', sends: false, aside: true }] : []),
  ];
}

/** When and where a meeting is, as fields; `special`: on several days, together with others, or extraordinary. */
export function whenFields(as: Typed, language: Language, untilDate: boolean): readonly Field[] {
  const { newMeeting: text, special } = textIn(language);
  const { date = '', from = '', to = '', place = '' } = as;
  return [
    { kind: 'date', id: 'date', label: text.date, value: date, required: true },
    { kind: 'time', id: 'from', label: text.from, value: from, required: true },
    ...(untilDate
      ? [{ kind: 'date', id: 'untilDate', label: special.untilDate, value: as.untilDate ?? '', required: false } as const]
      : []),
    { kind: 'time', id: 'to', label: text.to, value: to, required: true },
    { kind: 'text', id: 'place', label: text.place, hint: text.placeHint, most: 300, value: place, required: true },
  ];
}

/** An open form: what it asks, its fields, and the button that sends it. */
export function changeForm(form: ChangeForm, as: Typed, leaders: readonly Choice[], seen: Typed, language: Language) {
  const { change: text, back } = textIn(language);
  const reason: Field = {
    kind: 'text',
    id: 'reason',
    label: text.reason,
    hint: text.reasonHint,
    value: as.reason ?? '',
    most: 300,
    long: true,
    required: true,
  };
  const fields: Readonly<Record<ChangeForm, readonly Field[]>> = {
    move: [...whenFields(as, language, true), reason],
    cancel: [reason],
    lead: [{ kind: 'one', id: 'leader', label: text.leader, style: 'filtered', choices: leaders }, reason],
  };
  const submit: Button = {
    title: form === 'cancel' ? text.cancelNow : text.save,
    verb: form,
    sends: true,
    primary: form !== 'cancel',
    ...(form === 'move' ? { open: 'move', picks: seen } : {}),
  };
  return {
    question: text[form],
    byWhen: form === 'cancel' ? text.cancelNote : '',
    fields: fields[form],
    buttons: [submit, { title: back, verb: 'view', sends: false }],
  };
}
