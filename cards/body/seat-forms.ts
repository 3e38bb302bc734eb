import { Temporal } from 'temporal-polyfill';
import type { Seat, Terms } from '../../bot/governance/charter/charter.ts';
import { seatOf } from '../../bot/governance/charter/terms.ts';
import { vacancies } from '../../bot/governance/people/composition.ts';
import { type Holding, holdings } from '../../bot/governance/people/roles.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { type Choice, inChannel, named } from '../kit/people.ts';
import { said } from '../kit/said.ts';
import type { Field } from '../kit/sheet.ts';
import { openForm } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';

interface Select {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}
/** A short form: what to choose or write, and the one button that sends it. */
export interface SeatForm {
  readonly heading: string;
  readonly note: string;
  readonly selects: readonly Select[];
  readonly searching: boolean;
  readonly dates: readonly { readonly id: string; readonly label: string; readonly value: string }[];
  readonly sends: readonly { readonly title: string; readonly verb: string; readonly picks: Readonly<Record<string, string>> }[];
  readonly left: string;
}
const noForm: SeatForm = { heading: '', note: '', selects: [], searching: false, dates: [], sends: [], left: '' };

/** The form's fields: what is chosen, a name to look for, and days. */
export function fieldsIn({ selects, searching, dates }: SeatForm, language: Language): readonly Field[] {
  const { seats: text } = textIn(language);
  return [
    ...selects.map((each): Field => ({ ...each, kind: 'one', style: 'compact', hint: text.choose })),
    ...(searching ? [{ kind: 'text', id: 'search', label: text.search, most: 80, required: false } as const] : []),
    ...dates.map((each): Field => ({ ...each, kind: 'date', required: true })),
  ];
}

/** A body with more seats than this fills them from a file. */
const mostChoices = 50;
const forms = ['fill', 'fill-hits', 'deputy', 'deputy-hits', 'undeputy', 'end', 'join', 'join-hits', 'sector', 'sector-hits'] as const;

/** The form a press opened; null: none. A form that follows on a choice which no longer holds begins again. */
export async function seatForm(desk: Desk, body: BodyState, terms: Terms, viewer: Viewer): Promise<SeatForm | null> {
  const open = openForm(viewer, forms);
  if (!open || viewer.kind === 'everyone') return null;
  const text = textIn(viewer.language).seats;
  const { seat = '', appointment = '' } = viewer.picks;
  const today = dateAt(desk.charter, desk.now);
  const held = holdings(desk.charter, body, today);
  const chosenSeat = seatOf(terms, seat);
  const chosen = held.find((each) => each.appointment.id === appointment);

  switch (open) {
    case 'fill':
      return search(viewer, 'fill', [{ id: 'seat', label: text.seat, choices: seatChoices(desk, terms, held, viewer) }]);
    case 'fill-hits': {
      if (!chosenSeat) return search(viewer, 'fill', [{ id: 'seat', label: text.seat, choices: seatChoices(desk, terms, held, viewer) }]);
      const from = { id: 'from', label: text.fromDay, value: freeFrom(chosenSeat, held, today) };
      return hits(desk, body, viewer, said(chosenSeat.name, viewer.language, desk.charter), {
        verb: 'fill',
        picks: { seat },
        dates: [from],
      });
    }
    case 'deputy':
      return search(viewer, 'deputy', [
        { id: 'appointment', label: text.appointment, choices: await appointmentChoices(desk, held, viewer) },
      ]);
    case 'deputy-hits': {
      if (!chosen) return noneLeft(viewer, text.deputy);
      const [name = ''] = await named(desk, [chosen.appointment.person]);
      return hits(desk, body, viewer, name, { verb: 'deputy', picks: { appointment }, without: [chosen.appointment.person] });
    }
    case 'undeputy': {
      const choices = await deputyChoices(desk, held, viewer);
      if (choices.length === 0) return noneLeft(viewer, text.undeputy);
      return send(viewer, text.undeputy, 'undeputy', [{ id: 'deputy', label: textIn(viewer.language).meeting.deputyName, choices }]);
    }
    case 'end': {
      const choices = await appointmentChoices(desk, held, viewer);
      if (choices.length === 0) return noneLeft(viewer, text.end);
      const until = { id: 'until', label: text.untilDay, value: today };
      return { ...send(viewer, text.end, 'end', [{ id: 'appointment', label: text.appointment, choices }]), dates: [until] };
    }
    case 'join':
    case 'sector':
      return search(viewer, open, []);
    case 'join-hits': {
      const { choices, left } = await found(desk, body, viewer, [], false);
      if (choices.length < 2) return { ...search(viewer, 'join', []), note: text.noHits };
      const selects = [
        { id: 'keep', label: text.keep, choices },
        { id: 'join', label: text.joinTo, choices },
      ];
      return { ...send(viewer, text.join, 'join', selects), note: text.joinNote, left };
    }
    case 'sector-hits': {
      const choices = desk.charter.collaboration.sectors.map(({ id, name }) => ({
        title: said(name, viewer.language, desk.charter),
        value: id,
      }));
      return hits(desk, body, viewer, text.sector, {
        verb: 'sector',
        picks: {},
        selects: [{ id: 'sector', label: text.sectorChoice, choices }],
      });
    }
  }
}

type Person = Extract<Viewer, { kind: 'person' }>;

function send({ language }: Person, heading: string, verb: string, selects: readonly Select[]): SeatForm {
  return { ...noForm, heading, selects, sends: [{ title: textIn(language).seats.save, verb, picks: {} }] };
}

/** First step: what it is about, and a name to look for. */
function search({ language }: Person, open: 'fill' | 'deputy' | 'join' | 'sector', selects: readonly Select[]): SeatForm {
  const text = textIn(language).seats;
  if (selects.some(({ choices }) => choices.length === 0)) return { ...noForm, heading: text[open], note: text.noAppointments };
  const sends = [{ title: text.find, verb: 'open', picks: { open: `${open}-hits` } }];
  return { ...noForm, heading: text[open], selects, searching: true, sends };
}

interface Asked {
  readonly verb: 'fill' | 'deputy' | 'sector';
  readonly picks: Readonly<Record<string, string>>;
  readonly selects?: readonly Select[];
  readonly dates?: SeatForm['dates'];
  readonly without?: readonly PersonKey[];
}

/** Second step: choose among those whose name fits. Nobody: search again, with the choice kept. */
async function hits(desk: Desk, body: BodyState, viewer: Person, heading: string, asked: Asked): Promise<SeatForm> {
  const text = textIn(viewer.language).seats;
  const { choices, left } = await found(desk, body, viewer, asked.without ?? [], true);
  if (choices.length === 0) {
    const again = [{ title: text.find, verb: 'open', picks: { ...asked.picks, open: `${asked.verb}-hits` } }];
    return { ...noForm, heading, note: text.noHits, searching: true, sends: again };
  }
  return {
    ...noForm,
    heading,
    note: text.hits(choices.length),
    selects: [{ id: 'person', label: text.person, choices }, ...(asked.selects ?? [])],
    dates: asked.dates ?? [],
    sends: [{ title: text.save, verb: asked.verb, picks: asked.picks }],
    left,
  };
}

function noneLeft({ language }: Person, heading: string): SeatForm {
  return { ...noForm, heading, note: textIn(language).seats.noAppointments };
}

async function found(desk: Desk, body: BodyState, viewer: Person, without: readonly PersonKey[], joined: boolean) {
  const part = viewer.picks.search ?? '';
  const { choices, left } = await inChannel(desk, body.body, viewer.language, { part, first: [], without, joined });
  return { choices, left: left > 0 ? textIn(viewer.language).moreChoices(left) : '' };
}

/** The first day on which somebody new can hold it: where it is taken until a day that is known, the day after. */
function freeFrom(seat: Seat, held: readonly Holding[], today: string): string {
  const there = held.filter((each) => each.seat.id === seat.id);
  const [first] = there.flatMap(({ appointment: { until } }) => (until === null ? [] : [until])).sort();
  const taken = seat.max !== null && there.length >= seat.max;
  return taken && first ? Temporal.PlainDate.from(first).add({ days: 1 }).toString() : today;
}

function seatChoices(desk: Desk, terms: Terms, held: readonly Holding[], { language }: Person): readonly Choice[] {
  const text = textIn(language).seats;
  const stays = (seat: Seat) => held.filter((each) => each.seat.id === seat.id && each.appointment.until === null).length;
  const free = terms.seats.filter((seat) => seat.max === null || stays(seat) < seat.max);
  const vacantFirst = [...free].sort((a, b) => Math.sign(vacancies(b, held)) - Math.sign(vacancies(a, held)));
  return vacantFirst.slice(0, mostChoices).map((seat) => {
    const name = said(seat.name, language, desk.charter, 60);
    return { title: vacancies(seat, held) > 0 ? `${name} (${text.vacant})` : name, value: seat.id };
  });
}

async function appointmentChoices(desk: Desk, held: readonly Holding[], { language }: Person): Promise<readonly Choice[]> {
  const names = await named(
    desk,
    held.map(({ appointment }) => appointment.person),
  );
  return held.slice(0, mostChoices).map(({ appointment, seat }, at) => ({
    title: `${names[at]} – ${said(seat.name, language, desk.charter, 40)}`,
    value: appointment.id,
  }));
}

async function deputyChoices(desk: Desk, held: readonly Holding[], { language }: Person): Promise<readonly Choice[]> {
  const pairs = held.flatMap(({ appointment, seat }) => appointment.deputies.map((deputy) => ({ appointment, seat, deputy })));
  const names = await named(
    desk,
    pairs.map(({ deputy }) => deputy),
  );
  return pairs.slice(0, mostChoices).map(({ appointment, seat, deputy }, at) => ({
    title: `${names[at]} – ${said(seat.name, language, desk.charter, 40)}`,
    value: `${appointment.id} ${deputy}`,
  }));
}
