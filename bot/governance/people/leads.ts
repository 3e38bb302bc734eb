import type { BodyId } from '../charter/charter.ts';
import { dateAt } from '../time/calendar.ts';
import type { Around } from '../vocabulary/subject.ts';
import { isChair, mayRun } from './roles.ts';
import { servesHere } from './two-secretaries.ts';

/** Leads what a body has taken on: its chairs, its secretaries, and those of the secretariat that serves it. */
export function leads(around: Around, body: BodyId): boolean {
  if (mayRun(around, body)) return true;
  if (around.by.kind !== 'person') return false;
  const today = dateAt(around.charter, around.now);
  const { person } = around.by;
  return isChair(around.charter, around.body(body), person, today, around.one) || servesHere(body, person, around);
}
