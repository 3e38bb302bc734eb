import type { Terms } from '../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import { ruleOf } from '../../bot/governance/vocabulary/errand.ts';
import { isPersonKey } from '../../bot/governance/vocabulary/person-key.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn } from '../../bot/governance/vocabulary/stream.ts';
import { refusedPart } from '../care/refused-lines.ts';
import type { Card, Form, Reading } from '../kit/card.ts';
import { chosenId, chosenPerson, dateIn, opens, typed } from '../kit/form.ts';
import { bodyName, shortBody, why } from '../kit/said.ts';
import { sheet, template } from '../kit/sheet.ts';
import { runners, runsHere } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { fieldsIn, seatForm } from './seat-forms.ts';
import { seatList } from './seat-list.ts';

/** A body's seats by sector, filled and vacant. Those who run the body change them here, one short form at a time. */
export const seats: Card<'seats'> = {
  name: 'seats',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const text = textIn(language);
    const body = await desk.body(idIn(about, 'body'));
    const today = dateAt(desk.charter, desk.now);
    const terms = termsInForce(desk.charter, body.body, today);
    const editing = terms !== null && (await runsHere(desk, body, viewer));
    const form = editing ? await seatForm(desk, body, terms, viewer) : null;
    const title = text.seats.title(bodyName(desk.charter, body.body, language, today));
    const list = await seatList(desk, body, terms, viewer);
    const listed = list.sectors.map(({ title: heading, rows }) => ({ heading, lines: rows.map((row) => row.text) }));
    const refused = await refusedPart(desk, about, body, language, (each) => ruleOf(each) === 'seat-states-sector');
    return {
      data: sheet({
        eyebrow: shortBody(desk.charter, body.body, language, today),
        title: text.kinds.seats,
        under: form ? '' : list.line,
        question: form ? form.heading : '',
        byWhen: form ? form.note : editing ? '' : viewer.kind === 'everyone' ? text.seats.question : text.seats.readOnly,
        parts: form ? [] : [refused, ...listed, { heading: '', lines: list.more === '' ? [] : [list.more] }],
        fields: form ? fieldsIn(form, language) : [],
        left: form?.left ?? '',
        missing: text.seats.required,
        buttons: form
          ? [...form.sends.map((each) => ({ ...each, sends: true, primary: true })), { title: text.back, verb: 'view', sends: false }]
          : editing
            ? openersFor(terms, body).map(([open, mode]) => ({
                title: text.seats[open],
                verb: 'open',
                open,
                sends: false,
                primary: open === 'fill',
                aside: mode === 'secondary',
              }))
            : [],
        why: [why(desk, terms, terms?.seats[0]?.clause ?? null, language)],
      }),
      summary: text.summary(title, list.line),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: {
    open: opens,
    fill: (form) => {
      const [seat, person, from] = [chosenId(form, 'seat'), chosenPerson(form, 'person'), dateIn(form, 'from')];
      if (isRefusal(seat)) return seat;
      if (isRefusal(person)) return person;
      if (isRefusal(from)) return from;
      return onBody(form, { type: 'FillSeat', appointment: form.newId, seat, person, from: from.toString() });
    },
    deputy: (form) => {
      const [appointment, deputy] = [chosenId(form, 'appointment'), chosenPerson(form, 'person')];
      if (isRefusal(appointment)) return appointment;
      return isRefusal(deputy) ? deputy : onBody(form, { type: 'NameDeputy', appointment, deputy });
    },
    undeputy: (form) => {
      const [appointment = '', deputy = ''] = typed(form, 'deputy').split(' ');
      if (appointment === '') return { refused: 'missing', field: 'deputy' };
      if (!isPersonKey(deputy)) return { refused: 'unknown-person' };
      return onBody(form, { type: 'RemoveDeputy', appointment, deputy });
    },
    end: (form) => {
      const [appointment, until] = [chosenId(form, 'appointment'), dateIn(form, 'until')];
      if (isRefusal(appointment)) return appointment;
      return isRefusal(until) ? until : onBody(form, { type: 'EndAppointment', appointment, until: until.toString() });
    },
    join: (form) => {
      const [keep, join] = [chosenPerson(form, 'keep'), chosenPerson(form, 'join')];
      if (isRefusal(keep)) return keep;
      if (isRefusal(join)) return join;
      return { read: 'command', stream: 'persons', command: { type: 'JoinPersons', body: bodyIn(form), keep, join } };
    },
    sector: (form) => {
      const [person, sector] = [chosenPerson(form, 'person'), chosenId(form, 'sector')];
      if (isRefusal(person)) return person;
      if (isRefusal(sector)) return sector;
      return { read: 'command', stream: 'persons', command: { type: 'StateSector', body: bodyIn(form), person, sector } };
    },
  },
};

/** The first ones stand as buttons, the others behind `…`. */
const openers = [
  ['fill', 'primary'],
  ['deputy', 'primary'],
  ['end', 'primary'],
  ['undeputy', 'secondary'],
  ['join', 'secondary'],
  ['sector', 'secondary'],
] as const;

/** Only what there is something to do with: a seat to fill, somebody who sits in one, a deputy who stands in. */
function openersFor({ seats }: Terms, { appointments }: BodyState) {
  const there: Partial<Record<(typeof openers)[number][0], boolean>> = {
    fill: seats.length > 0,
    deputy: appointments.length > 0,
    end: appointments.length > 0,
    undeputy: appointments.some(({ deputies }) => deputies.length > 0),
  };
  return openers.filter(([open]) => there[open] !== false);
}

type SeatCommand = Extract<
  Extract<Reading, { read: 'command' }>['command'],
  { type: 'FillSeat' | 'NameDeputy' | 'RemoveDeputy' | 'EndAppointment' }
>;

function onBody(form: Form, command: SeatCommand): Reading {
  return { read: 'command', stream: form.about, command };
}

function bodyIn(form: Form): string {
  return idIn(form.about, 'body');
}
