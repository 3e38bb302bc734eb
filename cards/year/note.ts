import { vacantKeys, waitedFor } from '../../bot/governance/people/keys.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { yearStillSilent } from '../../bot/governance/year/silence.ts';
import type { Card } from '../kit/card.ts';
import { seatSaid } from '../kit/clauses.ts';
import { mentioned } from '../kit/people.ts';
import { bodyName } from '../kit/said.ts';
import template from '../meeting/prompt.json' with { type: 'json' };
import { textIn } from '../text/languages.ts';
import { yearFile } from './file.ts';

const mostNames = 20;

/** Silence about a proposed year: said to the chairs by name, later to the secretariat. It shrinks to one line when it is over. */
export const yearNote: Card<'year-note'> = {
  name: 'year-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await yearFile(desk, about);
    const on = readOccasion('year-note', occasion);
    if (!file?.state || !file.keys || !on) return null;
    const { language } = viewer;
    const { year: text, summary } = textIn(language);
    const { state, keys, body, today } = file;
    const name = text.title(bodyName(desk.charter, body.body, language, today), file.year);
    if (!yearStillSilent(desk.charter, state, on)) {
      const done = state.phase === 'confirmed' ? text.note.confirmed(name) : text.note.changed(name);
      return { data: { done, title: '', when: '', lines: [], verb: 'view', open: '', why: '' }, summary: done, mentions: [], viewers: [] };
    }
    const mentions = await mentioned(desk, waitedFor(keys).slice(0, mostNames));
    const names = mentions.map((each) => `<at>${each.name}</at>`).join(', ');
    const vacant = vacantKeys(keys).map((seat) => seatSaid(desk.charter, body.body, seat, language, dateAt(desk.charter, desk.now)));
    const lines = [...(names ? [text.note[on.what](names)] : []), ...(vacant.length > 0 ? [text.note.vacant(vacant.join(', '))] : [])];
    const title = text.note.titles[on.what];
    return {
      data: {
        done: '',
        title,
        when: name,
        lines: lines.map((line) => ({ text: line })),
        verb: 'year',
        open: text.see,
        why: text.note.ours,
      },
      summary: summary(title, name),
      mentions,
      viewers: mentions.map(({ person }) => person),
    };
  },
  verbs: { year: ({ about }) => ({ read: 'card', card: 'year', about, open: null, picks: {} }) },
};
