import { type RequestHandler, Router } from 'express';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CalendarOf, Desk } from '../cards/kit/card.ts';
import { bodyName } from '../cards/kit/said.ts';
import { toldOf } from '../cards/meeting/told.ts';
import { type Language, nearest, textIn } from '../cards/text/languages.ts';
import type { BodyId } from './governance/charter/charter.ts';
import { seatsHeld } from './governance/people/roles.ts';
import { dateAt } from './governance/time/calendar.ts';
import type { MeetingState } from './governance/vocabulary/meeting.ts';
import { streamOf } from './governance/vocabulary/stream.ts';
import { meetingStream } from './governance/vocabulary/year/streams.ts';
import { partakersOn } from './governance/year/shared.ts';
import { openSigner } from './signed.ts';
import { calendarKeyRecord } from './store/record-name.ts';
import type { Store } from './store/store.ts';
import { type CalendarEntry, calendarText } from './view/calendar/ics.ts';
import { readStanding } from './view/year/plan.ts';

/** Where calendars are read. */
const path = '/kalender';

export interface Calendars {
  /** An address that cannot be guessed; null: this bot's own address is not known. */
  readonly address: (of: CalendarOf) => Promise<string | null>;
  readonly router: Router;
}
export interface CalendarsFrom {
  readonly store: Store;
  readonly now: () => Temporal.Instant;
  readonly desk: (at: Temporal.Instant) => Promise<Desk>;
  /** Where people reach this bot; null: not known. */
  readonly publicUrl: string | null;
}

const asked = z.discriminatedUnion('of', [
  z.object({ of: z.literal('person'), person: z.string(), edition: z.int() }),
  z.object({ of: z.literal('body'), body: z.string(), edition: z.int() }),
  z.object({ of: z.literal('meeting'), meeting: z.string(), until: z.int() }),
]);
type Asked = z.infer<typeof asked>;
const meetingDays = 1;

/**
 * Calendars that people's own programs fetch: a body's meetings, one person's in every body, or one meeting. Whoever has an address reads
 * it without signing in, until it is renewed or, for one meeting, until that is over.
 */
export function openCalendars(from: CalendarsFrom): Calendars {
  const { sign, read } = openSigner(from.store, calendarKeyRecord);
  const answer: RequestHandler<{ token: string }> = async (request, response, next) => {
    const said = asked.safeParse(await read(request.params.token));
    const text = said.success ? await calendarOf(from, said.data) : null;
    if (text === null) return next();
    response.set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-cache',
      'X-Content-Type-Options': 'nosniff',
    });
    response.set('Content-Disposition', `${said.data?.of === 'meeting' ? 'attachment' : 'inline'}; filename="samspil.ics"`);
    response.send(text);
  };
  const router = Router();
  router.get(`${path}/:token.ics`, answer);
  return {
    router,
    address: async (of) => {
      const token = from.publicUrl === null ? null : await tokenFor(from, of);
      return token === null ? null : `${from.publicUrl}${path}/${await sign(token)}.ics`;
    },
  };
}

async function tokenFor({ now, desk }: CalendarsFrom, of: CalendarOf): Promise<Asked | null> {
  const here = await desk(now());
  switch (of.of) {
    case 'body':
      return { ...of, edition: (await here.body(of.body)).calendar };
    case 'person':
      return { of: 'person', person: here.one(of.person), edition: await editionOf(here, of.person) };
    case 'meeting': {
      const meeting = await here.state('meeting', streamOf('meeting', of.meeting));
      return meeting && { ...of, until: Temporal.Instant.from(meeting.end).add({ hours: 24 * meetingDays }).epochMilliseconds };
    }
  }
}

async function editionOf(desk: Desk, person: string): Promise<number> {
  return (await desk.state('persons', 'persons'))?.calendars[desk.one(person)] ?? 0;
}

/** null: the address is no longer good, or there is nothing behind it. */
async function calendarOf(from: CalendarsFrom, what: Asked): Promise<string | null> {
  const { store, now } = from;
  const desk = await from.desk(now());
  const { charter } = desk;
  const year = Number(dateAt(charter, now()).slice(0, 4));
  const language = nearest(charter.collaboration.languages[0] ?? null, 'da');
  const { calendar: text } = textIn(language);
  const writing = { charter, language, now: now() };
  switch (what.of) {
    case 'meeting': {
      const meeting = await desk.state('meeting', streamOf('meeting', what.meeting));
      if (!meeting || now().epochMilliseconds >= what.until) return null;
      const of = Number(dateAt(charter, Temporal.Instant.from(meeting.start)).slice(0, 4));
      const all = await entriesOf(store, desk, meeting.body, of, language);
      const one = all.filter((each) => isOf(each, meeting));
      return one.length === 0 ? null : calendarText({ ...writing, name: null }, one);
    }
    case 'body': {
      if ((await desk.body(what.body)).calendar !== what.edition) return null;
      const all = await everyEntry(store, desk, year, language);
      const entries = all.filter(
        ({ body, meeting }) => body === what.body || partakersOn(charter, body, meeting).some((each) => each.body === what.body),
      );
      const name = bodyName(charter, what.body, language, dateAt(charter, now()));
      return calendarText({ ...writing, name }, entries);
    }
    case 'person': {
      if ((await editionOf(desk, what.person)) !== what.edition) return null;
      const mine: CalendarEntry[] = [];
      for (const entry of await everyEntry(store, desk, year, language)) if (await takesPart(desk, what.person, entry)) mine.push(entry);
      return calendarText({ ...writing, name: text.own }, mine);
    }
  }
}

/** What stands of every body's year, of the years before and after too. */
async function everyEntry(store: Store, desk: Desk, year: number, language: Language): Promise<readonly CalendarEntry[]> {
  const bodies = desk.charter.bodies.filter(({ outside }) => !outside).map(({ id }) => id);
  const all = bodies.flatMap((id) => [year - 1, year, year + 1].map((of) => entriesOf(store, desk, id, of, language)));
  return (await Promise.all(all)).flat();
}

/** What stands of a body's year, each with what is known of its meeting. */
async function entriesOf(store: Store, desk: Desk, body: BodyId, year: number, language: Language): Promise<readonly CalendarEntry[]> {
  const { phase, meetings } = await readStanding(store, desk.charter, body, year);
  const stands = phase === 'empty' ? 'confirmed' : phase;
  return Promise.all(
    meetings.map(async (meeting): Promise<CalendarEntry> => {
      const held = await desk.state('meeting', streamIn({ body, stands, meeting, told: null }, year));
      return { body, stands: held ? 'confirmed' : stands, meeting, told: held && (await toldOf(desk, held, language)) };
    }),
  );
}

/** Somebody who takes part by a seat on the day, runs the body whose meeting it is, or was asked to come instead. */
async function takesPart(desk: Desk, person: string, { body, meeting }: CalendarEntry): Promise<boolean> {
  const here = seatsHeld(desk.charter, await desk.body(body), person, meeting.date, desk.one);
  if (here.some(({ seat }) => seat.role === 'secretary')) return true;
  for (const { body: id, seats } of partakersOn(desk.charter, body, meeting)) {
    const held = seatsHeld(desk.charter, await desk.body(id), person, meeting.date, desk.one);
    if (held.some(({ seat }) => seats === 'everyone' || seat.role === 'chair')) return true;
  }
  const held = await desk.state('meeting', streamIn({ body, stands: 'confirmed', meeting, told: null }, Number(meeting.date.slice(0, 4))));
  return held?.answers.some((each) => each.attendance === 'deputy' && each.deputy !== null && desk.one(each.deputy) === person) ?? false;
}

function streamIn({ body, meeting }: CalendarEntry, year: number) {
  return meeting.beside ? streamOf('meeting', meeting.id) : meetingStream({ body, year }, meeting.id);
}

function isOf({ meeting: { uid } }: CalendarEntry, { meeting }: MeetingState): boolean {
  return uid === `${meeting}@samspil`;
}
