import type { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { dateAt, instantOf, mayPrompt } from '../time/calendar.ts';
import type { Due } from '../vocabulary/due.ts';
import type { CheckIn, CheckInCommand, CheckInEvent, FollowUpRow, FollowUpState } from '../vocabulary/milestone/follow-up.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';
import type { Around } from '../vocabulary/subject.ts';
import { nextDueAsking, nextQuarterDay, promptDaysAfter, shifted } from './check-in-dates.ts';
import { withNote } from './follow-up-answer.ts';
import { answeredFor, hasNoAnswer, waitsSince } from './standing.ts';

/** Days on which prompts go out, to answer in. Ours. */
const daysToAnswer = 5;
/** So many quarterly check-ins in a row without an answer are said to the chairs. */
const silentQuarters = 2;
const keptCheckIns = 4;

/** What a body is due to be asked by now. What was missed meanwhile comes as one. */
export function checkInDue(charter: Charter, state: FollowUpState, now: Temporal.Instant): readonly Due[] {
  if (!mayPrompt(charter, now)) return [];
  const today = dateAt(charter, now);
  const asked = asking(charter, state, today);
  const silent = silenceOn(charter, state);
  return [
    ...(silent !== null && silent <= today
      ? [{ occasion: writeOccasion<'clock'>({ what: 'silence', mark: silent }), command: { type: 'SaySilence', on: silent } as const }]
      : []),
    ...(asked === null
      ? []
      : [{ occasion: writeOccasion<'clock'>({ what: 'check-in', mark: asked.on }), command: { type: 'CheckIn', on: asked.on } as const }]),
  ];
}

/** When it is next due to be looked at, in milliseconds; null: never. */
export function checkInDueAt(charter: Charter, state: FollowUpState): number | null {
  const days = state.rows.flatMap((row) => nextFor(charter, row, state.lookedAt)?.on ?? []);
  const silent = silenceOn(charter, state);
  const [first] = [...days, ...(silent === null ? [] : [silent])].sort();
  return first === undefined ? null : instantOf(charter, first, charter.collaboration.defaults.promptsFrom).epochMilliseconds;
}

export function decideCheckIn(state: FollowUpState, command: CheckInCommand, around: Around): readonly CheckInEvent[] {
  switch (command.type) {
    case 'CheckIn': {
      const asked = asking(around.charter, state, command.on);
      if (asked === null) return [];
      const answerBy = promptDaysAfter(around.charter, dateAt(around.charter, around.now), daysToAnswer);
      return [{ type: 'CheckedIn', v: 1, ...asked, answerBy }];
    }
    case 'SaySilence': {
      const rows = state.rows.filter(isSilent).map(({ key }) => key);
      return rows.length === 0 ? [] : [{ type: 'SilenceSaid', v: 1, rows, on: command.on }];
    }
  }
}

export function evolveCheckIn(state: FollowUpState, event: CheckInEvent): FollowUpState {
  const of = new Set(event.rows);
  switch (event.type) {
    case 'CheckedIn': {
      const { on, rows: keys, quarterly, answerBy } = event;
      const rows = state.rows.map((row) =>
        of.has(row.key)
          ? { ...row, askedOn: on, waitsSince: quarterly ? on : waits(row, on), silentQuarters: row.silentQuarters + (quarterly ? 1 : 0) }
          : row,
      );
      const checkIns = kept([...state.checkIns, { on, rows: keys, quarterly, answerBy }]);
      return { ...state, rows, checkIns, lookedAt: on };
    }
    case 'SilenceSaid': {
      const rows = state.rows.map((row) => (of.has(row.key) ? { ...row, attention: 'silent' as const } : row));
      const plans = new Set(rows.filter(({ key }) => of.has(key)).map(({ plan }) => plan));
      const noted = [...plans].reduce(
        (notes, plan) =>
          withNote(
            notes,
            plan,
            event.on,
            rows.filter((row) => row.plan === plan && of.has(row.key)).map(({ key }) => key),
          ),
        state.noted,
      );
      return { ...state, rows, noted };
    }
  }
}

/** What waited already is not something new that falls to somebody. */
function waits(row: FollowUpRow, on: IsoDate): IsoDate {
  return hasNoAnswer(row) ? (waitsSince(row) ?? on) : on;
}

/** Everything whose day has come since the last check-in and that nobody has answered for meanwhile, under the newest of those days. */
function asking(charter: Charter, state: FollowUpState, today: IsoDate): Omit<CheckIn, 'answerBy'> | null {
  const due = state.rows.flatMap((row) => {
    const days: Occasion[] = [];
    for (let next = nextFor(charter, row, state.lookedAt); next !== null && next.on <= today; next = nextFor(charter, row, next.on))
      days.push(next);
    const last = days.at(-1);
    return last ? [{ row: row.key, on: last.on, quarterly: days.some((each) => each.quarterly) }] : [];
  });
  const on = due
    .map((each) => each.on)
    .sort()
    .at(-1);
  return on === undefined ? null : { on, rows: due.map(({ row }) => row), quarterly: due.some(({ quarterly }) => quarterly) };
}

interface Occasion {
  readonly on: IsoDate;
  readonly quarterly: boolean;
}

/** The next day after another on which this row is asked about, unless somebody answers before; null: never. */
function nextFor(charter: Charter, row: FollowUpRow, after: IsoDate | null): Occasion | null {
  if (row.withdrawn || row.answer?.status === 'done') return null;
  const begins = row.from !== null && row.from > row.since ? row.from : row.since;
  const dayBefore = shifted(begins, -1);
  for (let last = after !== null && after > dayBefore ? after : dayBefore; ; ) {
    const quarter = nextQuarterDay(charter, last);
    const due = nextDueAsking(charter, row.due, last);
    const on = quarter < due ? quarter : due;
    if (!(on < quarter && isCrowded(row, on, quarter)) && !answeredFor(row, on)) return { on, quarterly: quarter === on };
    last = on;
  }
}

/** It was asked about less than a week before, or will be for the quarter within one. */
function isCrowded({ askedOn }: FollowUpRow, on: IsoDate, quarter: IsoDate): boolean {
  return (askedOn !== null && on < shifted(askedOn, 7)) || quarter < shifted(on, 7);
}

/** The day on which too long a silence is said: when the last quarterly check-in should have been answered. */
function silenceOn(charter: Charter, state: FollowUpState): IsoDate | null {
  const last = state.checkIns.findLast(({ quarterly }) => quarterly);
  return last && state.rows.some(isSilent) ? promptDaysAfter(charter, last.answerBy, 1) : null;
}

function isSilent(row: FollowUpRow): boolean {
  return hasNoAnswer(row) && row.silentQuarters >= silentQuarters && row.attention !== 'silent';
}

/** The last few, and the last quarterly one, whose silence is still to be said. */
function kept(checkIns: readonly CheckIn[]): readonly CheckIn[] {
  const quarterly = checkIns.findLastIndex((each) => each.quarterly);
  return checkIns.filter((_each, at) => at === quarterly || at >= checkIns.length - keptCheckIns);
}
