import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { IsoInstant, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import type { Form } from '../kit/card.ts';
import { dateIn, instantIn, timeIn, typed } from '../kit/form.ts';
import { linkIn } from '../kit/link.ts';

const mostPlace = 300;

/** From a date and time to a time, on the same day or a later one, and where. */
export function whenAndWhere(form: Form):
  | {
      readonly start: IsoInstant;
      readonly end: IsoInstant;
      readonly place: TextRef | null;
      readonly link: TextRef | null;
    }
  | Refusal {
  const date = dateIn(form, 'date');
  if (isRefusal(date)) return date;
  const from = timeIn(form, 'from');
  if (isRefusal(from)) return from;
  const to = timeIn(form, 'to');
  if (isRefusal(to)) return to;
  const lastDay = typed(form, 'untilDate') === '' ? date : dateIn(form, 'untilDate');
  if (isRefusal(lastDay)) return lastDay;
  const start = instantIn(form, date, from, 'from');
  if (isRefusal(start)) return start;
  const end = instantIn(form, lastDay, to, 'to');
  if (isRefusal(end)) return end;
  const where = placeAndLink(typed(form, 'place'));
  if (isRefusal(where)) return where;
  return {
    start: start.toString(),
    end: end.toString(),
    place: where.place === '' ? null : form.seal('place', where.place),
    link: where.link === '' ? null : form.seal('link', where.link),
  };
}

/** What is written is a place, with a link in it or without. Only https comes through. */
function placeAndLink(words: string): { readonly place: string; readonly link: string } | Refusal {
  if (words.length > mostPlace) return { refused: 'too-long', field: 'place', most: mostPlace };
  const written = /\S*:\/\/\S*/.exec(words)?.[0];
  if (written === undefined) return { place: words, link: '' };
  const link = linkIn(written);
  return isRefusal(link) ? link : { place: words.replace(written, ' ').replace(/\s+/g, ' ').trim(), link };
}
