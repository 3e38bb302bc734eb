import { isEmpty, statusOf } from '../../bot/governance/status/status.ts';
import { daysToAnswer } from '../../bot/governance/status/status-quarter.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { idIn } from '../../bot/governance/vocabulary/stream.ts';
import type { Card } from '../kit/card.ts';
import { nextDay } from '../kit/next-day.ts';
import { textIn } from '../text/languages.ts';
import { statusSaid } from './said.ts';
import template from './status.json' with { type: 'json' };

const most = { everyone: { lines: 4, charts: 4 }, person: { lines: 12, charts: 6 } };

/** How a body and those under it stand: what is late, at risk or unanswered, goals without an initiative, and figures against their targets. */
export const status: Card<'status'> = {
  name: 'status',
  template,
  show: async (desk, about, occasion, viewer) => {
    const { language } = viewer;
    const { status: text, summary, why } = textIn(language);
    const body = idIn(about, 'body');
    const report = statusOf(desk.charter, body, await desk.statusFacts(), dateAt(desk.charter, desk.now));
    if (occasion !== null && isEmpty(report)) return null;
    const { title, asOf, headline, sections, measured } = await statusSaid(desk, report, language, most[viewer.kind]);
    const lines = (all: readonly string[]) => all.map((each) => ({ text: each }));
    return {
      data: {
        title,
        asOf,
        headline,
        sections: sections.map((each) => ({ heading: each.heading, lines: lines(each.lines) })),
        measured: measured.map((each) => ({ ...each, lines: lines(each.lines), drawn: each.points.length > 0 })),
        why: occasion === null ? why.asked : text.why(daysToAnswer),
      },
      summary: summary(title, headline),
      mentions: [],
      viewers: [],
      ...(occasion === null ? {} : { keptUntil: nextDay(desk) }),
    };
  },
  verbs: {},
};
