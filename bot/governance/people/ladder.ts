import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { dateAt, instantOf, isPromptDay, workingDaysAfter, workingDaysBefore } from '../time/calendar.ts';
import type { Ask, AskLog, Rung } from '../vocabulary/ask/ask.ts';
import { silence, silentSince } from './silence.ts';

/** A reminder and the day on which it is due. */
export interface LadderStep {
  readonly rung: Rung;
  readonly on: IsoDate;
}

/** The days on which an ask is reminded of, in order. Days of silence do not count in holiday months. */
function ladderOf(charter: Charter, { ladder, since, by }: Ask): readonly LadderStep[] {
  const after = (from: string) => (rung: 5 | 10 | 15) => ({ rung, on: silentSince(charter, from, rung) });
  switch (ladder) {
    case 'keys':
    case 'again-5':
      return all.map(after(since));
    case 'again-15':
      return [after(since)(silence.secretariatTold)];
    case 'dated':
    case 'nearing': {
      if (by === null) return [];
      const near = workingDaysBefore(charter, by, 10);
      const nearing = ladder === 'nearing' && near > dateAt(charter, Temporal.Instant.from(since));
      const late = all.map(after(instantOf(charter, by, '12:00').toString()));
      return [...(nearing ? [{ rung: -10, on: near } as const] : []), { rung: 1, on: workingDaysAfter(charter, by, 1) }, ...late];
    }
    case 'last-day':
      return by === null ? [] : [{ rung: 0, on: by }];
    case 'own':
      return [];
  }
}
const all = [silence.reminded, silence.deputyActs, silence.secretariatTold] as const;

/**
 * The reminder that was said last; null: none. One that names no ask was of this one if it was said while this was asked; the last of those
 * is said again, for only one that names its ask brings it onto the secretariat's list.
 */
export function lastSaid(charter: Charter, { id, since, by }: Ask, log: AskLog | undefined): Rung | null {
  const from = by ?? dateAt(charter, Temporal.Instant.from(since));
  const said = (log?.reminded ?? [])
    .filter(({ ask, on }) => ask === id || (ask === null && on > from))
    .flatMap(({ ask, rung }) => (typeof rung !== 'number' || (ask === null && rung === silence.secretariatTold) ? [] : [rung]));
  return said.length === 0 ? null : (Math.max(...said) as Rung);
}

/** The reminders still to come; of several that are due, only the last is worth saying. */
export function stepsLeft(charter: Charter, ask: Ask, log: AskLog | undefined): readonly LadderStep[] {
  const last = lastSaid(charter, ask, log);
  return ladderOf(charter, ask).filter(({ rung }) => last === null || rung > last);
}

/** The day on which it is closed as unanswered: a year after it was asked, or should have been done. */
export function closesOn(charter: Charter, { since, by }: Ask): IsoDate {
  let day = Temporal.PlainDate.from(by ?? dateAt(charter, Temporal.Instant.from(since))).add({ years: 1 });
  while (!isPromptDay(charter, day.toString())) day = day.add({ days: 1 });
  return day.toString();
}
