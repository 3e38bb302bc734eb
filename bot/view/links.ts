import { escaped } from './html.ts';

/** An address that stands by itself, not in the middle of a word. */
const address = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"“”„«»‹›]+/giu;
/** What follows an address in a sentence, and does not belong to it. */
const after = /[.,;:!?'’)\]}…]+$/u;

/** Text as HTML shows it, with each address in it as a link that reads as it was written. Only http and https, with nobody's name or password in it. */
export function withLinks(text: string): string {
  let shown = '';
  let from = 0;
  for (const { index, 0: found } of text.matchAll(address)) {
    const typed = found.slice(0, found.length - closing(found).length);
    const url = URL.canParse(typed) ? new URL(typed) : null;
    const opens =
      url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === '' && url.password === '';
    const words = opens ? `<a href="${escaped(url.href)}" rel="noopener noreferrer">${escaped(typed)}</a>` : escaped(typed);
    shown += escaped(text.slice(from, index)) + words;
    from = index + typed.length;
  }
  return shown + escaped(text.slice(from));
}

/** What is known of something, a name and a text each, with the addresses in the texts as links. */
export function definitions(rows: readonly (readonly string[])[]): string {
  const each = ([name = '', value = '']: readonly string[]) => `<div><dt>${escaped(name)}</dt><dd>${withLinks(value)}</dd></div>`;
  return `<dl>${rows.map(each).join('')}</dl>`;
}

/** A bracket that the address itself opened closes it there. */
function closing(found: string): string {
  const [end = ''] = after.exec(found) ?? [];
  const rest = found.slice(0, found.length - end.length);
  const open = rest.split('(').length - rest.split(')').length;
  return open > 0 && end.startsWith(')') ? end.slice(1) : end;
}
