import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { BodyId, Charter } from '../governance/charter/charter.ts';
import { instantOf, wall } from '../governance/time/calendar.ts';
import type { Written } from './connector/people.ts';
import type { StandingPost } from './connector/teams.ts';
import type { RoomLook } from './look/look.ts';
import type { Role } from './world/cast.ts';

interface ErrandDeps {
  readonly charter: Charter;
  readonly cast: readonly Role[];
  readonly channels: readonly { readonly id: string; readonly body: BodyId; readonly name: string }[];
  readonly cards: (channel: string) => readonly StandingPost[];
  readonly written: () => readonly Written[];
  readonly look: () => RoomLook | null;
  /** The newest thing that somebody has seen in a channel. */
  readonly read: (person: string, channel: string) => string;
  readonly reads: (person: string, channel: string) => void;
  readonly revision: () => number;
  /** Resolves when something has changed since, or after so long. */
  readonly changes: (after: number, ms: number) => Promise<void>;
  readonly now: () => Temporal.Instant;
  readonly moves: (to: Temporal.Instant) => Promise<void>;
  /** Something that the page shows is another now. */
  readonly changed: () => void;
  readonly again: () => void;
  readonly log: Logger;
}

const asked = z.object({ language: z.enum(['da', 'en']), person: z.string(), after: z.coerce.number() });
const moved = z.union([
  z.object({ to: z.enum(['next', 'day']), language: z.enum(['da', 'en']) }),
  z.object({ to: z.iso.date(), language: z.enum(['da', 'en']) }),
]);
const patienceMs = 25_000;

/** What the page asks of the room itself, and not of its Teams: who is there, what comes next, what was written in the ledger, the clock, and a new beginning. */
export function errandRouter(deps: ErrandDeps): Router {
  const { charter, cast, channels, cards, written, look, read, revision, now } = deps;
  const router = Router();
  const world = randomUUID();

  router.get('/look', async (request, response) => {
    const { language, person, after } = asked.parse(request.query);
    await deps.changes(after, patienceMs);
    const at = revision();
    const seen = await look()?.at(at, language);
    if (!seen) return void response.json({ revision: 0 });
    const { waiting, bodies, ...shown } = seen;
    const above = channels.find(({ body }) => body === shown.leads.above)?.id;
    const status = written().some(({ channel, text }) => channel === above && /status/i.test(text));
    response.json({
      ...shown,
      tour: { ...shown.tour, status },
      revision: at,
      world,
      now: now().toString(),
      timeZone: charter.collaboration.timeZone,
      people: cast.map(({ person: { id, name } }) => ({ id, name })),
      channels: bodies.map(({ id, kind, short, name }) => {
        const channel = channels.find((each) => each.body === id)?.id ?? null;
        const people = [...new Set(waiting.filter((each) => each.where === id).flatMap((each) => each.people))];
        return { channel, body: id, kind, short, name, waits: people, unread: channel === null ? 0 : unread(channel, person) };
      }),
    });
  });

  router.post('/read', (request, response) => {
    const { person, channel } = z.object({ person: z.string(), channel: z.string() }).parse(request.body);
    deps.reads(person, channel);
    response.json({});
  });

  router.post('/clock', async (request, response) => {
    const { to, language } = moved.parse(request.body);
    const next = (await look()?.at(revision(), language))?.next ?? null;
    const target = to === 'next' ? (next?.at ?? null) : timeFor(to);
    if (target === null) return void response.json({ says: [] });
    await deps.moves(typeof target === 'string' ? now().add(now().until(target)) : target);
    response.json({ says: to === 'next' ? (next?.says ?? []) : [] });
  });

  router.get('/check', async (_request, response) => {
    response.json((await look()?.check()) ?? { entries: 0, faults: [] });
    deps.changed();
  });

  router.post('/again', (_request, response) => {
    response.json({});
    deps.again();
  });

  function unread(channel: string, person: string): number {
    const since = Number(read(person, channel));
    const shown = cards(channel).filter(({ only }) => only === null || only === person);
    const newer = [...shown, ...written().filter((each) => each.channel === channel && each.from !== person)];
    return newer.filter(({ activity }) => Number(activity) > since).length;
  }

  /** Only forwards: a ledger does not go back. */
  function timeFor(to: string): Temporal.Instant | null {
    const here = wall(charter, now());
    const target = to === 'day' ? here.add({ days: 1 }).toInstant() : instantOf(charter, to, '09:00');
    return target.epochMilliseconds > now().epochMilliseconds ? target : null;
  }
  return router;
}
