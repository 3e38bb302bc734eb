import { Temporal } from 'temporal-polyfill';
import type { Charter, ClauseId, IsoDate, Seat, Terms } from '../../bot/governance/charter/charter.ts';
import { hasRunOut, termsInForce } from '../../bot/governance/charter/terms.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn } from '../../bot/governance/vocabulary/stream.ts';
import type { Card } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { dateIn, opens } from '../kit/form.ts';
import { pickedDate } from '../kit/picked-date.ts';
import { bodyName, reference, references, said, sectorName, shortBody, sourceSaid } from '../kit/said.ts';
import { dateButton, dateForm, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { decidesItself, sentUp } from './organ-decides.ts';

interface Row {
  readonly title: string;
  readonly lines: readonly { readonly text: string }[];
}

/** A body's terms of reference in short, each line with its clause; in one's own view, as of any date. */
export const organ: Card<'organ'> = {
  name: 'organ',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const text = textIn(language);
    const id = idIn(about, 'body');
    const today = dateAt(desk.charter, desk.now);
    const asking = openForm(viewer, ['asOf']) !== null;
    const date = asking ? pickedDate(viewer, today) : today;
    const day = text.date(Temporal.PlainDate.from(date));
    const terms = termsInForce(desk.charter, id, date);
    const rows = terms ? rowsOf(desk.charter, terms, date, language) : [];
    const title = text.organ.title(bodyName(desk.charter, id, language, date));
    return {
      data: sheet({
        eyebrow: shortBody(desk.charter, id, language, date),
        title: text.kinds.organ,
        under: terms ? (date === today ? '' : text.organ.asOf(day)) : text.organ.none(day),
        question: '',
        byWhen: '',
        parts: [
          ...rows.map((row, at) => ({ heading: row.title, lines: row.lines.map((line) => line.text), folded: at > 0 })),
          { heading: '', lines: documentsIn(desk.charter, rows).map((each) => each.text) },
        ],
        ...(asking
          ? dateForm(text.organ, date, text.back)
          : { fields: [], buttons: viewer.kind === 'person' ? [dateButton(text.organ.date)] : [] }),
        missing: text.seats.required,
        why: [text.why.asked],
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

function rowsOf(charter: Charter, terms: Terms, date: IsoDate, language: Language): readonly Row[] {
  const text = textIn(language).organ;
  const cited = (words: string, clause: ClauseId) => `${words} (${reference(charter, terms, clause, language)})`;
  const row = (title: string, ...lines: readonly string[]): Row => ({ title, lines: lines.map((each) => ({ text: each })) });
  const { secretariat, cadence } = terms;
  return [
    row(text.purpose, `${said(terms.purpose, language, charter, 500)} (${sourceSaid(charter, terms.purposeSource, language)})`),
    row(text.decides, ...decidesItself(charter, terms, language)),
    row(text.goesUp, ...sentUp(charter, terms, date, language)),
    row(text.cadence, cadence.stated ? cited(text.cadenceIs(cadence.value), cadence.clause) : textIn(language).notStated),
    row(text.who, ...seatLines(charter, terms, language)),
    row(
      text.secretariat,
      secretariat.stated ? cited(bodyName(charter, secretariat.value, language, date), secretariat.clause) : textIn(language).notStated,
    ),
    row(text.period, `${periodOf(terms, date, language)} (${sourceSaid(charter, terms.period, language)})`),
    ...(terms.assumed.length > 0
      ? [row(text.assumed, ...terms.assumed.slice(0, 5).map((each) => said(each, language, charter, 200)))]
      : []),
  ];
}

/** What the short names stand for that the references, and our own readings, point with. */
function documentsIn({ collaboration }: Charter, rows: readonly Row[]): readonly { readonly text: string }[] {
  const said = new Set(rows.flatMap(({ lines }) => lines.flatMap(({ text }) => text.split(/[\s,;()]+/))));
  return collaboration.documents
    .filter(({ short }) => said.has(plain(short)))
    .map(({ short, title }) => ({ text: plain(`${short}: ${title}`, 200) }));
}

/** How many from each sector: one line a sector, the seats in it, and the clauses they stand in. */
function seatLines(charter: Charter, terms: Terms, language: Language): readonly string[] {
  const text = textIn(language).organ;
  const places = (seat: Seat) => {
    const name = said(seat.name, language, charter, 90);
    const { min, max } = seat;
    return min === 0 && max === null ? `${name} (${text.anyNumber})` : text.seatCount(text.range(min, max), name);
  };
  const sectors = [...charter.collaboration.sectors.map((each) => each.id), null];
  const lines = sectors.flatMap((sector) => {
    const seats = terms.seats.filter((seat) => seat.sector === sector);
    if (seats.length === 0) return [];
    const { shown, left } = shorten(seats, 12);
    const each = shown.map(places);
    const clauses = seats.map(({ clause }) => clause);
    const more = left > 0 ? ` ${textIn(language).left(left)}` : '';
    return [
      `${sectorName(charter, sector, language) ?? text.noSector}: ${each.join(', ')}${more} (${references(charter, terms, clauses, language)})`,
    ];
  });
  return lines.length > 0 ? lines : [textIn(language).notStated];
}

function periodOf(terms: Terms, date: IsoDate, language: Language): string {
  const text = textIn(language);
  const day = (each: IsoDate) => text.date(Temporal.PlainDate.from(each));
  if (terms.until === null) return text.organ.openEnded(day(terms.from));
  return hasRunOut(terms, date)
    ? text.organ.ranOut(day(terms.from), day(terms.until))
    : text.organ.until(day(terms.from), day(terms.until));
}
