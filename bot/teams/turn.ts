import { setTimeout } from 'node:timers/promises';
import type { TurnState } from '@microsoft/teams-ai';
// The whole package would bring a client for language models and their tokens, which takes a third of a second at every start.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { Activity, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Deck } from '../../cards/kit/card.ts';
import { namesIn } from '../../cards/kit/said.ts';
import { type Language, refusalSentence } from '../../cards/text/languages.ts';
import type { BodyId } from '../governance/charter/charter.ts';
import { isRefusal, type Refusal } from '../governance/vocabulary/refusal.ts';
import type { LanguageOf } from './conversation.ts';
import { drawOwnView, type OwnViewDeps } from './draw.ts';
import { aboutIn, press, unknownCard } from './press.ts';
import type { Presser, Pressing } from './presser.ts';

/** What the presser gets: a card of their own, or a sentence. */
type Answer = { readonly card: Readonly<Record<string, unknown>> } | { readonly sentence: string };

export interface Turns extends Pressing, OwnViewDeps {
  readonly deck: Deck;
  readonly languageOf: LanguageOf;
  readonly identified: (activity: Activity) => Promise<Presser | Refusal>;
  /** What a press means beyond itself: the channel was heard from. */
  readonly heard: (activity: Activity) => void;
  /** The message whose card everybody sees replaced by the view that a press on it brings; null in Teams, where only the presser does. */
  readonly sharedView: (activity: Activity) => string | null;
  readonly said: (activity: Activity) => Promise<void>;
  readonly installation: (activity: Activity) => Promise<void>;
  readonly update: (activity: Activity) => Promise<void>;
  /** A press that takes longer is answered with a sentence; what is decided after that stands all the same. */
  readonly pressMs: number;
  readonly log: Logger;
}

/** teams-ai's Application as a router and nothing more: no storage, no typing, and every invoke answered by us, once. */
export function openRouter(turns: Turns): Application<TurnState> {
  const router = new Application<TurnState>({ startTypingTimer: false });
  const verbs = new Set(['view', ...Object.values(turns.deck).flatMap((card) => Object.keys(card.verbs))]);
  for (const verb of verbs) {
    router.adaptiveCards.actionExecute(verb, async (context, _state, data: unknown) => {
      await answer(context, await answerInTime(turns, context.activity, verb, data));
      return '';
    });
  }
  router.activity('installationUpdate', (context) => turns.installation(context.activity));
  router.activity('conversationUpdate', (context) => turns.update(context.activity));
  router.activity('message', (context) => turns.said(context.activity));
  return router;
}

/** A turn through the router; what it does not know is answered 200, an unknown button with a sentence. */
export async function takeTurn(router: Application<TurnState>, turns: Turns, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (await router.run(context)) return;
  if (activity.type === 'invoke') await answer(context, { sentence: sentenceOf(turns, turns.languageOf(activity), unknownCard) });
}

async function answerInTime(turns: Turns, activity: Activity, verb: string, data: unknown): Promise<Answer> {
  const inTime = new AbortController();
  const tooLate = async (): Promise<Answer> => {
    await setTimeout(turns.pressMs, null, { signal: inTime.signal });
    turns.log.warn({ verb }, 'a press took too long');
    return { sentence: sentenceOf(turns, turns.languageOf(activity), { refused: 'try-again' }) };
  };
  try {
    return await Promise.race([answerTo(turns, activity, verb, data), tooLate()]);
  } finally {
    inTime.abort();
  }
}

async function answerTo(turns: Turns, activity: Activity, verb: string, data: unknown): Promise<Answer> {
  const language = turns.languageOf(activity);
  try {
    const presser = await turns.identified(activity);
    if (isRefusal(presser)) return { sentence: sentenceOf(turns, language, presser) };
    turns.heard(activity);
    const shown = await press(turns, presser, {
      verb,
      data,
      automatic: activity.value?.trigger === 'automatic',
      message: turns.sharedView(activity),
    });
    if (isRefusal(shown)) return explained(turns, presser.language, shown, data);
    const viewer = { kind: 'person', person: presser.one, administrator: presser.administrator, language: presser.language } as const;
    const drawn = await drawOwnView(turns, shown.card, shown.about, shown.occasion, { ...viewer, ...shown.opened });
    return drawn ? { card: drawn.card } : { sentence: sentenceOf(turns, presser.language, unknownCard) };
  } catch (fault) {
    turns.log.error({ err: fault, verb }, 'a press failed');
    return { sentence: sentenceOf(turns, language, { refused: 'try-again' }) };
  }
}

/** The clause a refusal points at is looked up in the terms of the body that the button is about. */
async function explained(turns: Turns, language: Language, refusal: Refusal, data: unknown): Promise<Answer> {
  const about = aboutIn(data);
  const body = about ? ((await turns.store.recall(about))?.index.body ?? null) : null;
  return { sentence: sentenceOf(turns, language, refusal, body) };
}

function sentenceOf(turns: Turns, language: Language, refusal: Refusal, body: BodyId | null = null): string {
  return refusalSentence(language, refusal, namesIn(turns.charter(), body, language, turns.now()));
}

/** teams-ai would broadcast a returned card to the whole channel; sent like this it reaches the presser alone. */
async function answer(context: TurnContext, given: Answer): Promise<void> {
  const body =
    'card' in given
      ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: given.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: given.sentence };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}
