import { createHash } from 'node:crypto';

type Tree = Readonly<Record<string, unknown>>;

/** What is only for Teams, or for those who cannot see the card. */
const unread = new Set(['refresh', 'data', 'msteams', 'fallbackText', 'speak', 'errorMessage']);

/** What somebody reads on a printed card and can choose there, a line each, in order. Whether Teams knows a person it names changes nothing. */
export function readable(card: unknown): readonly string[] {
  if (Array.isArray(card)) return card.flatMap(readable);
  if (!isTree(card)) return [];
  return [...own(card), ...Object.entries(card).flatMap(([key, each]) => (unread.has(key) ? [] : readable(each)))];
}

/** A mark of what was read, for the button that judges it: it shows whether the same is drawn again, and to nobody what it was. */
export function faceMark(words: string, form: string): string {
  return createHash('sha256').update(`${form}|${words}`).digest('hex').slice(0, 32);
}

function own(part: Tree): readonly string[] {
  const { type, text, title, label, value } = part;
  if (typeof text === 'string') return [text.replaceAll(/<\/?at>/g, '')];
  if (typeof title === 'string') {
    if (typeof type === 'string') return title === '' ? [] : [`[${title}]`];
    return [typeof value === 'string' && value !== '' ? `${title}: ${value}` : title];
  }
  return typeof label === 'string' ? [`${label}:${typeof value === 'string' && value !== '' ? ` ${value}` : ''}`] : [];
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
