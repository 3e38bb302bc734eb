import { isEmpty, statusOf } from '../../bot/governance/status/status.ts';
import { daysToAnswer } from '../../bot/governance/status/status-quarter.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { idIn } from '../../bot/governance/vocabulary/stream.ts';
import { roleFallsTo } from '../kit/asked/in-place.ts';
import type { Card } from '../kit/card.ts';
import { nextDay } from '../kit/next-day.ts';
import { mentioned } from '../kit/people.ts';
import { sheet, template } from '../kit/sheet.ts';
import { textIn } from '../text/languages.ts';
import { statusSaid } from './said.ts';

const most = { everyone: { lines: 4, rows: 3, charts: 4 }, person: { lines: 12, rows: 6, charts: 6 } };

/** How a body and those under it stand: what is late, at risk or unanswered, goals without an initiative, and figures against their targets. */
export const status: Card<'status'> = {
  name: 'status',
  template,
  show: async (desk, about, occasion, viewer) => {
    const { language } = viewer;
    const { status: text, summary, why, eyebrow, kinds } = textIn(language);
    const body = idIn(about, 'body');
    const report = statusOf(desk.charter, body, await desk.statusFacts(), dateAt(desk.charter, desk.now));
    if (occasion !== null && isEmpty(report)) return null;
    const { title, name, asOf, headline, brief, counts, sections, measured } = await statusSaid(desk, report, language, {
      ...most[viewer.kind],
      thisYear: Number(report.date.slice(0, 4)),
    });
    const told = occasion === null ? null : await roleFallsTo(desk, 'secretary', body, language);
    const mentions = told ? await mentioned(desk, told.now) : [];
    const names = mentions.map((each) => `<at>${each.name}</at>`).join(', ');
    const reads = names === '' ? [] : [text.reads(names), ...(told?.instead ?? [])];
    const [first, more] = [measured.slice(0, 1), measured.slice(1)];
    const open = sections.slice(0, 1).filter(({ rows }) => rows.length > 0);
    return {
      data: sheet({
        eyebrow: eyebrow(kinds.status, name),
        title: asOf,
        under: brief,
        question: '',
        byWhen: reads.join(' '),
        counts,
        groups: open.map(({ heading, tone, rows, more }) => ({
          heading,
          tone,
          rows: rows.map((row) => ({ ...row, second: '', tone: 'default' })),
          more,
        })),
        parts: [
          ...sections
            .filter((each) => !open.includes(each))
            .map(({ heading, lines, aside }, at) => ({ heading, lines, folded: aside || at + open.length > 0 })),
          ...first.map(({ heading, lines, points, inWords }) => ({
            heading,
            lines,
            ...(points.length > 0 ? { chart: { points, inWords } } : {}),
          })),
          ...(more.length === 0
            ? []
            : [
                {
                  heading: text.moreFigures(more.length),
                  lines: [],
                  facts: more.map(({ heading, lines }) => ({ title: heading, value: lines.join(' ') })),
                  folded: true,
                },
              ]),
        ],
        fields: [],
        missing: '',
        buttons: [],
        why: [occasion === null ? why.asked : text.why(daysToAnswer)],
      }),
      idle: true,
      summary: summary(title, headline),
      mentions,
      viewers: [],
      ...(occasion === null ? {} : { keptUntil: nextDay(desk) }),
    };
  },
  verbs: {},
};
