import type { BodyId, IsoDate } from '../../governance/charter/charter.ts';
import { awaited } from '../../governance/people/awaited.ts';
import { standsInFor } from '../../governance/people/two-secretaries.ts';
import { openAsks } from '../../governance/tables/asks.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import type { Ask, AskKind } from '../../governance/vocabulary/ask/ask.ts';
import type { PersonKey, Stream } from '../../governance/vocabulary/stream.ts';
import type { Remembered } from './remembered.ts';

export interface Waiting {
  readonly about: Stream;
  readonly what: AskKind;
  /** The body in whose channel it is asked. */
  readonly where: BodyId;
  readonly persons: readonly PersonKey[];
}

/** A meeting far off is answered when it comes near. */
const daysAhead = 21;

/** Who is asked something now, and where. */
export function waitingIn({ streams, around }: Remembered): readonly Waiting[] {
  const { charter, now } = around;
  const today = dateAt(charter, now);
  return [...streams].flatMap(([about, { state }]) =>
    openAsks(about, state, charter)
      .filter((ask) => isNear(ask, today))
      .flatMap((ask) => {
        const persons = awaited(ask, around).now;
        const where = around.body(ask.where).channel === null ? (standsInFor(charter, ask.where, today) ?? ask.where) : ask.where;
        return persons.length === 0 ? [] : [{ about, what: ask.what, where, persons }];
      }),
  );
}

/** What is first said when its day has passed does not wait before that. */
function isNear({ what, by, said }: Ask, today: IsoDate): boolean {
  if (by === null) return true;
  if (said === 'late') return by < today;
  return what !== 'meeting-answers' || by <= new Date(Date.parse(today) + daysAhead * 86_400_000).toISOString().slice(0, 10);
}
