import type { BodyId, Charter } from '../charter/charter.ts';
import { comeTogether, type Partakers } from '../charter/gathering.ts';
import type { PlannedDate } from '../vocabulary/year/year.ts';
import type { BodyYear } from './facts.ts';

/** A date that another body has called, and that some of a body take part in. */
export interface SharedDate extends PlannedDate {
  readonly host: BodyId;
  readonly seats: Partakers['seats'];
  readonly stands: BodyYear['stands'];
}

/** Who takes part on a date of a body's year: as its meeting says, or as the model does where it has none yet. */
export function partakersOn(charter: Charter, host: BodyId, { who, gathering, joint }: PlannedDate): readonly Partakers[] {
  return who ?? comeTogether(charter, host, gathering, joint);
}

/** What others have called and a body takes part in, of all years given; what is only a proposal is nobody's date yet. */
export function sharedDates(charter: Charter, years: readonly BodyYear[], body: BodyId): readonly SharedDate[] {
  return years
    .filter(({ body: host }) => host !== body)
    .flatMap(({ body: host, stands, meetings }) =>
      meetings
        .filter(({ beside }) => beside || stands !== 'proposal')
        .flatMap((date): readonly SharedDate[] => {
          const mine = partakersOn(charter, host, date).find((each) => each.body === body);
          return mine ? [{ ...date, host, seats: mine.seats, stands }] : [];
        }),
    )
    .toSorted((one, other) => (`${one.date} ${one.time}` < `${other.date} ${other.time}` ? -1 : 1));
}
