import { dateAt } from '../bot/governance/calendar.ts';
import type { Card } from './card.ts';
import template from './errand-refused.json' with { type: 'json' };
import { bodyName, labels, namesIn } from './said.ts';
import { refusalSentence, textIn } from './text/languages.ts';

/** On the secretary's card: what a decision should have led to elsewhere, and why it was refused there. */
export const errandRefused: Card = {
  name: 'errand-refused',
  template,
  show: async (desk, about, occasion, viewer) => {
    const { language } = viewer;
    const text = textIn(language);
    const state = (await desk.state('body', about)) ?? (await desk.state('channel', about)) ?? (await desk.state('year', about));
    const rules: Readonly<Record<string, string>> = text.refusedErrand.rules;
    const body = state?.body ?? null;
    const names = namesIn(desk.charter, body, language, desk.now);
    const rows = (state?.refusedErrands ?? [])
      .filter(({ errand }) => occasion === null || errand === occasion)
      .map(({ rule, refusal }) => ({
        text: text.refusedErrand.line(rules[rule] ?? text.refusedErrand.rules.other, refusalSentence(language, refusal, names)),
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
