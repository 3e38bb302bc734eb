import { document, escaped, table } from '../html.ts';
import { definitions, withLinks } from '../links.ts';
import { pageWords } from '../page-words.ts';
import type { HeldItem, HeldMeeting } from './held.ts';

/** The public page of a meeting: agenda, decisions and dissent. No closed item, and nobody's name. */
export function meetingPage(collaboration: string, meeting: HeldMeeting): string {
  const bodies = meeting.bodies.join(' + ');
  const items = meeting.items.filter(({ closed }) => !closed);
  const rows = items.map((each) => [String(each.number), each.title, pageWords.kinds[each.kind], resultOf(each)]);
  const overview = table(pageWords.overview, [pageWords.number, pageWords.item, pageWords.treatment, pageWords.result], rows);
  const facts = [
    [pageWords.when, pageWords.period(meeting.start, meeting.end)],
    ...(meeting.place === '' ? [] : [[pageWords.where, meeting.place]]),
  ];
  const body = [
    `<h1>${escaped(pageWords.minutes(bodies))}</h1>`,
    definitions(facts),
    ...(meeting.extraordinary ? [`<p>${pageWords.extraordinary}</p>`] : []),
    ...(items.length === 0 ? [`<p>${pageWords.noItems}</p>`] : [overview, ...items.map(section)]),
  ];
  const title = `${pageWords.minutes(bodies)}, ${pageWords.date(meeting.start)}`;
  return document({ title, collaboration, body: body.join('\n'), index: 'index.html', foot: pageWords.foot });
}

/** The published meetings, newest first, by year. */
export function indexPage(collaboration: string, meetings: readonly HeldMeeting[]): string {
  const newest = meetings.toSorted((a, b) => b.start.epochMilliseconds - a.start.epochMilliseconds);
  const years = [...new Set(newest.map(({ start }) => start.year))];
  const tables = years.map((year) => {
    const rows = newest
      .filter(({ start }) => start.year === year)
      .map((each) => [
        { link: `${each.id}.html`, text: pageWords.weekday(each.start) },
        each.bodies.join(' + '),
        String(each.items.filter(({ closed }) => !closed).length),
      ]);
    return table(pageWords.inYear(year), [pageWords.meeting, pageWords.body, pageWords.items], rows);
  });
  const title = pageWords.meetings(collaboration);
  const body = [`<h1>${escaped(title)}</h1>`, ...(tables.length === 0 ? [`<p>${pageWords.none}</p>`] : tables)].join('\n');
  return document({ title, collaboration, body, index: null, foot: pageWords.foot });
}

function section(item: HeldItem): string {
  const notes = [pageWords.kinds[item.kind], ...(item.case ? [pageWords.case(item.case)] : [])].join(' · ');
  const recommended = item.recommendations.filter((each) => each !== '').map((each) => `<li>${withLinks(pageWords.at(each))}</li>`);
  const dissents = item.dissents.map(
    ({ seat, text }) => `<li>${withLinks([seat || pageWords.member, text].filter(Boolean).join(': '))}</li>`,
  );
  const heading = item.dissents.length === 1 ? pageWords.dissent : pageWords.dissents;
  return [
    '<section>',
    `<h2>${item.number}. ${escaped(item.title)}</h2>`,
    `<p>${escaped(notes)}</p>`,
    ...(recommended.length > 0 ? [`<p>${pageWords.recommended}</p>`, `<ul>${recommended.join('')}</ul>`] : []),
    `<p><strong>${escaped(item.outcome ? pageWords.outcomes[item.outcome.kind] : '')}</strong></p>`,
    ...(item.outcome?.text ? paragraphs(item.outcome.text) : []),
    ...(dissents.length > 0 ? [`<h3>${heading}</h3>`, `<ul>${dissents.join('')}</ul>`] : []),
    '</section>',
  ].join('\n');
}

function resultOf({ outcome }: HeldItem): string {
  return outcome ? pageWords.outcomes[outcome.kind] : '';
}

function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${withLinks(line.trim())}</p>`);
}
