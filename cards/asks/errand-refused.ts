import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { State } from '../../bot/governance/vocabulary/all.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { isOf, kindOf, type Stream } from '../../bot/governance/vocabulary/stream.ts';
import { refusedLines } from '../care/refused-lines.ts';
import type { Card, Desk } from '../kit/card.ts';
import { shortBody } from '../kit/said.ts';
import { sheet, template } from '../kit/sheet.ts';
import { type Language, textIn } from '../text/languages.ts';
import { nameOfAbout } from './named.ts';

/** On the secretary's card: what a decision should have led to elsewhere, and why it was refused there. It says so when that matters no longer. */
export const errandRefused: Card<'errand-refused'> = {
  name: 'errand-refused',
  template,
  show: async (desk, about, occasion, viewer) => {
    const { language } = viewer;
    const on = readOccasion('errand-refused', occasion);
    const text = textIn(language);
    const state = await desk.state(kindOf(about), about);
    const body = state && bodyOfState(state);
    const lines = state ? await refusedLines(desk, about, state, language, ({ errand }) => on === null || errand === on.mark) : [];
    const name = body ? shortBody(desk.charter, body, language, dateAt(desk.charter, desk.now)) : '';
    const subject = await subjectOf(desk, about, language);
    return {
      data: sheet({
        eyebrow: name,
        title: text.refusedErrand.title,
        under: lines.length === 0 ? text.refusedErrand.none : text.refusedErrand.intro,
        question: lines.length === 0 ? '' : text.refusedErrand.question,
        byWhen: '',
        parts: [{ heading: lines.length === 0 || subject === name ? '' : subject, lines }],
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

/** The body it is with. */
function bodyOfState(state: State): BodyId | null {
  if ('body' in state) return state.body;
  if (state.kind === 'request') return state.to;
  return state.kind === 'group' ? (state.bodies[0] ?? null) : null;
}

/** A channel has no other name than that of the body above the title. */
async function subjectOf(desk: Desk, about: Stream, language: Language): Promise<string> {
  return isOf(about, 'channel') ? '' : nameOfAbout(desk, about, language);
}
