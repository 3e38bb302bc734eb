import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { Deck } from '../../cards/kit/card.ts';
import { type Language, languages } from '../../cards/text/languages.ts';
import type { Address, Courier } from '../courier.ts';
import { drawCard, faceOf, formOf } from '../draw.ts';
import { dateAt } from '../governance/time/calendar.ts';
import type { CardName } from '../governance/vocabulary/card-name.ts';
import { type Notice, standing } from '../governance/vocabulary/notice.ts';
import type { ChannelKey, Stream } from '../governance/vocabulary/stream.ts';
import { streamOf } from '../governance/vocabulary/stream.ts';
import { type LanguageOf, threadOf } from './conversation.ts';
import type { OwnViewDeps } from './draw.ts';
import { standsHere } from './reach.ts';
import { followedIn, saidIn, wordOf } from './words.ts';

export type WordsByLanguage = Readonly<Record<Language, Readonly<Record<string, CardName>>>>;

export interface Saying extends OwnViewDeps {
  readonly deck: Deck;
  readonly words: WordsByLanguage;
  readonly courier: Courier;
  readonly languageOf: LanguageOf;
  readonly signal: AbortSignal;
  readonly log: Logger;
}
interface Asked {
  readonly card: CardName;
  readonly language: Language;
  /** What followed the word; null: nothing was to. */
  readonly of: string | null;
}

/** Answers what is no word of ours. */
const help = 'help';
/** Where no body meets yet, every word but help is answered with the question which one does. */
const question = 'welcome';
/** Where what was named is not known, or not for this channel, the ones there are. */
const list = 'cases';

/**
 * The card a word asks for, posted as a reply in the thread it was written in. It answers at once; from then on it is a notice that is kept
 * true for the day, and says afterwards of which day it is; help is of no day.
 */
export async function replyTo(saying: Saying, activity: Activity, address: Address): Promise<void> {
  const { language, ...asked } = askedFor(saying, activity);
  const desk = await saying.desk(saying.now());
  const body = await desk.bodyIn(address.channel);
  const named = body === null || asked.of === null ? null : await desk.caseNumbered(asked.of);
  const one = named && (await standsHere(saying.store, desk, address.channel, named)) ? named : null;
  const found = asked.of !== null && one === null ? list : asked.card;
  const name = body === null && found !== help ? question : found;
  const card = saying.deck[name];
  const about: Stream = one ?? (body === null ? streamOf('channel', address.channel) : streamOf('body', body));
  const conversation = activity.conversation.id;
  const root = threadOf(activity) ?? activity.id ?? conversation;
  const notice = answerTo(activity, card.name, about, address.channel, { day: dateAt(desk.charter, desk.now), language });
  const { store, directory } = saying;
  const drawn = await drawCard({ store, directory, desk }, card, about, null, { kind: 'everyone', language }, formOf(notice.key, 1));
  if (!drawn) return saying.log.warn({ card: name }, 'a word asked for a card that has nothing to show here');
  const place = await saying.courier.post(address, drawn, { channel: address.channel, conversation, activity: root }, saying.signal);
  if (name === help) return;
  const at = desk.now.epochMilliseconds;
  await store.keepTrue(notice, place, { at, face: faceOf(drawn), staleAt: null, keptUntil: null, closed: false });
}

/** One for each message: the same message again is the same answer. */
function answerTo(activity: Activity, card: CardName, about: Stream, channel: ChannelKey, said: NonNullable<Notice['said']>): Notice {
  const message = createHash('sha256').update(`${activity.conversation.id}|${activity.id}`).digest('hex').slice(0, 16);
  return { ...standing(card, about, { channel }), key: `${about}:${card}@said-${message}`, said };
}

/** A word counts in each of our languages, and is answered in the one it was written in; anything else gets help. */
function askedFor({ words, languageOf }: Saying, activity: Activity): Asked {
  const said = saidIn(activity);
  const theirs = languageOf(activity);
  for (const language of [theirs, ...languages.filter((each) => each !== theirs)]) {
    const card = wordOf(words[language], said);
    if (card) return { card, language, of: null };
    const followed = followedIn(words[language], said);
    if (followed) return { card: followed.found, language, of: followed.rest };
  }
  return { card: help, language: theirs, of: null };
}
