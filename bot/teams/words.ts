import type { Activity } from 'botbuilder';
import { fold } from '../governance/lists/fold.ts';

/** What was written to the bot, as it was meant: without our own mention, tags and entities, composed, in lower case, one space between words. */
export function saidIn(activity: Pick<Activity, 'text' | 'entities' | 'recipient'>): string {
  const ours = (activity.entities ?? []).flatMap((entity) => {
    const mentioned: unknown = entity.type === 'mention' ? entity.mentioned : null;
    const about = typeof mentioned === 'object' && mentioned !== null && 'id' in mentioned ? mentioned.id : null;
    return about === activity.recipient.id && typeof entity.text === 'string' && entity.text !== '' ? [entity.text] : [];
  });
  const withoutUs = ours.reduce((text, mention) => text.replaceAll(mention, ' '), activity.text ?? '');
  return spelled(decoded(withoutUs.replace(/<[^<>]*>/g, ' ')));
}

/** How a word is compared: composed, in lower case, one space between, without the full stop or question mark after it. */
export function spelled(text: string): string {
  return text
    .replace(/[\p{Cf}]/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\s*[.!?]+$/u, '');
}

/** The entry whose word is the whole of what was said, æ, ø and å also as ae, oe and aa; null: none. */
export function wordOf<T>(table: Readonly<Record<string, T>>, said: string): T | null {
  const sought = fold(said);
  const entry = Object.entries(table).find(([word]) => fold(word) === sought);
  return entry ? entry[1] : null;
}

/** The entry whose word, written with ` …`, begins what was said, and what follows it; null: none. */
export function followedIn<T>(table: Readonly<Record<string, T>>, said: string): { readonly found: T; readonly rest: string } | null {
  for (const [word, found] of Object.entries(table)) {
    const begins = word.endsWith(' …') ? `${spelled(word.slice(0, -2))} ` : null;
    if (begins !== null && said.startsWith(begins)) return { found, rest: said.slice(begins.length) };
  }
  return null;
}

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
};

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,8}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : whole;
  });
}
