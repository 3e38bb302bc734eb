import { holdings } from '../../bot/governance/people/roles.ts';
import { silence, silentSince } from '../../bot/governance/people/silence.ts';
import { dateAt, workingDaysBefore } from '../../bot/governance/time/calendar.ts';
import { type Occasion, readOccasion, type What } from '../../bot/governance/vocabulary/occasion.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk } from '../kit/card.ts';
import { mentioned } from '../kit/people.ts';
import template from '../meeting/prompt.json' with { type: 'json' };
import { dayInWords } from '../request/file.ts';
import { textIn } from '../text/languages.ts';
import { bodiesSaid, type GroupFile, groupAwaits, groupFile, groupWords } from './file.ts';

/** A short card in a group's thread: keys that are waited for, an end that nears or has passed, a report. It shrinks to one line when it is done. */
export const groupNote: Card<'group-note'> = {
  name: 'group-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await groupFile(desk, about);
    const on = readOccasion('group-note', occasion);
    if (!file || !on) return null;
    const { language } = viewer;
    const { groupNote: text, summary, why } = textIn(language);
    const kind = on.what;
    const name = text.of(bodiesSaid(desk, file, language), await groupWords(desk, file, file.state.mandate.purpose, 120));
    if (!stillTrue(desk, file, on)) {
      const done = text.done(name);
      return { data: { done, title: '', when: '', lines: [], verb: 'view', open: '', why: '' }, summary: done, mentions: [], viewers: [] };
    }
    const awaited = awaitedIn(desk, file, kind);
    const mentions = await mentioned(desk, awaited.slice(0, 40));
    const names = mentions.map(({ name: each }) => `<at>${each}</at>`).join(', ');
    const words = kind === 'report' ? await groupWords(desk, file, file.state.report, 400) : '';
    const title = text.titles[kind](dayInWords(file.state.mandate.until, language));
    return {
      data: {
        done: '',
        title,
        when: name,
        lines: [words, names].filter(Boolean).map((line) => ({ text: line })),
        verb: 'group',
        open: text.open,
        why: why.ours,
      },
      summary: summary(title, name),
      mentions,
      viewers: awaited,
    };
  },
  verbs: { group: ({ about }) => ({ read: 'card', card: 'group', about, open: null, picks: {} }) },
};

/** What it was about has not been answered since. */
function stillTrue(desk: Desk, { state }: GroupFile, on: Occasion<'group-note'>): boolean {
  const since = (days: number) => state.question !== null && on.mark === silentSince(desk.charter, state.since, days);
  const { until } = state.mandate;
  switch (on.what) {
    case 'reminded':
      return since(silence.reminded);
    case 'deputy':
      return since(silence.deputyActs);
    case 'secretariat':
      return since(silence.secretariatTold);
    case 'ending':
      return state.phase === 'running' && on.mark === workingDaysBefore(desk.charter, until, 10) && dateAt(desk.charter, desk.now) <= until;
    case 'overdue':
      return state.phase === 'running' && on.mark > until;
    case 'receipt':
    case 'report':
      return state.phase === 'reported';
  }
}

/** Keys that are asked; those in the group while it runs; the chairs of the bodies when its report is in. */
function awaitedIn(desk: Desk, file: GroupFile, kind: What<'group-note'>): readonly PersonKey[] {
  if (kind === 'reminded' || kind === 'deputy' || kind === 'secretariat') return groupAwaits(file);
  if (kind === 'ending' || kind === 'overdue') return file.state.mandate.persons.map(desk.one);
  const today = dateAt(desk.charter, desk.now);
  const chairs = file.bodies.flatMap((body) => holdings(desk.charter, body, today)).filter(({ seat }) => seat.role === 'chair');
  return [...new Set(chairs.map(({ appointment }) => desk.one(appointment.person)))];
}
