import { FileUnreadable } from '../year/import.ts';

/** One line of content, put together again, and where it began in the file. */
interface ContentLine {
  readonly name: string;
  readonly text: string;
  readonly line: number;
}
export interface Block {
  readonly name: string;
  readonly line: number;
  readonly lines: readonly ContentLine[];
}

/** The events and time zones of a calendar file, if the file is whole: everything begun is ended, and every line is one. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const open: { name: string; line: number; lines: ContentLine[] }[] = [];
  let calendars = 0;
  for (const content of unfolded(text)) {
    const { name, line } = content;
    const what = content.text
      .slice(name.length + 1)
      .trim()
      .toUpperCase();
    if (open.length === 0 && !(name === 'BEGIN' && what === 'VCALENDAR')) {
      throw new FileUnreadable(
        line,
        calendars === 0 ? 'a calendar begins with BEGIN:VCALENDAR.' : 'there is more after the end of the calendar.',
      );
    }
    if (name === 'BEGIN') {
      if (what === 'VCALENDAR') calendars++;
      if (what === 'VEVENT' && open.length !== 1)
        throw new FileUnreadable(line, `an event begins inside ${open.at(-1)?.name ?? 'nothing'}.`);
      open.push({ name: what, line, lines: [] });
    }
    for (const each of open) each.lines.push(content);
    if (name !== 'END') continue;
    const ended = open.pop();
    if (ended?.name !== what)
      throw new FileUnreadable(line, `${what} ends, but ${ended?.name ?? 'nothing'} was begun on line ${ended?.line ?? 0}.`);
    blocks.push(ended);
  }
  const left = open.at(-1);
  if (left) throw new FileUnreadable(left.line, `${left.name} begins here and never ends; the file may have been cut off.`);
  if (calendars === 0) throw new FileUnreadable(1, 'the file is empty.');
  return blocks;
}

function unfolded(text: string): readonly ContentLine[] {
  const contents: { name: string; text: string; line: number }[] = [];
  text.split(/\r\n|\n|\r/).forEach((raw, at) => {
    const line = at + 1;
    const last = contents.at(-1);
    if (/^[ \t]/.test(raw) && last) {
      last.text += raw.slice(1);
      return;
    }
    if (raw.trim() === '') return;
    const name = /^([A-Za-z0-9-]+)[;:]/.exec(raw)?.[1];
    if (name === undefined) throw new FileUnreadable(line, `"${raw.slice(0, 40)}" is no line of a calendar.`);
    contents.push({ name: name.toUpperCase(), text: raw, line });
  });
  return contents;
}
