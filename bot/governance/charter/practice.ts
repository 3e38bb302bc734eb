import type { BodyId, Charter, IsoDate } from './charter.ts';
import type { Matter } from './matter.ts';
import { bodyOf, termsInForce } from './terms.ts';

/** Whom any terms of that day want told of what binds general practice: it concerns them wherever it is decided. */
export function toldOfPractice(charter: Charter, matter: Matter, date: IsoDate): readonly BodyId[] {
  if (!matter.weighs.includes('practice-duty')) return [];
  const tells = charter.bodies.flatMap(({ id }) => termsInForce(charter, id, date)?.tells ?? []);
  return [...new Set(tells.filter(({ any }) => any.includes('practice-duty')).map(({ body }) => body))];
}

/** Those of them that no card reaches: somebody tells them, and says so. */
export function toldByHand(charter: Charter, matter: Matter, date: IsoDate): readonly BodyId[] {
  return toldOfPractice(charter, matter, date).filter((id) => {
    const body = bodyOf(charter, id);
    return body?.outside === true || body?.outsideTeams === true;
  });
}
