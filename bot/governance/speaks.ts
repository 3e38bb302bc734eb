import { dateAt } from './calendar.ts';
import type { BodyId, Charter, IsoDate } from './charter.ts';
import type { Around, PersonKey } from './model.ts';
import { isOfBody } from './roles.ts';
import { secretariatOf } from './terms.ts';
import { servesHere } from './two-secretaries.ts';

/** Sits in the body, stands in for somebody who does, or is a secretary of the secretariat that serves it. */
export function speaksFor(body: BodyId, person: PersonKey, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): boolean {
  const today = dateAt(around.charter, around.now);
  return isOfBody(around.charter, around.body(body), person, today, around.one) || servesHere(body, person, around);
}

/** The bodies that are looked at to know who speaks for these. */
export function withSecretariats(charter: Charter, bodies: readonly BodyId[], date: IsoDate): readonly BodyId[] {
  const { secretariat } = charter.collaboration;
  const known = bodies.filter((each) => each !== '');
  return [...new Set([...known, ...known.map((each) => secretariatOf(charter, each, date) ?? secretariat), secretariat])];
}
