import type { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate, KeyRule, SeatId } from '../charter/charter.ts';
import { seatOf, termsInForce } from '../charter/terms.ts';
import { dateAt } from '../time/calendar.ts';
import type { BodyState } from '../vocabulary/body.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { IsoInstant, PersonKey } from '../vocabulary/stream.ts';
import type { Turn } from '../vocabulary/turn.ts';
import { runsOn } from './roles.ts';
import { daysOfSilence, silence } from './silence.ts';

/** What a key is asked for in: the rule, who sits where, and since when an answer has been waited for. */
export interface KeyQuestion {
  readonly charter: Charter;
  readonly body: BodyState;
  readonly now: Temporal.Instant;
  readonly since: IsoInstant;
  readonly turns: readonly Turn<unknown>[];
  readonly one: (person: PersonKey) => PersonKey;
}

/** The body's key rule as the terms in force say it; null: no terms, so nobody can judge. */
export function keyRuleOf(charter: Charter, body: BodyId, date: IsoDate): KeyRule | null {
  const rule = termsInForce(charter, body, date)?.keyRule ?? null;
  return rule && rule.seats.length > 0 ? rule : null;
}

/**
 * The key this person may turn now. One person never turns two, whoever's deputy they are and however many identities they have:
 * whoever has turned one has turned theirs. Their own seat comes before one they stand in for.
 */
export function keyFor(question: KeyQuestion, who: PersonKey): SeatId | Refusal {
  const { charter, now, turns, one } = question;
  const person = one(who);
  const rule = keyRuleOf(charter, question.body.body, dateAt(charter, now));
  if (!rule) return { refused: 'no-keys' };
  const mine = turns.find((turn) => one(turn.person) === person);
  const open = rule.seats.filter((seat) => (mine ? seat === mine.seat : !turns.some((turn) => turn.seat === seat)));
  const held = open.find((seat) => holdersOf(question, seat).includes(person));
  if (held) return held;
  const stoodInFor = open.find((seat) => deputiesActing(question, seat).includes(person));
  if (stoodInFor) return stoodInFor;
  const another = rule.seats.some((seat) => [...holdersOf(question, seat), ...deputiesActing(question, seat)].includes(person));
  return another && mine ? { refused: 'one-person-two-keys', clause: rule.clause } : { refused: 'only-chairs', clause: rule.clause };
}

/** Every key of the rule has been turned, by different persons. */
export function allTurned(question: KeyQuestion): boolean {
  const rule = keyRuleOf(question.charter, question.body.body, dateAt(question.charter, question.now));
  const persons = new Set(question.turns.map((turn) => question.one(turn.person)));
  if (!rule || persons.size !== question.turns.length) return false;
  return rule.seats.every((seat) => question.turns.some((turn) => turn.seat === seat));
}

/** Who is waited for now: holders of keys not yet turned, and deputies where they may act. Empty where the seats are vacant. */
export function waitedFor(question: KeyQuestion): readonly PersonKey[] {
  const rule = keyRuleOf(question.charter, question.body.body, dateAt(question.charter, question.now));
  const done = new Set(question.turns.map((turn) => question.one(turn.person)));
  const open = (rule?.seats ?? []).filter((seat) => !question.turns.some((turn) => turn.seat === seat));
  const persons = open.flatMap((seat) => [...holdersOf(question, seat), ...deputiesActing(question, seat)]);
  return [...new Set(persons)].filter((person) => !done.has(person));
}

/** Key seats nobody holds today. */
export function vacantKeys(question: KeyQuestion): readonly SeatId[] {
  const rule = keyRuleOf(question.charter, question.body.body, dateAt(question.charter, question.now));
  return (rule?.seats ?? []).filter((seat) => holdersOf(question, seat).length === 0);
}

function holdersOf({ charter, body, now, one }: KeyQuestion, seat: SeatId): readonly PersonKey[] {
  const today = dateAt(charter, now);
  if (!seatOf(termsInForce(charter, body.body, today), seat)) return [];
  return body.appointments.filter((each) => each.seat === seat && runsOn(each, today)).map((each) => one(each.person));
}

/** Deputies of a seat may act while its holder is away, or has been silent for long. A vacant seat has none. */
function deputiesActing(question: KeyQuestion, seat: SeatId): readonly PersonKey[] {
  const { charter, body, now, since, one } = question;
  const today = dateAt(charter, now);
  const silent = daysOfSilence(charter, since, now) >= silence.deputyActs;
  return body.appointments
    .filter((each) => each.seat === seat && runsOn(each, today))
    .filter((each) => silent || isAway(body, each.person, today, one))
    .flatMap((each) => each.deputies.map(one));
}

export function isAway(body: BodyState, person: PersonKey, date: IsoDate, one: (person: PersonKey) => PersonKey): boolean {
  return body.absences.some((each) => one(each.person) === one(person) && each.from <= date && date <= each.until);
}
