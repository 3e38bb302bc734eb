import { document, escaped, table } from '../html.ts';
import { fileWords } from '../ledger/file-words.ts';
import { definitions, withLinks } from '../links.ts';
import { pageWords } from '../page-words.ts';
import type { FiledMeeting } from './filed.ts';

/** A filed meeting as one page that can be read and printed without anything beside it. */
export function filedPage(collaboration: string, filed: FiledMeeting): string {
  const { meeting } = filed;
  const title = fileWords.title(meeting.bodies.join(' + '), pageWords.date(meeting.start));
  const body = [
    `<h1>${escaped(title)}</h1>`,
    facts(filed),
    ...filed.items.map(section),
    part(fileWords.papers, [fileWords.paper, fileWords.link], papers(filed)),
    part(
      fileWords.attendance,
      [fileWords.person, fileWords.seat, fileWords.answer],
      filed.attendance.map(({ person, seat, answer }) => [person, seat, answer]),
    ),
    part(
      fileWords.comments,
      [fileWords.person, fileWords.comments],
      filed.comments.map(({ person, text }) => [person, text]),
    ),
    ledgerPart(filed.ledger),
  ];
  return document({ title, collaboration, body: body.filter((each) => each !== '').join('\n'), index: null, foot: fileWords.foot });
}

function facts({ journal, filedAt, meeting }: FiledMeeting): string {
  const rows = [
    [fileWords.journal, journal],
    [fileWords.meeting, meeting.id],
    [pageWords.when, pageWords.period(meeting.start, meeting.end)],
    ...(meeting.place === '' ? [] : [[pageWords.where, meeting.place]]),
    [fileWords.state, meeting.phase === 'cancelled' ? fileWords.cancelled : fileWords.states[meeting.minutes]],
    [fileWords.filed, filedAt],
  ];
  return definitions(rows);
}

function section(item: FiledMeeting['items'][number]): string {
  const notes = [...(item.closed ? [fileWords.closed] : []), pageWords.kinds[item.kind], ...(item.case ? [pageWords.case(item.case)] : [])];
  const recommended = item.recommendations.map((each) => `<li>${withLinks(pageWords.at(each))}</li>`);
  const outcome = item.outcome ? [pageWords.outcomes[item.outcome.kind], item.outcome.text].filter(Boolean).join(': ') : '';
  const dissents = item.dissents.map(({ text }, at) => [fileWords.dissent(item.dissenters[at] ?? ''), text].filter(Boolean).join(': '));
  return [
    '<section>',
    `<h2>${item.number}. ${escaped(item.title)}</h2>`,
    `<p>${escaped(notes.join(' · '))}</p>`,
    ...(recommended.length > 0 ? [`<p>${pageWords.recommended}</p>`, `<ul>${recommended.join('')}</ul>`] : []),
    ...[outcome, ...dissents].filter((each) => each !== '').map((each) => `<p>${withLinks(each)}</p>`),
    '</section>',
  ].join('\n');
}

function papers({ items }: FiledMeeting) {
  return items.flatMap(({ number, title, papers: link }) => (link ? [[`${number}. ${title}`, { link, text: link }]] : []));
}

function part(title: string, columns: readonly string[], rows: Parameters<typeof table>[2]): string {
  return rows.length === 0 ? '' : `<h2>${escaped(title)}</h2>\n${table(title, columns, rows)}`;
}

/** The ledger's extract, with what its check said. */
export function ledgerPart({ stream, check, shown, entries }: FiledMeeting['ledger']): string {
  const rows = shown.map(({ seq, at, type, by }) => [
    String(seq),
    at,
    type,
    by ?? '',
    entries.find((each) => each.seq === seq)?.hash ?? '',
  ]);
  const sound = check.length === 0 ? [fileWords.sound] : [fileWords.broken, ...check];
  const columns = [fileWords.entry, fileWords.at, fileWords.what, fileWords.by, fileWords.hash];
  return [
    `<h2>${fileWords.ledger}</h2>`,
    ...sound.map((each) => `<p>${escaped(each)}</p>`),
    table(`${fileWords.ledger}: ${stream}`, columns, rows),
  ].join('\n');
}
