import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../../governance/charter/charter.ts';
import { fileWords } from '../ledger/file-words.ts';
import { nameOf } from '../names.ts';
import { language, pageWords } from '../page-words.ts';
import type { HeldMeeting } from './held.ts';
import { collaborationIn } from './published.ts';
import type { Started } from './started.ts';

/** A draft in Danish of what was decided in published minutes, and what was started, from one day to another, both included. */
export function newsletter(
  charter: Charter,
  meetings: readonly HeldMeeting[],
  begun: readonly Started[],
  from: IsoDate,
  to: IsoDate,
): string {
  const within = meetings.filter(({ start }) => isWithin(start.toPlainDate().toString(), from, to));
  const decided = within.flatMap(decisions);
  const newTerms = charter.bodies
    .filter(({ outside }) => !outside)
    .flatMap(({ id, terms }) =>
      terms.map((each) => each.from).map((on) => ({ on, line: fileWords.terms(nameOf(charter, id, on, language), day(on)) })),
    );
  const started = [...newTerms, ...begun]
    .filter(({ on }) => isWithin(on, from, to))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ line }) => `- ${line.replace(/\s+/g, ' ').trim()}`);
  const lines = [
    `# ${fileWords.newsletter(collaborationIn(charter), day(from), day(to))}`,
    '',
    `_${fileWords.draft}_`,
    '',
    `## ${fileWords.decided}`,
    '',
    ...(decided.length > 0 ? decided : [fileWords.nothingDecided, '']),
    `## ${fileWords.started}`,
    '',
    ...(started.length > 0 ? started : [fileWords.nothingStarted]),
  ];
  return `${lines.join('\n')}\n`;
}

function decisions({ bodies, start, items }: HeldMeeting): readonly string[] {
  const lines = items.flatMap(({ title, outcome, case: number }) => {
    if (outcome?.kind !== 'decided' && outcome?.kind !== 'rejected' && outcome?.kind !== 'sent-on') return [];
    const end = outcome.kind === 'decided' ? '' : `${pageWords.outcomes[outcome.kind]}. `;
    return [`- **${title}**: ${end}${outcome.text.replace(/\s+/g, ' ').trim()}${number ? fileWords.case(number) : ''}`];
  });
  return lines.length === 0 ? [] : [`### ${bodies.join(' + ')}, ${pageWords.date(start)}`, '', ...lines, ''];
}

function isWithin(date: IsoDate, from: IsoDate, to: IsoDate): boolean {
  return from <= date && date <= to;
}

function day(date: IsoDate): string {
  return pageWords.date(Temporal.PlainDate.from(date));
}
