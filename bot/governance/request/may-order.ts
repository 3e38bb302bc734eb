import type { BodyId, Charter, ClauseId, IsoDate } from '../charter/charter.ts';
import { termsInForce } from '../charter/terms.ts';

/** Whether a body may order something from another, and the clause that says so: it stands above it, or its terms let it hand work there. */
export function mayOrder(charter: Charter, from: BodyId, to: BodyId, date: IsoDate): ClauseId | null {
  const { above } = termsInForce(charter, to, date) ?? { above: { stated: false } as const };
  if (above.stated && above.value === from) return above.clause;
  return mayDelegate(charter, from, to, date);
}
export function mayDelegate(charter: Charter, from: BodyId, to: BodyId, date: IsoDate): ClauseId | null {
  return termsInForce(charter, from, date)?.links.find((link) => link.how === 'delegates-to' && link.body === to)?.clause ?? null;
}

/** The bodies it may order from on a date, each with the clause. */
export function recipientsOf(
  charter: Charter,
  from: BodyId,
  date: IsoDate,
): readonly { readonly body: BodyId; readonly clause: ClauseId }[] {
  return charter.bodies.flatMap(({ id, outside }) => {
    const clause = outside || id === from ? null : mayOrder(charter, from, id, date);
    return clause === null ? [] : [{ body: id, clause }];
  });
}
