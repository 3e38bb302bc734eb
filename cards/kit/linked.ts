import { plain } from './escape.ts';
import { linkIn } from './link.ts';

/** One that stands by itself: not in a bracket after a name it might be given, and not in the name of somebody who is mentioned. */
const address = /(?<!\S)https:∕∕[^\s<>"“”„«»‹›]+/gu;
const mention = /(<at>.*?<\/at>)/u;
/** What follows an address in a sentence, and does not belong to it. */
const after = /[.,;:!?'’)\]}]+$/u;
const host = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#]|$)/;
const mostShown = 60;

/** Look-alikes that stand in an address because it was made safe, and what was typed. */
const typed: readonly (readonly [RegExp, string])[] = [
  [/:∕∕/gu, '://'],
  [/＿/gu, '_'],
  [/∗/gu, '*'],
  [/∼/gu, '~'],
  [/＆/gu, '&'],
  [/＄/gu, '$'],
  [/(?<=www)․/giu, '.'],
];

/** Words that are safe inside a card, with each address in them as a link that shows where it leads. Only https; one that was cut is no link. */
export function linked(words: string): string {
  return inAddresses(words, (url, shown) => {
    const href = url.replace(/[()<>*_~`\\[\]]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
    return `[${shown}](${href})`;
  });
}

/** The same words as they were typed, for a field in which somebody goes on writing. */
export function addressesTyped(words: string): string {
  return inAddresses(words, (url) => url);
}

function inAddresses(words: string, write: (url: string, shown: string) => string): string {
  if (!words.includes(':∕∕')) return words;
  return words
    .split(mention)
    .map((part, at) => (at % 2 === 1 ? part : inPart(part, write)))
    .join('');
}

function inPart(words: string, write: (url: string, shown: string) => string): string {
  return words.replace(address, (found) => {
    if (found.endsWith('…')) return found;
    const end = closing(found);
    const url = linkIn(typed.reduce((each, [safe, risky]) => each.replace(safe, risky), found.slice(0, found.length - end.length)));
    if (typeof url !== 'string' || !host.test(url)) return found;
    return write(url, plain(url.slice('https://'.length).replace(/\/$/, '').replace(/[[\]]/g, '·'), mostShown)) + end;
  });
}

/** A bracket that the address itself opened closes it there. */
function closing(found: string): string {
  const [end = ''] = after.exec(found) ?? [];
  const rest = found.slice(0, found.length - end.length);
  const open = rest.split('(').length - rest.split(')').length;
  return open > 0 && end.startsWith(')') ? end.slice(open) : end;
}
