import { Temporal } from 'temporal-polyfill';
import { type BodyState, emptyBody } from '../governance/body.ts';
import { wall } from '../governance/calendar.ts';
import type { BodyId, Charter } from '../governance/charter.ts';
import type { MeetingState } from '../governance/meeting.ts';
import type { PersonKey } from '../governance/model.ts';
import { bodyOf, seatOf } from '../governance/terms.ts';
import { meetingStream, type YearMeeting, type YearState, yearStream } from '../governance/year.ts';
import type { MeetingDate, People } from '../governance/year-series.ts';
import type { Store } from '../store/store.ts';

export interface PlannedDate extends YearMeeting {
  /** Stable over proposals, moves and cancelling: a calendar's UID. */
  readonly uid: string;
  /** Planned by itself, and not by this plan. */
  readonly beside: boolean;
}

/** What is recorded of a year and the ones beside it, and who sits where. */
export interface Recorded {
  readonly plans: ReadonlyMap<BodyId, YearState>;
  /** Live and cancelled ones of the year itself, by body. */
  readonly dates: ReadonlyMap<BodyId, readonly PlannedDate[]>;
  readonly standing: readonly MeetingDate[];
  readonly settled: ReadonlySet<BodyId>;
  readonly people: ReadonlyMap<BodyId, People>;
}

export async function readRecorded(store: Store, charter: Charter, year: number): Promise<Recorded> {
  const plans = new Map<BodyId, YearState>();
  const dates = new Map<BodyId, readonly PlannedDate[]>();
  const people = new Map<BodyId, People>();
  const standing: MeetingDate[] = [];
  const one = await joined(store);
  for (const { id } of charter.bodies) {
    const meetings = await meetingsOf(store, id);
    const body = await bodyStateOf(store, id);
    people.set(id, peopleIn(charter, body, year, one));
    for (const which of [year - 1, year, year + 1]) {
      const plan = await planOf(store, id, which);
      const found = datesIn(charter, which, id, plan, meetings);
      standing.push(...found.filter((each) => !each.cancelled).map((each) => ({ ...each, body: id })));
      if (which !== year) continue;
      if (plan && plan.phase !== 'empty') plans.set(id, plan);
      dates.set(id, found);
    }
  }
  return { plans, dates, standing, settled: new Set(plans.keys()), people };
}

/** A plan's dates, each as its meeting has been moved or cancelled since, and the meetings planned beside it. */
function datesIn(
  charter: Charter,
  year: number,
  body: BodyId,
  plan: YearState | null,
  meetings: readonly MeetingState[],
): readonly PlannedDate[] {
  const planned = (plan?.meetings ?? []).map((each): PlannedDate => {
    const mine = { body, year };
    const held = meetings.find((meeting) => `meeting/${meeting.meeting}` === meetingStream(mine, each.id));
    const uid = uidOf(mine, each.id);
    if (!held) return { ...each, uid, beside: false };
    return {
      ...each,
      ...when(charter, held),
      revision: each.revision + held.moves,
      cancelled: held.phase === 'cancelled',
      uid,
      beside: false,
    };
  });
  const beside = meetings
    .filter((meeting) => !planned.some(({ uid }) => uid === uidOfMeeting(meeting)))
    .map((meeting): PlannedDate => {
      const { meeting: id, moves: revision } = meeting;
      const cancelled = meeting.phase === 'cancelled';
      return { id, gathering: null, ...when(charter, meeting), revision, cancelled, uid: uidOfMeeting(meeting), beside: true };
    })
    .filter(({ date }) => date.startsWith(`${year}-`));
  return inOrder([...planned, ...beside]);
}

function when(charter: Charter, { start, end }: MeetingState): Pick<PlannedDate, 'date' | 'time' | 'minutes'> {
  const [from, until] = [Temporal.Instant.from(start), Temporal.Instant.from(end)];
  const here = wall(charter, from);
  return {
    date: here.toPlainDate().toString(),
    time: here.toPlainTime().toString({ smallestUnit: 'minute' }),
    minutes: Math.round(from.until(until).total('minutes')),
  };
}

export function uidOf(plan: Pick<YearState, 'body' | 'year'>, id: string): string {
  return `${meetingStream(plan, id).slice('meeting/'.length)}@samspil`;
}

function uidOfMeeting({ meeting }: MeetingState): string {
  return `${meeting}@samspil`;
}

async function planOf(store: Store, body: BodyId, year: number): Promise<YearState | null> {
  const state = (await store.recall(yearStream(body, year)))?.state;
  return state?.kind === 'year' ? state : null;
}

async function meetingsOf(store: Store, body: BodyId): Promise<readonly MeetingState[]> {
  const streams = await store.ofBody('meeting', body, { openOnly: false });
  const states = await Promise.all(streams.map(async (stream) => (await store.recall(stream))?.state));
  return states.flatMap((state) => (state?.kind === 'meeting' && state.phase !== 'unplanned' ? [state] : []));
}

async function bodyStateOf(store: Store, body: BodyId): Promise<BodyState> {
  const state = (await store.recall(`body/${body}`))?.state;
  return state?.kind === 'body' ? state : emptyBody(body);
}

async function joined(store: Store): Promise<(person: PersonKey) => PersonKey> {
  const state = (await store.recall('persons'))?.state;
  return (person) => (state?.kind === 'persons' ? (state.joined[person] ?? person) : person);
}

/** Who sits in a body at any time of the year, secretaries too. */
function peopleIn(charter: Charter, state: BodyState, year: number, one: (person: PersonKey) => PersonKey): People {
  const terms = bodyOf(charter, state.body)?.terms ?? [];
  const seated = state.appointments.filter(({ from, until }) => from <= `${year}-12-31` && (until === null || until >= `${year}-01-01`));
  const chairs = seated.filter(({ seat }) => terms.some((each) => seatOf(each, seat)?.role === 'chair'));
  return { everyone: new Set(seated.map(({ person }) => one(person))), chairs: new Set(chairs.map(({ person }) => one(person))) };
}

export function inOrder(dates: readonly PlannedDate[]): readonly PlannedDate[] {
  const key = ({ date, time, uid }: PlannedDate) => `${date} ${time} ${uid}`;
  return [...dates].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
