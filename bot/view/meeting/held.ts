import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate, Seat } from '../../governance/charter/charter.ts';
import { gatheringCalled } from '../../governance/charter/gathering.ts';
import { holdings } from '../../governance/people/roles.ts';
import { dateAt, wall } from '../../governance/time/calendar.ts';
import { begun } from '../../governance/vocabulary/all.ts';
import type { BodyState } from '../../governance/vocabulary/body.ts';
import type { CalledMeeting, Item, ItemKind, OutcomeKind } from '../../governance/vocabulary/meeting.ts';
import type { PersonKey, Stream, TextRef } from '../../governance/vocabulary/stream.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { nameOf } from '../names.ts';

/** A meeting with its words, as plain data. Whoever shows it leaves out what is closed, or does not. */
export interface HeldMeeting {
  readonly id: string;
  /** Those that meet, by name; of a gathering across bodies, what it is called. */
  readonly bodies: readonly string[];
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly place: string;
  readonly extraordinary: boolean;
  readonly phase: CalledMeeting['phase'];
  readonly minutes: CalledMeeting['minutes'];
  readonly items: readonly HeldItem[];
}
export interface HeldItem {
  readonly number: number;
  readonly kind: ItemKind;
  readonly title: string;
  readonly recommendations: readonly string[];
  readonly case: string | null;
  readonly papers: string | null;
  readonly closed: boolean;
  readonly outcome: { readonly kind: OutcomeKind; readonly text: string } | null;
  readonly dissents: readonly { readonly person: PersonKey; readonly seat: string; readonly text: string }[];
}

/** Reads a meeting with every word that has not been erased; null: there is none. */
export async function readMeeting(store: Store, charter: Charter, stream: Stream, language: string): Promise<HeldMeeting | null> {
  const state = begun((await store.recall(stream))?.state, 'meeting');
  if (!state) return null;
  const [start, end] = [wall(charter, Temporal.Instant.from(state.start)), wall(charter, Temporal.Instant.from(state.end))];
  const day = start.toPlainDate().toString();
  const gathering = gatheringCalled(charter, state.body, state.gathering ?? null);
  const seats = await seatsOf(store, charter, state, language, day);
  const words = wordsIn(store);
  return {
    id: state.meeting,
    bodies: gathering
      ? [gathering.name[language] ?? gathering.id]
      : [state.body, ...state.joint].map((body) => nameOf(charter, body, day, language)),
    start,
    end,
    place: await words(stream, state.place),
    extraordinary: state.extraordinary,
    phase: state.phase,
    minutes: state.minutes,
    items: await Promise.all(state.items.map((item, at) => heldItem(item, at + 1, stream, words, seats))),
  };
}

type WordsIn = (stream: Stream, text: TextRef | null) => Promise<string>;
type Seats = ReadonlyMap<PersonKey, string>;

/** An item's proposal stands where it was first proposed; what became of it, in the meeting. */
async function heldItem(item: Item, number: number, meeting: Stream, words: WordsIn, seats: Seats): Promise<HeldItem> {
  return {
    number,
    kind: item.kind,
    title: await words(item.textsIn, item.title),
    recommendations: await Promise.all(item.recommendations.map((each) => words(item.textsIn, each))),
    case: item.case,
    papers: (await words(item.textsIn, item.papers)) || null,
    closed: item.closed,
    outcome: item.outcome && { kind: item.outcome.kind, text: await words(meeting, item.outcome.text) },
    dissents: await Promise.all(
      item.dissents.map(async ({ person, text }) => ({ person, seat: seats.get(person) ?? '', text: await words(meeting, text) })),
    ),
  };
}

function wordsIn(store: Store): WordsIn {
  const read = new Map<Stream, ReturnType<Store['texts']>>();
  return async (stream, text) => {
    if (text === null) return '';
    const texts = read.get(stream) ?? store.texts(stream);
    read.set(stream, texts);
    return (await texts).get(text.ref)?.words ?? '';
  };
}

/** What everyone who had to do with a meeting sat as on its day: the seat and its sector. Joined identities share their seat. */
export async function seatsOf(
  store: Store,
  charter: Charter,
  meeting: CalledMeeting,
  language: string,
  day: IsoDate = dateAt(charter, Temporal.Instant.from(meeting.start)),
): Promise<Seats> {
  const persons = (await store.recall('persons'))?.state;
  const joined = persons?.kind === 'persons' ? persons.joined : {};
  const seats = new Map<PersonKey, string>();
  for (const id of [meeting.body, ...meeting.joint]) {
    const body = await bodyState(store, id);
    for (const { appointment, seat } of body ? holdings(charter, body, day) : []) {
      const name = seatName(charter, seat, language);
      for (const person of [appointment.person, joined[appointment.person] ?? appointment.person, ...appointment.deputies])
        if (!seats.has(person)) seats.set(person, name);
    }
  }
  return seats;
}

async function bodyState(store: Store, id: BodyId): Promise<BodyState | null> {
  const state = (await store.recall(streamOf('body', id)))?.state;
  return state?.kind === 'body' ? state : null;
}

function seatName(charter: Charter, seat: Seat, language: string): string {
  const first = charter.collaboration.languages[0] ?? '';
  const name = seat.name[language] ?? seat.name[first] ?? seat.id;
  const sector = charter.collaboration.sectors.find(({ id }) => id === seat.sector)?.name;
  const of = sector?.[language] ?? sector?.[first];
  return of ? `${name} (${of})` : name;
}
