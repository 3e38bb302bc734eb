import express, { Router } from 'express';
import { z } from 'zod';
import type { Someone } from './activities.ts';
import { asRecord } from './calls.ts';
import type { openPeople, Written } from './people.ts';
import type { StandingPost } from './teams.ts';

interface ClientDeps {
  readonly people: () => ReturnType<typeof openPeople> | null;
  readonly someone: (id: string) => Someone | null;
  readonly cards: (channel: string) => readonly StandingPost[];
  readonly written: () => readonly Written[];
}

/** What a client shows in a channel: a card or what somebody wrote. */
export interface ClientPost {
  readonly activity: string;
  /** The post that began its thread; itself where it did. */
  readonly thread: string;
  readonly from: string | null;
  readonly text: string;
  readonly card: object | null;
  readonly replaced: number;
  readonly at: number;
  /** The button that the client presses by itself for this person. */
  readonly refresh: { readonly verb: string; readonly data: object } | null;
}

const pressed = z.object({
  person: z.string(),
  locale: z.string(),
  activity: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
  trigger: z.enum(['manual', 'automatic']),
});
const wrote = z.object({
  person: z.string(),
  locale: z.string(),
  channel: z.string(),
  text: z.string().max(500),
  thread: z.string().nullable(),
});
const mostBytes = 200_000;

/** What Teams' own client asks its service for: the posts of a channel, a press, a message. Each person gets what they would see. */
export function clientRouter({ people, someone, cards, written }: ClientDeps): Router {
  const router = Router();
  router.use(express.json({ limit: mostBytes }));
  router.get('/posts', (request, response) => {
    const { channel, person } = z.object({ channel: z.string(), person: z.string() }).parse(request.query);
    const shown = cards(channel).filter(({ only }) => only === null || only === person);
    const texts = written().filter((each) => each.channel === channel);
    const posts = [...shown.map((post) => cardPost(post, person)), ...texts.map(textPost)];
    response.json(posts.sort((one, other) => Number(one.activity) - Number(other.activity)));
  });
  router.post('/press', async (request, response) => {
    const { person, locale, activity, verb, data, trigger } = pressed.parse(request.body);
    const who = someone(person);
    const returned = who && (await people()?.press({ ...who, locale }, activity, { verb, data, trigger }));
    if (!returned) return void response.status(404).json({});
    response.json(returned);
  });
  router.post('/messages', async (request, response) => {
    const { person, locale, channel, text, thread } = wrote.parse(request.body);
    const who = someone(person);
    if (who) await people()?.write({ ...who, locale }, channel, text, thread);
    response.json({});
  });
  return router;
}

function cardPost({ activity, conversation, card, replaced, at }: StandingPost, person: string): ClientPost {
  return {
    activity,
    thread: threadIn(conversation, activity),
    from: null,
    text: '',
    card,
    replaced,
    at,
    refresh: refreshFor(card, person),
  };
}

function textPost({ activity, conversation, from, text, at }: Written): ClientPost {
  return { activity, thread: threadIn(conversation, activity), from, text, card: null, replaced: 0, at, refresh: null };
}

function threadIn(conversation: string, activity: string): string {
  return /;messageid=(.+)$/.exec(conversation)?.[1] ?? activity;
}

/** Only those whom the card names see their own view by themselves; the others press for it. */
function refreshFor(card: StandingPost['card'], person: string): ClientPost['refresh'] {
  const { action, userIds } = asRecord(card.refresh);
  const { verb, data } = asRecord(action);
  if (!Array.isArray(userIds) || !userIds.includes(person) || typeof verb !== 'string') return null;
  return { verb, data: asRecord(data) };
}
