import type { Activity } from 'botbuilder';
import type { Language } from '../../cards/text/languages.ts';

/** The language somebody is answered in: their client's, else the collaboration's first. The local stand-in's client says one that nobody chose. */
export type LanguageOf = (activity: Pick<Activity, 'locale'>) => Language;

/** The Teams id of the channel (or chat) an activity came from, without the thread. */
export function channelOf(activity: Pick<Activity, 'conversation'>): string {
  return activity.conversation.id.replace(/;messageid=.*$/, '');
}

/** Root of the thread an activity stands in; null: it stands in none. */
export function threadOf(activity: Pick<Activity, 'conversation'>): string | null {
  return /;messageid=([^;]+)$/.exec(activity.conversation.id)?.[1] ?? null;
}

export function isChannel(activity: Pick<Activity, 'conversation' | 'channelData'>): boolean {
  return activity.conversation.conversationType === 'channel' || activity.channelData?.team?.id !== undefined;
}
