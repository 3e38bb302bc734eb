import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { Deck } from '../../cards/kit/card.ts';
import { nearestTo, slipOf } from '../../cards/kit/commands.ts';
import { type Language, languages, textIn } from '../../cards/text/languages.ts';
import { type Address, PostFailed, type Whisperer } from '../courier.ts';
import { drawCard, faceOf, formOf } from '../draw.ts';
import { fold } from '../governance/lists/fold.ts';
import { dateAt } from '../governance/time/calendar.ts';
import type { CardName } from '../governance/vocabulary/card-name.ts';
import { type Notice, standing } from '../governance/vocabulary/notice.ts';
import { isRefusal, type Refusal } from '../governance/vocabulary/refusal.ts';
import type { ChannelKey, Stream } from '../governance/vocabulary/stream.ts';
import { streamOf } from '../governance/vocabulary/stream.ts';
import type { Place } from '../store/store.ts';
import { type LanguageOf, threadOf } from './conversation.ts';
import { drawOwnView, type OwnViewDeps } from './draw.ts';
import type { Presser } from './presser.ts';
import { standsHere } from './reach.ts';
import { followedIn, saidIn, wordOf } from './words.ts';

export type WordsByLanguage = Readonly<Record<Language, Readonly<Record<string, CardName>>>>;

export interface Saying extends OwnViewDeps {
  readonly deck: Deck;
  readonly words: WordsByLanguage;
  readonly courier: Whisperer;
  readonly languageOf: LanguageOf;
  readonly identified: (activity: Activity) => Promise<Presser | Refusal>;
  /** Whether an answer may be said to one person alone. */
  readonly whispers: boolean;
  readonly signal: AbortSignal;
  readonly log: Logger;
}
interface Asked {
  readonly card: CardName;
  readonly language: Language;
  /** What followed the word; null: nothing was to. */
  readonly of: string | null;
  /** What the card is told of what was written; null: nothing. */
  readonly occasion: string | null;
}

/** Answers what is no word of ours, nor near one. */
const help = 'help';
/** Asks which of the words near to it was meant. */
const near = 'near-miss';
/** Concerns nobody but whoever wrote. */
const ownAnswers: ReadonlySet<CardName> = new Set([help, near, 'mine', 'status']);
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
  const name = body === null && found !== help && found !== near ? question : found;
  const about: Stream = one ?? (body === null ? streamOf('channel', address.channel) : streamOf('body', body));
  const conversation = activity.conversation.id;
  const root = threadOf(activity) ?? activity.id ?? conversation;
  const reply = { name, about, occasion: name === near ? asked.occasion : null, language };
  const under = { channel: address.channel, conversation, activity: root };
  if ((ownAnswers.has(name) || isWhispered(activity)) && (await whispered(saying, activity, address, reply, under))) return;
  await posted(saying, activity, address, reply, under);
}

interface Reply {
  readonly name: CardName;
  readonly about: Stream;
  readonly occasion: string | null;
  readonly language: Language;
}

/** Written after a slash: only the bot sees it, and only they should see the answer. */
function isWhispered({ recipient }: Activity): boolean {
  return 'isTargeted' in recipient && recipient.isTargeted === true;
}

/** Whether it could be said to them alone; where a client or a tenant does not take that, it is said in the thread. */
async function whispered(saying: Saying, activity: Activity, address: Address, reply: Reply, under: Place): Promise<boolean> {
  const presser = saying.whispers ? await saying.identified(activity) : null;
  if (presser === null || isRefusal(presser)) return false;
  const { name, about, occasion, language } = reply;
  const viewer = { kind: 'person', language, person: presser.one, administrator: presser.administrator, open: null, picks: {} } as const;
  const drawn = await drawOwnView(saying, saying.deck[name], about, occasion, viewer, activity.from.id);
  if (!drawn) return false;
  try {
    await saying.courier.whisper(address, drawn, under, activity.from.id, saying.signal);
    return true;
  } catch (failure) {
    if (!(failure instanceof PostFailed) || failure.problem === 'unsure' || failure.problem === 'broke-off') throw failure;
    saying.log.warn({ card: name, problem: failure.problem }, 'an answer for one person goes into the thread');
    return false;
  }
}

async function posted(saying: Saying, activity: Activity, address: Address, reply: Reply, under: Place): Promise<void> {
  const { name, about, occasion, language } = reply;
  const { store, directory } = saying;
  const desk = await saying.desk(saying.now());
  const notice = answerTo(activity, name, about, address.channel, { day: dateAt(desk.charter, desk.now), language });
  const viewer = { kind: 'everyone', language } as const;
  const drawn = await drawCard({ store, directory, desk }, saying.deck[name], about, occasion, viewer, formOf(notice.key, 1));
  if (!drawn) return saying.log.warn({ card: name }, 'a word asked for a card that has nothing to show here');
  const place = await saying.courier.post(address, drawn, under, saying.signal);
  if (name === help || name === near) return;
  const at = desk.now.epochMilliseconds;
  await store.keepTrue(notice, place, { at, face: faceOf(drawn), staleAt: null, keptUntil: null, closed: false });
}

/** One for each message: the same message again is the same answer. */
function answerTo(activity: Activity, card: CardName, about: Stream, channel: ChannelKey, said: NonNullable<Notice['said']>): Notice {
  const message = createHash('sha256').update(`${activity.conversation.id}|${activity.id}`).digest('hex').slice(0, 16);
  return { ...standing(card, about, { channel }), key: `${about}:${card}@said-${message}`, said };
}

/** A word counts in each of our languages, and is answered in the one it was written in; what is none is met by those it is near. */
function askedFor({ words, languageOf }: Saying, activity: Activity): Asked {
  const said = saidIn(activity);
  const theirs = languageOf(activity);
  const ours = [theirs, ...languages.filter((each) => each !== theirs)];
  for (const language of ours) {
    for (const form of [said, withoutAsking(said, language)]) {
      const card = wordOf(words[language], form);
      if (card) return { card, language, of: null, occasion: null };
      const followed = followedIn(words[language], form);
      if (followed) return { card: followed.found, language, of: followed.rest, occasion: null };
    }
  }
  for (const language of ours) {
    const form = withoutAsking(said, language);
    const slip = nearestTo(form, language).several ? null : slipOf(form, language);
    if (slip) return { card: slip, language, of: null, occasion: null };
  }
  const language = ours.find((each) => nearestTo(withoutAsking(said, each), each).cards.length > 0);
  if (said === '' || language === undefined) return { card: help, language: theirs, of: null, occasion: null };
  return { card: near, language, of: null, occasion: asOccasion(withoutAsking(said, language)) };
}

/** What somebody wrote, in the letters that travel with a button. */
function asOccasion(said: string): string {
  return fold(said)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}

/** »vis møder« asks for the same as »møder«. */
function withoutAsking(said: string, language: Language): string {
  const asking = textIn(language).askedWith.find((word) => said.startsWith(`${word} `));
  return asking === undefined ? said : said.slice(asking.length + 1);
}
