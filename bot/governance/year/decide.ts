import { Temporal } from 'temporal-polyfill';
import type { BodyId } from '../charter/charter.ts';
import { bodyOf } from '../charter/terms.ts';
import { allTurned, type KeyQuestion, keyFor, keyRuleOf, waitedFor } from '../people/keys.ts';
import { mayRun } from '../people/roles.ts';
import { dateAt, instantOf } from '../time/calendar.ts';
import { isRefusal, type Refusal } from '../vocabulary/refusal.ts';
import type { Around } from '../vocabulary/subject.ts';
import type { Turn } from '../vocabulary/turn.ts';
import type { GivenDate, MeetingToPlan, YearCommand, YearEvent, YearMeeting, YearState } from '../vocabulary/year/year.ts';

type Decided = readonly YearEvent[] | Refusal;
/** So many dates are a calendar, not a plan; it also keeps one confirmation within one append. */
const mostDates = 28;

export function propose(state: YearState, given: readonly GivenDate[], around: Around): Decided {
  const wrong = notForThem(state, around) ?? wrongDates(state, given);
  if (wrong) return wrong;
  if (state.phase === 'confirmed') return sameDates(state, given) ? [] : { refused: 'year-is-confirmed' };
  if (state.phase === 'proposed' && sameDates(state, given)) return [];
  return [
    {
      type: 'YearProposed',
      v: 2,
      meetings: revised(state, given),
      asked: waitedFor(yearKeys(state, around, [])),
      at: around.now.toString(),
    },
  ];
}

export function adjust(state: YearState, { meeting: id, to }: Extract<YearCommand, { type: 'AdjustMeeting' }>, around: Around): Decided {
  const wrong = notForThem(state, around);
  if (wrong) return wrong;
  if (state.phase === 'confirmed') return { refused: 'year-is-confirmed' };
  if (state.phase !== 'proposed') return { refused: 'no-year-plan' };
  const was = state.meetings.find((each) => each.id === id) ?? null;
  const meeting = adjusted(was, id, to);
  if (!meeting) return [];
  const misdated = to && wrongDates(state, [...live(state).filter((each) => each.id !== id), meeting]);
  if (misdated) return misdated;
  return [{ type: 'YearAdjusted', v: 2, meeting, asked: waitedFor(yearKeys(state, around, [])), at: around.now.toString() }];
}

/** The plan stands when every key has been turned by a different person. */
export function confirm(state: YearState, seen: number, around: Around): Decided {
  if (state.phase === 'confirmed') return [];
  if (state.phase !== 'proposed') return { refused: 'no-year-plan' };
  if (seen !== state.edition) return { refused: 'year-has-changed' };
  if (!keyRuleOf(around.charter, state.body, dateAt(around.charter, around.now))) {
    return mayRun(around, state.body) ? [confirmed(state, around)] : { refused: 'only-secretaries' };
  }
  if (around.by.kind !== 'person') return { refused: 'only-chairs', clause: null };
  const { person } = around.by;
  const question = yearKeys(state, around);
  const seat = keyFor(question, person);
  if (isRefusal(seat)) return seat;
  if (state.turns.some((turn) => turn.seat === seat)) return [];
  const turn: Turn<'confirmed'> = { seat, person, judgement: 'confirmed', at: around.now.toString() };
  const after = { ...question, turns: [...state.turns, turn] };
  const turned: YearEvent = { type: 'YearKeyTurned', v: 1, edition: state.edition, asked: waitedFor(after), ...turn };
  return allTurned(after) ? [turned, confirmed(state, around)] : [turned];
}

export function setElsewhere(state: YearState, given: readonly GivenDate[], around: Around): Decided {
  if (!bodyOf(around.charter, state.body)) return { refused: 'not-in-model', what: 'body' };
  if (!mayRun(around, state.body)) return { refused: 'only-secretaries' };
  const wrong = wrongDates(state, given);
  if (wrong) return wrong;
  if (state.phase === 'proposed' || state.phase === 'confirmed') return { refused: 'year-is-ours' };
  return state.phase === 'elsewhere' && sameDates(state, given)
    ? []
    : [{ type: 'YearSetElsewhere', v: 2, meetings: revised(state, given) }];
}

function notForThem(state: YearState, around: Around): Refusal | null {
  const body = bodyOf(around.charter, state.body);
  if (!body || body.outside) return { refused: 'not-in-model', what: 'body' };
  if (!mayRun(around, state.body)) return { refused: 'only-secretaries' };
  return state.phase === 'elsewhere' ? { refused: 'year-is-elsewhere' } : null;
}

/** Dates that exist and lie in the year, each under an id of its own. */
function wrongDates(state: YearState, given: readonly GivenDate[]): Refusal | null {
  if (given.length > mostDates) return { refused: 'too-much' };
  if (new Set(given.map(({ id }) => id)).size < given.length) return { refused: 'not-a-date', field: 'date' };
  const wrong = given.find(
    ({ date, time, minutes, id }) => !isDateIn(state.year, date) || !isTime(time) || !(minutes > 0) || !/^[a-z0-9-]+$/.test(id),
  );
  return wrong ? { refused: 'not-a-date', field: 'date' } : null;
}

function isDateIn(year: number, date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  const [of = 0, month = 0, day = 0] = date.split('-').map(Number);
  if (of !== year || month < 1 || month > 12) return false;
  return day >= 1 && day <= Temporal.PlainYearMonth.from({ year: of, month }).daysInMonth;
}

function isTime(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

function live(state: YearState): readonly YearMeeting[] {
  return state.meetings.filter((each) => !each.cancelled);
}

function sameDates(state: YearState, given: readonly GivenDate[]): boolean {
  const line = (each: GivenDate) => JSON.stringify([each.id, each.gathering, whenAndWho(each)]);
  const before = live(state).map(line).sort();
  const now = given.map(line).sort();
  return before.length === now.length && before.every((each, at) => each === now[at]);
}

/** A date under a known id is that meeting, moved; what is no longer in the list is taken out, and stays to be seen as such. */
function revised(state: YearState, given: readonly GivenDate[]): readonly YearMeeting[] {
  const kept = given.map(({ id, gathering, date, time, minutes, joint, online }): YearMeeting => {
    const was = state.meetings.find((each) => each.id === id);
    const now = { id, gathering, date, time, minutes, joint, online };
    const same = was && !was.cancelled && whenAndWho(was) === whenAndWho(now);
    return { ...now, revision: was ? was.revision + (same ? 0 : 1) : 0, cancelled: false };
  });
  const gone = state.meetings.filter((each) => !given.some(({ id }) => id === each.id));
  return [...kept, ...gone.map((each) => (each.cancelled ? each : takenOut(each)))];
}

/** What a calendar shows of it. */
function whenAndWho({ date, time, minutes, joint, online }: GivenDate): string {
  return JSON.stringify([date, time, minutes, joint.toSorted(), online]);
}

/** null: nothing new. */
function adjusted(was: YearMeeting | null, id: string, to: Pick<YearMeeting, 'date' | 'time' | 'minutes'> | null): YearMeeting | null {
  if (!to) return was && !was.cancelled ? takenOut(was) : null;
  const { date, time, minutes } = to;
  if (!was) return { id, gathering: null, date, time, minutes, joint: [], online: false, revision: 0, cancelled: false };
  const same = !was.cancelled && was.date === date && was.time === time && was.minutes === minutes;
  return same ? null : { ...was, date, time, minutes, revision: was.revision + 1, cancelled: false };
}

function takenOut(meeting: YearMeeting): YearMeeting {
  return { ...meeting, revision: meeting.revision + 1, cancelled: true };
}

function confirmed(state: YearState, around: Around): YearEvent {
  const meetings = live(state).flatMap((each): MeetingToPlan[] => {
    const start = instantOf(around.charter, each.date, each.time);
    if (Temporal.Instant.compare(start, around.now) <= 0) return [];
    const end = start.add({ minutes: each.minutes });
    return [{ id: each.id, start: start.toString(), end: end.toString(), ...together(state.body, each, around) }];
  });
  return { type: 'YearConfirmed', v: 1, meetings };
}

/** Whole bodies that the date was made together with; whom a gathering names besides, its meeting says. */
function together(host: BodyId, { gathering, joint }: YearMeeting, { charter }: Around): Pick<MeetingToPlan, 'joint' | 'gathering'> {
  const whole = charter.bodies.map(({ id }) => id).filter((id) => id !== host && joint.includes(id));
  return { joint: whole, ...(gathering === null ? {} : { gathering }) };
}

/** Whose confirmation a plan asks for: chairs, and deputies where they may act. */
export function yearKeys(
  state: YearState,
  around: Pick<Around, 'charter' | 'body' | 'now' | 'one'>,
  turns: KeyQuestion['turns'] = state.turns,
): KeyQuestion {
  const since = turns.length > 0 || state.askedAt !== '' ? state.askedAt : around.now.toString();
  return { charter: around.charter, body: around.body(state.body), now: around.now, since, turns, one: around.one };
}
