import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Card } from '../kit/card.ts';
import { dateIn, opens } from '../kit/form.ts';
import { pickedDate } from '../kit/picked-date.ts';
import { bodyName } from '../kit/said.ts';
import { dateButton, dateForm, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';

const mostLines = 40;

/** All bodies and who refers to whom, as one picture; in one's own view, as of any date. Where no picture can be fetched, in words. */
export const organisation: Card<'organisation'> = {
  name: 'organisation',
  template,
  show: async (desk, _about, _occasion, viewer) => {
    const { language } = viewer;
    const text = textIn(language);
    const today = dateAt(desk.charter, desk.now);
    const asking = openForm(viewer, ['asOf']) !== null;
    const date = asking ? pickedDate(viewer, today) : today;
    const day = text.date(Temporal.PlainDate.from(date));
    const { bodies, refers } = waysUp(desk.charter, date, language);
    const { shown, left } = shorten(refers, mostLines);
    const lines = [...shown, ...(left > 0 ? [text.left(left)] : [])];
    const picture = bodies === 0 ? null : await desk.picture({ of: 'organisation', asOf: date, language });
    const { title } = text.organisation;
    return {
      data: sheet({
        eyebrow: text.kinds.ours,
        title,
        under: bodies === 0 ? text.organisation.none(day) : date === today ? '' : text.organisation.asOf(day),
        question: '',
        byWhen: '',
        ...(picture === null ? {} : { picture: { url: picture, alt: text.organisation.alt(bodies, lines.join(' ')) } }),
        parts: picture === null && lines.length > 0 ? [{ heading: '', lines }] : [],
        ...(asking
          ? dateForm(text.organisation, date, text.back)
          : { fields: [], buttons: viewer.kind === 'person' ? [dateButton(text.organisation.date)] : [] }),
        missing: text.seats.required,
        below: picture === null ? [] : [{ title: text.organisation.large, link: picture }],
        why: [text.why.asked, picture === null ? '' : text.organisation.expires],
      }),
      summary: title,
      mentions: [],
      viewers: [],
    };
  },
  verbs: {
    open: opens,
    asOf: (form) => {
      const asOf = dateIn(form, 'asOf');
      return isRefusal(asOf) ? asOf : { read: 'view', open: 'asOf', picks: { asOf: asOf.toString() } };
    },
  },
};

/** How many bodies have terms on a date, and who refers to whom in words, as far as the terms say. */
function waysUp(charter: Charter, date: IsoDate, language: Language): { readonly bodies: number; readonly refers: readonly string[] } {
  const text = textIn(language).organisation;
  const inForce = charter.bodies.flatMap(({ id, outside }) => (outside ? [] : (termsInForce(charter, id, date) ?? [])));
  const refers = inForce.flatMap(({ body, above }) =>
    above.stated ? [text.refers(bodyName(charter, body, language, date), bodyName(charter, above.value, language, date))] : [],
  );
  return { bodies: inForce.length, refers };
}
