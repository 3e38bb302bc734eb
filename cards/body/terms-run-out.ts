import { Temporal } from 'temporal-polyfill';
import { runOutTerms } from '../../bot/governance/body/run-out.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { idIn } from '../../bot/governance/vocabulary/stream.ts';
import { roleFallsTo } from '../kit/asked/in-place.ts';
import type { Card } from '../kit/card.ts';
import { mentioned } from '../kit/people.ts';
import { shortBody, sourceSaid } from '../kit/said.ts';
import { lineOnly, template } from '../kit/sheet.ts';
import { noteSheet } from '../kit/told-note.ts';
import { textIn } from '../text/languages.ts';

/** Once a quarter, to chairs and secretaries: the terms have run out. It shrinks to one line when new ones replace them. */
export const termsRunOut: Card<'terms-run-out'> = {
  name: 'terms-run-out',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const text = textIn(language);
    const today = dateAt(desk.charter, desk.now);
    const body = await desk.body(idIn(about, 'body'));
    const name = shortBody(desk.charter, body.body, language, today);
    const terms = runOutTerms(desk.charter, body, today);
    if (!terms?.until) {
      const done = text.runOut.replaced(name);
      return { data: lineOnly(done), summary: done, mentions: [], viewers: [], idle: true };
    }
    const { now, instead } = await roleFallsTo(desk, 'runs', body.body, language);
    const mentions = await mentioned(desk, now);
    const names = mentions.map((each) => `<at>${each.name}</at>`).join(', ');
    const since = text.runOut.since(text.date(Temporal.PlainDate.from(terms.until)));
    const title = text.runOut.title(name);
    return {
      data: noteSheet({
        done: '',
        title,
        when: '',
        lines: [since, text.runOut.ask, names, ...instead].filter(Boolean).map((line) => ({ text: line })),
        why: text.runOut.why(sourceSaid(desk.charter, terms.period, language)),
        verb: 'raise',
        open: text.assess.raise,
      }),
      summary: text.summary(title, since),
      mentions,
      viewers: mentions.map(({ person }) => person),
    };
  },
  verbs: {
    raise: ({ about }) => ({ read: 'card', card: 'raise-case', about, open: 'write', picks: {} }),
    organ: ({ about }) => ({ read: 'card', card: 'organ', about, open: null, picks: {} }),
  },
};
