import { dateAt } from '../../bot/governance/time/calendar.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { kindOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card } from '../kit/card.ts';
import { shortBody } from '../kit/said.ts';
import { sheet, template } from '../kit/sheet.ts';
import { textIn } from '../text/languages.ts';
import { refusedLines } from './refused-lines.ts';

/** On the secretary's card: what a decision should have led to elsewhere, and why it was refused there. It says so when that matters no longer. */
export const errandRefused: Card<'errand-refused'> = {
  name: 'errand-refused',
  template,
  show: async (desk, about, occasion, viewer) => {
    const { language } = viewer;
    const on = readOccasion('errand-refused', occasion);
    const text = textIn(language);
    const state = await desk.state(kindOf(about), about);
    const body = state && 'body' in state ? state.body : null;
    const lines = state ? await refusedLines(desk, about, state, language, ({ errand }) => on === null || errand === on.mark) : [];
    const name = body ? shortBody(desk.charter, body, language, dateAt(desk.charter, desk.now)) : '';
    return {
      data: sheet({
        eyebrow: name,
        title: text.refusedErrand.title,
        under: lines.length === 0 ? text.refusedErrand.none : text.refusedErrand.intro,
        question: lines.length === 0 ? '' : text.refusedErrand.question,
        byWhen: '',
        parts: [{ heading: '', lines }],
        fields: [],
        missing: '',
        buttons: [],
        why: [text.why.ours],
      }),
      idle: true,
      summary: name ? text.summary(text.refusedErrand.title, name) : text.refusedErrand.title,
      mentions: [],
      viewers: [],
    };
  },
  verbs: {},
};
