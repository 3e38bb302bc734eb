import type { Charter, IsoDate, Terms } from './charter.ts';

/** The days on which a ledger took in that readings were corrected, by `Terms.id`; `was` is the hash it knew them by. */
export type CorrectedOn = Readonly<Record<string, readonly { readonly was: string; readonly on: IsoDate }[]>>;

/** The charter of one ledger: each former reading with the day until which it was the one in use there. */
export function withCorrected(charter: Charter, corrected: CorrectedOn): Charter {
  if (Object.keys(corrected).length === 0) return charter;
  const dated = (terms: Terms): Terms => ({
    ...terms,
    readings: terms.readings.map((reading) => {
      const names = [reading.was, ...terms.formerly.filter(({ hash }) => hash === reading.was).flatMap(({ worded }) => worded)];
      return { ...reading, until: corrected[terms.id]?.find(({ was }) => names.includes(was))?.on ?? null };
    }),
  });
  const bodies = charter.bodies.map((body) =>
    body.terms.some(({ id }) => corrected[id]) ? { ...body, terms: body.terms.map(dated) } : body,
  );
  return { ...charter, bodies };
}

/** The charter as it was read on a day: what was raised before a reading was corrected keeps the one it was raised under. */
export function asReadOn(charter: Charter, date: IsoDate): Charter {
  if (!charter.bodies.some(({ terms }) => terms.some((each) => readOn(each, date) !== each))) return charter;
  return { ...charter, bodies: charter.bodies.map((body) => ({ ...body, terms: body.terms.map((each) => readOn(each, date)) })) };
}

function readOn(terms: Terms, date: IsoDate): Terms {
  return terms.readings.find(({ until }) => until !== null && date < until)?.terms ?? terms;
}
