import type { Refusal } from '../vocabulary/refusal.ts';
import type { Around } from '../vocabulary/subject.ts';
import type { AnswerTakenBack, Turn } from '../vocabulary/turn.ts';

/** One's own answer falls, until all have answered; afterwards there is none to take back, and `moved` says so. */
export function takeBack(turns: readonly Turn<unknown>[], { by, one }: Around, moved: Refusal): readonly AnswerTakenBack[] | Refusal {
  const mine = by.kind === 'person' ? turns.find((turn) => one(turn.person) === one(by.person)) : undefined;
  return mine ? [{ type: 'AnswerTakenBack', v: 1, seat: mine.seat, person: mine.person }] : moved;
}

/** The answers that are left when one has been taken back. */
export function withoutAnswer<J>(turns: readonly Turn<J>[], { seat }: AnswerTakenBack): readonly Turn<J>[] {
  return turns.filter((turn) => turn.seat !== seat);
}
