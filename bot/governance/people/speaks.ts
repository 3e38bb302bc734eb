import type { BodyId, Charter } from '../charter/charter.ts';
import { bodyOf } from '../charter/terms.ts';
import { dateAt } from '../time/calendar.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { isOfBody } from './roles.ts';
import { servesHere } from './two-secretaries.ts';

/** Sits in the body, stands in for somebody who does, or is a secretary of the secretariat that serves it. */
export function speaksFor(body: BodyId, person: PersonKey, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): boolean {
  const today = dateAt(around.charter, around.now);
  return isOfBody(around.charter, around.body(body), person, today, around.one) || servesHere(body, person, around);
}

/** The bodies that are looked at to know who speaks for these, whichever of their terms are in force. */
export function withSecretariats(charter: Charter, bodies: readonly BodyId[]): readonly BodyId[] {
  const known = bodies.filter((each) => each !== '');
  const served = known.flatMap((each) => bodyOf(charter, each)?.terms ?? []);
  const stated = served.flatMap(({ secretariat }) => (secretariat.stated ? [secretariat.value] : []));
  return [...new Set([...known, ...stated, charter.collaboration.secretariat])];
}
