import type { BodyId, Charter, IsoDate, Seat } from '../charter/charter.ts';
import { seatOf, secretariatOf, termsInForce } from '../charter/terms.ts';
import { dateAt } from '../time/calendar.ts';
import type { Appointment, BodyState } from '../vocabulary/body.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';

/** An appointment that runs on a date, with the seat as the terms in force on that date describe it. */
export interface Holding {
  readonly appointment: Appointment;
  readonly seat: Seat;
}
type One = (person: PersonKey) => PersonKey;
const order: Readonly<Record<Seat['role'], number>> = { chair: 0, member: 1, secretary: 2, 'ad-hoc': 3 };

/** Who holds which seat on a date: chairs first, then members, secretaries and ad hoc members. Seats the terms no longer have are left out. */
export function holdings(charter: Charter, body: BodyState, date: IsoDate): readonly Holding[] {
  const terms = termsInForce(charter, body.body, date);
  return body.appointments
    .filter((each) => runsOn(each, date))
    .flatMap((appointment) => {
      const seat = seatOf(terms, appointment.seat);
      return seat ? [{ appointment, seat }] : [];
    })
    .sort((a, b) => order[a.seat.role] - order[b.seat.role]);
}

export function runsOn(appointment: Appointment, date: IsoDate): boolean {
  return appointment.from <= date && (appointment.until === null || appointment.until >= date);
}

/** The seats a person holds on a date, most weighty first; joined identities count as one. */
export function seatsHeld(charter: Charter, body: BodyState, person: PersonKey, date: IsoDate, one: One): readonly Holding[] {
  return holdings(charter, body, date).filter((each) => one(each.appointment.person) === one(person));
}

/** Secretaries prepare and run the body; a secretary's deputy does so too. */
export function isSecretary(charter: Charter, body: BodyState, person: PersonKey, date: IsoDate, one: One): boolean {
  return holdings(charter, body, date).some(
    ({ appointment, seat }) =>
      seat.role === 'secretary' && [appointment.person, ...appointment.deputies].some((each) => one(each) === one(person)),
  );
}

/** Has a seat in the body, or is deputy for one. */
export function isOfBody(charter: Charter, body: BodyState, person: PersonKey, date: IsoDate, one: One): boolean {
  return holdings(charter, body, date).some(({ appointment }) =>
    [appointment.person, ...appointment.deputies].some((each) => one(each) === one(person)),
  );
}

export function isChair(charter: Charter, body: BodyState, person: PersonKey, date: IsoDate, one: One): boolean {
  return seatsHeld(charter, body, person, date, one).some(({ seat }) => seat.role === 'chair');
}

/** Runs this body now: its secretaries (where it has none, those of the secretariat that serves it), administrators, and the operator's command line. */
export function mayRun(around: Around, body: BodyId): boolean {
  const { by } = around;
  if (by.kind === 'operator') return true;
  if (by.kind !== 'person') return false;
  return by.administrator || runsBody(around, body, by.person);
}

/** A secretary of the body itself; where nobody is, one of the secretariat that serves it. */
export function runsBody(
  { charter, now, one, body }: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
  id: BodyId,
  person: PersonKey,
): boolean {
  const today = dateAt(charter, now);
  return isSecretary(charter, body(runBy(charter, body(id), today)), person, today, one);
}

/** The body whose secretaries run this one. */
export function runBy(charter: Charter, body: BodyState, date: IsoDate): BodyId {
  if (holdings(charter, body, date).some(({ seat }) => seat.role === 'secretary')) return body.body;
  return secretariatOf(charter, body.body, date) ?? charter.collaboration.secretariat;
}
