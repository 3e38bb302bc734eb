import { silence, silentSince } from '../../bot/governance/people/silence.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { WorkPlanPrompt } from '../../bot/governance/vocabulary/work-plan.ts';
import { nameIn } from '../initiative/file.ts';
import type { Card } from '../kit/card.ts';
import { mentioned } from '../kit/people.ts';
import template from '../meeting/prompt.json' with { type: 'json' };
import { textIn } from '../text/languages.ts';
import { planAwaits, workPlanFile } from './file.ts';

const days: Readonly<Record<WorkPlanPrompt, number>> = {
  reminded: silence.reminded,
  deputy: silence.deputyActs,
  secretariat: silence.secretariatTold,
};

/** Who a work plan waits for, in its thread. It shrinks to one line when it waits no more. */
export const workPlanNote: Card<'work-plan-note'> = {
  name: 'work-plan-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await workPlanFile(desk, about);
    const on = readOccasion('work-plan-note', occasion);
    if (!file || !on) return null;
    const { language } = viewer;
    const { workPlan, workPlanNote: text, summary, why } = textIn(language);
    const { state } = file;
    const name = workPlan.title(nameIn(desk, state.body, language), state.year);
    if (state.phase !== 'asked' || on.mark !== silentSince(desk.charter, state.since, days[on.what])) {
      const done = text.done(name);
      return { data: { done, title: '', when: '', lines: [], verb: 'view', open: '', why: '' }, summary: done, mentions: [], viewers: [] };
    }
    const awaited = planAwaits(desk, file)?.persons ?? [];
    const mentions = await mentioned(desk, awaited.slice(0, 20));
    const names = mentions.map(({ name: each }) => `<at>${each}</at>`).join(', ');
    const title = text.titles[on.what];
    const lines = names === '' ? [] : [{ text: names }];
    const data = { done: '', title, when: name, lines, verb: 'work-plan', open: text.open, why: why.ours };
    return { data, summary: summary(title, name), mentions, viewers: awaited };
  },
  verbs: { 'work-plan': ({ about }) => ({ read: 'card', card: 'work-plan', about, open: null, picks: {} }) },
};
