import type { IsoDate } from '../charter/charter.ts';
import { seatOf, termsInForce } from '../charter/terms.ts';
import { dateAfter, dateAt } from '../time/calendar.ts';
import type { OfADay } from '../vocabulary/ask/passing.ts';
import type { BodyCommand, BodyEvent, BodyState, SeatCommand } from '../vocabulary/body.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Around } from '../vocabulary/subject.ts';

/** Who may sit where: the seat is in the terms and not full, sectors fit, and nobody holds two keys. */
export function decideSeats(state: BodyState, command: SeatCommand, around: Around): readonly BodyEvent[] | Refusal {
  if (command.type === 'FillSeat') return fillSeat(state, command, around);
  const appointment = state.appointments.find((each) => each.id === command.appointment);
  if (!appointment) return { refused: 'no-such-appointment' };
  switch (command.type) {
    case 'EndAppointment':
      if (appointment.until === command.until) return [];
      if (command.until < appointment.from) return { refused: 'ends-before-it-starts' };
      return [{ type: 'AppointmentEnded', v: 1, appointment: appointment.id, until: command.until, ...after(command.until, around) }];
    case 'NameDeputy': {
      const deputy = around.one(command.deputy);
      if (deputy === around.one(appointment.person)) return { refused: 'deputy-is-yourself' };
      if (appointment.deputies.some((each) => around.one(each) === deputy)) return [];
      const seat = seatOf(termsInForce(around.charter, state.body, dateAt(around.charter, around.now)), appointment.seat);
      const sector = seat?.sector ?? null;
      const theirs = around.sectorOf(deputy);
      if (sector && theirs && theirs !== sector)
        return { refused: 'wrong-sector', seat: appointment.seat, sector, clause: seat?.clause ?? null };
      return [{ type: 'DeputyNamed', v: 1, appointment: appointment.id, deputy, sector }];
    }
    case 'RemoveDeputy': {
      const deputy = appointment.deputies.find((each) => around.one(each) === around.one(command.deputy));
      return deputy ? [{ type: 'DeputyRemoved', v: 1, appointment: appointment.id, deputy }] : [];
    }
  }
}

function fillSeat(state: BodyState, command: Extract<BodyCommand, { type: 'FillSeat' }>, around: Around): readonly BodyEvent[] | Refusal {
  const date = command.from > dateAt(around.charter, around.now) ? command.from : dateAt(around.charter, around.now);
  const terms = termsInForce(around.charter, state.body, date);
  const seat = seatOf(terms, command.seat);
  if (!terms || !seat) return { refused: 'not-in-model', what: 'seat' };
  const person = around.one(command.person);
  const lasting = state.appointments.filter((each) => each.until === null || each.until >= command.from);
  if (lasting.some((each) => each.seat === seat.id && around.one(each.person) === person)) return { refused: 'already-in-seat' };
  const sector = around.sectorOf(person);
  if (seat.sector && sector && sector !== seat.sector)
    return { refused: 'wrong-sector', seat: seat.id, sector: seat.sector, clause: seat.clause };
  if (seat.max !== null && lasting.filter((each) => each.seat === seat.id).length >= seat.max) {
    return { refused: 'seat-is-full', clause: seat.clause };
  }
  const keys = terms.keyRule.seats;
  if (keys.includes(seat.id) && lasting.some((each) => keys.includes(each.seat) && around.one(each.person) === person)) {
    return { refused: 'one-person-two-keys', clause: terms.keyRule.clause };
  }
  const filled = { appointment: command.appointment, seat: seat.id, person, from: command.from, sector: seat.sector } as const;
  const later = command.from > dateAt(around.charter, around.now) ? { later: command.from } : {};
  return [{ type: 'SeatFilled', v: 1, ...filled, ...later }];
}

/** Whoever sits until a day that has not passed is still there today. */
function after(until: IsoDate, { charter, now }: Around): OfADay {
  return until < dateAt(charter, now) ? {} : { later: dateAfter(until) };
}
