import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { Card, CardName, Language } from '../../cards/card.ts';
import { languages, nearest } from '../../cards/text/languages.ts';
import type { Address, Courier } from '../courier.ts';
import type { Stream } from '../governance/model.ts';
import { threadOf } from './conversation.ts';
import { type Drawing, draw } from './draw.ts';
import { saidIn, wordOf } from './words.ts';

export type Words = Readonly<Record<Language, Readonly<Record<string, CardName>>>>;

export interface Saying extends Drawing {
  readonly deck: Readonly<Record<CardName, Card>>;
  readonly words: Words;
  readonly courier: Courier;
  readonly fallback: () => Language;
  readonly signal: AbortSignal;
  readonly log: Logger;
}
interface Asked {
  readonly card: CardName;
  readonly language: Language;
}

/** The card a word asks for, posted as a reply in the thread it was written in. It is an answer, not a notice: nothing remembers it. */
export async function replyTo(saying: Saying, activity: Activity, address: Address): Promise<void> {
  const asked = askedFor(saying, activity);
  const card = saying.deck[asked.card];
  if (!card) throw new Error(`no card is called ${asked.card}`);
  const body = await (await saying.desk(saying.now())).bodyIn(address.channel);
  const viewer = { kind: 'everyone', language: asked.language } as const;
  const abouts: readonly Stream[] = [...(body ? [`body/${body}` as const] : []), `channel/${address.channel}`];
  for (const about of abouts) {
    const drawn = await draw(saying, card, about, null, viewer);
    if (!drawn) continue;
    const thread = activity.conversation.id;
    const root = threadOf(activity) ?? activity.id ?? thread;
    await saying.courier.post(address, drawn, { channel: address.channel, conversation: thread, activity: root }, saying.signal);
    return;
  }
  saying.log.warn({ card: asked.card }, 'a word asked for a card that has nothing to show here');
}

/** A word counts in each of our languages, and is answered in the one it was written in; anything else gets help. */
function askedFor({ words, fallback }: Saying, activity: Activity): Asked {
  const said = saidIn(activity);
  const theirs = nearest(activity.locale ?? null, fallback());
  for (const language of [theirs, ...languages.filter((each) => each !== theirs)]) {
    const card = wordOf(words[language], said);
    if (card) return { card, language };
  }
  return { card: 'help', language: theirs };
}
