import { Temporal } from 'temporal-polyfill';
import { dayWritten, timeWritten } from '../../bot/governance/time/written.ts';
import { isPersonKey } from '../../bot/governance/vocabulary/person-key.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Form, Reading } from './card.ts';

/** The button that opens a form: `open` names it, the button's other picks go along, and so does what was typed. */
export function opens(form: Form): Reading {
  const { open, ...picks } = form.picks;
  return { read: 'view', open: open ?? null, picks: { ...picks, ...form.inputs } };
}

/** What was chosen or typed in a field, trimmed. */
export function typed(form: Form, field: string): string {
  return (form.inputs[field] ?? form.picks[field] ?? '').trim();
}

/** The id of something that was chosen in a field; the rules look whether it is there. */
export function chosenId(form: Form, field: string): string | Refusal {
  const id = typed(form, field);
  return id === '' ? { refused: 'missing', field } : id;
}

/** A person who was chosen in a field: only a key comes through, so that nothing typed can reach the ledger as one. */
export function chosenPerson(form: Form, field: string): PersonKey | Refusal {
  const key = chosenId(form, field);
  return isRefusal(key) || isPersonKey(key) ? key : { refused: 'unknown-person' };
}

export function dateIn(form: Form, field: string): Temporal.PlainDate | Refusal {
  const words = typed(form, field);
  if (words === '') return { refused: 'missing', field };
  const day = dayWritten(words);
  return day === null ? { refused: 'not-a-date', field } : Temporal.PlainDate.from(day);
}

export function timeIn(form: Form, field: string): Temporal.PlainTime | Refusal {
  const words = typed(form, field);
  if (words === '') return { refused: 'missing', field };
  const time = timeWritten(words);
  return time?.until === null ? Temporal.PlainTime.from(time.from) : { refused: 'not-a-date', field };
}

/** The instant the collaboration's clocks show a date and a time. An hour skipped in spring is no time; of an hour that comes twice, the first. */
export function instantIn(form: Form, date: Temporal.PlainDate, time: Temporal.PlainTime, field: string): Temporal.Instant | Refusal {
  const { timeZone } = form.charter.collaboration;
  const shown = date.toZonedDateTime({ timeZone, plainTime: time });
  return shown.toPlainTime().equals(time) ? shown.toInstant() : { refused: 'not-a-date', field };
}
