import type { Charter, IsoDate } from '../charter/charter.ts';
import { instantOf } from '../time/calendar.ts';
import { firstDayOf, halfOf, promptDayFrom } from '../time/periods.ts';
import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { InitiativeState } from '../vocabulary/initiative.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { firstDayOfHalf, indicatorsMissing } from './silence.ts';

/** The owner is asked how patients are involved, and each body that reports is asked for its values. */
export function initiativeAsks(about: Stream, state: InitiativeState, charter: Charter): readonly Ask[] {
  const { owner, patients, patientsAsked, indicatorsAsked } = state;
  if (owner === null || state.stage === 'closed') return [];
  const from = (day: IsoDate) => {
    const opens = instantOf(charter, promptDayFrom(charter, day), charter.collaboration.defaults.promptsFrom).toString();
    return opens > state.since ? opens : state.since;
  };
  const under = `${about}:initiative@in-${owner}`;
  const told = patients !== null && patientsAsked !== null && halfOf(patients.on) >= patientsAsked;
  const involved =
    patientsAsked === null || told
      ? []
      : [
          askFor(about, 'initiative-patients', `${patientsAsked}-in-${owner}`, {
            since: from(firstDayOfHalf(patientsAsked)),
            of: { role: 'runs', body: owner },
            where: owner,
            under,
          }),
        ];
  if (indicatorsAsked === null) return involved;
  const { quarter, indicators } = indicatorsAsked;
  const owed = indicatorsMissing(state, quarter).filter(({ id }) => indicators.includes(id));
  const reporting = [...new Set(owed.map(({ reportedBy }) => reportedBy))];
  const values = reporting.map((body) =>
    askFor(about, 'initiative-numbers', `${quarter}-in-${body}`, {
      since: from(firstDayOf(quarter)),
      of: { role: 'runs', body },
      where: body,
      under: `${about}:initiative@in-${body}`,
    }),
  );
  return [...involved, ...values];
}
