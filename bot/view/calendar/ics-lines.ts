import { LineUnreadable } from './unreadable.ts';

/** One line of content, put together again, and where it began in the file. */
export interface ContentLine {
  readonly name: string;
  readonly text: string;
  readonly line: number;
}
export interface Block {
  readonly name: string;
  readonly line: number;
  /** With those of the blocks inside it. */
  readonly lines: readonly ContentLine[];
  /** Without them. */
  readonly own: readonly ContentLine[];
}

/** The calendars, events and time zones of a calendar file, if the file is whole: everything begun is ended, and every line is one. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const open: { name: string; line: number; lines: ContentLine[]; own: ContentLine[] }[] = [];
  let calendars = 0;
  for (const content of unfolded(text)) {
    const { name, line } = content;
    const what = valueIn(content).toUpperCase();
    if (open.length === 0 && !(name === 'BEGIN' && what === 'VCALENDAR')) {
      throw new LineUnreadable(line, calendars === 0 ? 'not-a-calendar' : 'not-whole', content.text.slice(0, 40));
    }
    if (name === 'BEGIN') {
      if (what === 'VCALENDAR') calendars++;
      if (what === 'VEVENT' && open.length !== 1) throw new LineUnreadable(line, 'not-whole', content.text);
      open.push({ name: what, line, lines: [], own: [] });
    }
    for (const each of open) each.lines.push(content);
    if (name !== 'BEGIN' && name !== 'END') open.at(-1)?.own.push(content);
    if (name !== 'END') continue;
    const ended = open.pop();
    if (ended?.name !== what) throw new LineUnreadable(line, 'not-whole', content.text);
    blocks.push(ended);
  }
  const left = open.at(-1);
  if (left) throw new LineUnreadable(left.line, 'not-whole', `BEGIN:${left.name}`);
  if (calendars === 0) throw new LineUnreadable(1, 'empty');
  return blocks;
}

/** What stands after the name and its parameters. */
export function valueIn({ text }: ContentLine): string {
  return text.slice(text.replace(/"[^"]*"/g, (quoted) => '_'.repeat(quoted.length)).indexOf(':') + 1).trim();
}

function unfolded(text: string): readonly ContentLine[] {
  const contents: { name: string; text: string; line: number }[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((raw, at) => {
      const line = at + 1;
      const last = contents.at(-1);
      if (/^[ \t]/.test(raw) && last) {
        last.text += raw.slice(1);
        return;
      }
      if (raw.trim() === '') return;
      const name = /^([A-Za-z0-9-]+)[;:]/.exec(raw)?.[1];
      if (name === undefined) throw new LineUnreadable(line, contents.length === 0 ? 'not-a-calendar' : 'not-a-line', raw.slice(0, 40));
      contents.push({ name: name.toUpperCase(), text: raw, line });
    });
  return contents;
}
