import type { BodyId, Charter, IsoDate, SeatId } from '../charter/charter.ts';
import { bodyOf, secretariatOf, termsInForce } from '../charter/terms.ts';
import { dateAt } from '../time/calendar.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { IsoInstant, PersonKey } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import type { Turn } from '../vocabulary/turn.ts';
import { allTurned, keyFor, keyRuleOf, vacantKeys, waitedFor } from './keys.ts';
import { holdings, isSecretary } from './roles.ts';

type Here = Pick<Around, 'charter' | 'now' | 'one' | 'body' | 'sectorOf'>;
/** What is being answered for a body: since when, and who has answered. */
interface Asked {
  readonly body: BodyId;
  readonly since: IsoInstant;
  readonly turns: readonly Turn<unknown>[];
}

/** A body that meets outside Teams, or has no keys: two of its secretaries, of different sectors, answer for it together. */
export function isServed(charter: Charter, body: BodyId, date: IsoDate): boolean {
  return bodyOf(charter, body)?.outsideTeams === true || keyRuleOf(charter, body, date) === null;
}

/** The bodies that a body answers for: itself, and those without keys in Teams that it serves as secretariat. */
export function bodiesAnsweredFor(charter: Charter, body: BodyId, date: IsoDate): readonly BodyId[] {
  const served = charter.bodies.filter(
    ({ id, outside }) => id !== body && !outside && isServed(charter, id, date) && servedBy(charter, id, date) === body,
  );
  return [body, ...served.map(({ id }) => id)];
}

/** Secretaries of the body, or of the secretariat that serves it. */
export function servesHere(body: BodyId, person: PersonKey, around: Omit<Here, 'sectorOf'>): boolean {
  const today = dateAt(around.charter, around.now);
  return [body, servedBy(around.charter, body, today)].some((each) =>
    isSecretary(around.charter, around.body(each), person, today, around.one),
  );
}

/** The key this person may turn for a body now: a seat of its key rule, or, where two secretaries answer, the one of their sector. */
export function turnFor({ body, since, turns }: Asked, who: PersonKey, around: Here): SeatId | Refusal {
  const { charter, now, one } = around;
  const person = one(who);
  if (!isServed(charter, body, dateAt(charter, now))) return keyFor({ charter, body: around.body(body), now, since, turns, one }, person);
  if (!servesHere(body, person, around)) return { refused: 'only-secretaries' };
  const sector = around.sectorOf(person);
  const seat = `secretary-${sector}`;
  const taken = turns.some((turn) => turn.seat === seat && one(turn.person) !== person);
  return sector === null || taken ? { refused: 'another-sector-confirms' } : seat;
}

export function wholeFor({ body, since, turns }: Asked, around: Here): boolean {
  const { charter, now, one } = around;
  if (!isServed(charter, body, dateAt(charter, now))) return allTurned({ charter, body: around.body(body), now, since, turns, one });
  return new Set(turns.map((turn) => one(turn.person))).size > 1 && new Set(turns.map((turn) => turn.seat)).size > 1;
}

/** Who is waited for now, and the key seats that nobody holds. */
export function waitedForIn(
  { body, since, turns }: Asked,
  around: Here,
): { readonly persons: readonly PersonKey[]; readonly vacant: readonly SeatId[] } {
  const { charter, now, one } = around;
  const today = dateAt(charter, now);
  if (!isServed(charter, body, today)) {
    const question = { charter, body: around.body(body), now, since, turns, one };
    const vacant = vacantKeys(question).filter((seat) => !turns.some((turn) => turn.seat === seat));
    return { persons: waitedFor(question), vacant };
  }
  const done = new Set(turns.map((turn) => turn.seat));
  const secretaries = [...new Set([body, servedBy(charter, body, today)])]
    .flatMap((each) => holdings(charter, around.body(each), today))
    .filter(({ seat }) => seat.role === 'secretary')
    .map(({ appointment }) => one(appointment.person));
  const persons = [...new Set(secretaries)].filter((person) => !done.has(`secretary-${around.sectorOf(person)}`));
  return { persons, vacant: [] };
}

/** The secretariat that runs a body's errands: the one its terms state, or the collaboration's where secretaries answer for it; null: none. */
export function standsInFor(charter: Charter, body: BodyId, date: IsoDate): BodyId | null {
  const stated = secretariatOf(charter, body, date);
  if (stated !== null || body === charter.collaboration.secretariat) return stated;
  return isServed(charter, body, date) ? charter.collaboration.secretariat : null;
}

/** Where whoever answers for a body is asked: where it meets, or, where secretaries answer and it has none of its own, where those of its secretariat do. */
export function whereAsked(charter: Charter, body: BodyId, date: IsoDate): BodyId {
  const own = termsInForce(charter, body, date)?.seats.some(({ role }) => role === 'secretary') ?? false;
  return isServed(charter, body, date) && !own ? servedBy(charter, body, date) : body;
}

/** The secretariat that serves a body: its own, or the collaboration's. */
export function servedBy(charter: Charter, body: BodyId, date: IsoDate): BodyId {
  return secretariatOf(charter, body, date) ?? charter.collaboration.secretariat;
}
