import { dateAt } from '../../bot/governance/time/calendar.ts';
import { ruleOf } from '../../bot/governance/vocabulary/errand.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { ErrandRefused } from '../../bot/governance/vocabulary/refused-errand.ts';
import { kindOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card } from '../kit/card.ts';
import { bodyName, labels, namesIn } from '../kit/said.ts';
import { type Language, refusalSentence, textIn } from '../text/languages.ts';
import template from './errand-refused.json' with { type: 'json' };

/** On the secretary's card: what a decision should have led to elsewhere, and why it was refused there. */
export const errandRefused: Card<'errand-refused'> = {
  name: 'errand-refused',
  template,
  show: async (desk, about, occasion, viewer) => {
    const { language } = viewer;
    const on = readOccasion('errand-refused', occasion);
    const text = textIn(language);
    const state = await desk.state(kindOf(about), about);
    const body = state && 'body' in state ? state.body : null;
    const refused = state && 'refusedErrands' in state ? state.refusedErrands : [];
    const names = namesIn(desk.charter, body, language, desk.now);
    const rows = refused
      .filter(({ errand }) => on === null || errand === on.mark)
      .map((each) => ({
        text: text.refusedErrand.line(errandSaid(each, language), refusalSentence(language, each.refusal, names)),
      }));
    const name = body ? bodyName(desk.charter, body, language, dateAt(desk.charter, desk.now)) : '';
    return {
      data: { rows, why: text.why.ours, say: labels(text.refusedErrand) },
      summary: name ? text.summary(text.refusedErrand.title, name) : text.refusedErrand.title,
      mentions: [],
      viewers: [],
    };
  },
  verbs: {},
};

/** What it should have led to. */
export function errandSaid(errand: ErrandRefused, language: Language): string {
  const { rules, other } = textIn(language).refusedErrand;
  const rule = ruleOf(errand);
  return rule ? rules[rule] : other;
}
