import { dateAt } from '../../bot/governance/time/calendar.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { idIn, isOf } from '../../bot/governance/vocabulary/stream.ts';
import { yearStream } from '../../bot/governance/vocabulary/year/streams.ts';
import { yearsAround } from '../../bot/governance/year/check.ts';
import { roleFallsTo } from '../kit/asked/in-place.ts';
import type { Card } from '../kit/card.ts';
import { mentioned } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { lineOnly, template } from '../kit/sheet.ts';
import { noteSheet } from '../kit/told-note.ts';
import { textIn } from '../text/languages.ts';
import { yearFile } from './file.ts';
import { shortLines } from './said.ts';

/** Once a check, to those who run a body's errands only: a year falls short of its terms. It shrinks to one line when it does not any more. */
export const yearShort: Card<'year-short'> = {
  name: 'year-short',
  template,
  show: async (desk, about, occasion, viewer) => {
    const day = readOccasion('year-short', occasion)?.mark ?? null;
    if (day === null || !isOf(about, 'body')) return null;
    const { language } = viewer;
    const { year: text, summary } = textIn(language);
    const today = dateAt(desk.charter, desk.now);
    const body = await desk.body(idIn(about, 'body'));
    const name = shortBody(desk.charter, body.body, language, today);
    const files = await Promise.all(yearsAround(day).map((year) => yearFile(desk, yearStream(body.body, year))));
    const lines = files.flatMap((file) => (file?.plan ? shortLines(desk.charter, file.plan, language) : []));
    const last = body.shortSaid.at(-1) ?? day;
    if (lines.length === 0 || last !== day) {
      const done = last === day ? text.shortage.done(name) : text.shortage.again(name);
      return { data: lineOnly(done), summary: done, mentions: [], viewers: [] };
    }
    const { now, instead } = await roleFallsTo(desk, 'secretary', body.body, language);
    const mentions = await mentioned(desk, now);
    const names = mentions.map((each) => `<at>${each.name}</at>`).join(', ');
    return {
      data: noteSheet({
        done: '',
        title: text.shortage.title,
        when: name,
        lines: [...lines, text.shortage.ask, names, ...instead].filter(Boolean).map((line) => ({ text: line })),
        verb: 'year',
        open: text.see,
        why: text.shortage.why,
      }),
      summary: summary(text.shortage.title, name),
      mentions,
      viewers: mentions.map(({ person }) => person),
    };
  },
  verbs: {
    year: ({ about, occasion, charter }) => {
      const day = readOccasion('year-short', occasion)?.mark ?? null;
      if (day === null || !isOf(about, 'body')) return { refused: 'no-year-plan' };
      const next = day.slice(5) >= charter.collaboration.defaults.planning.plannedBy;
      const stream = yearStream(idIn(about, 'body'), Number(day.slice(0, 4)) + (next ? 1 : 0));
      return { read: 'card', card: 'year', about: stream, open: null, picks: {} };
    },
  },
};
