import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Card, Language } from '../kit/card.ts';
import { bodyName, labels, namesIn } from '../kit/said.ts';
import { refusalSentence, textIn } from '../text/languages.ts';
import template from './errand-refused.json' with { type: 'json' };

/** Whose decisions lead to something elsewhere. */
const kinds = ['body', 'channel', 'year', 'meeting', 'case', 'request', 'group', 'milestone-plan', 'follow-up', 'work-plan'] as const;

/** On the secretary's card: what a decision should have led to elsewhere, and why it was refused there. */
export const errandRefused: Card<'errand-refused'> = {
  name: 'errand-refused',
  template,
  show: async (desk, about, occasion, viewer) => {
    const { language } = viewer;
    const text = textIn(language);
    const kind = kinds.find((each) => about.startsWith(`${each}/`));
    const state = kind ? await desk.state(kind, about) : null;
    const body = state && 'body' in state ? state.body : null;
    const names = namesIn(desk.charter, body, language, desk.now);
    const rows = (state?.refusedErrands ?? [])
      .filter(({ errand }) => occasion === null || errand === occasion)
      .map(({ rule, refusal }) => ({
        text: text.refusedErrand.line(ruleSaid(rule, language), refusalSentence(language, refusal, names)),
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

/** What a rule should have led to; the rules of one item of many bear its id after their name. */
export function ruleSaid(rule: string, language: Language): string {
  const { rules } = textIn(language).refusedErrand;
  const known = Object.entries(rules).find(([name]) => rule === name || rule.startsWith(`${name}-`));
  return known?.[1] ?? rules.other;
}
