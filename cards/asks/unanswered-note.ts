import { awaited } from '../../bot/governance/people/awaited.ts';
import { askFor } from '../../bot/governance/vocabulary/ask/ask.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card } from '../kit/card.ts';
import { aroundAsk, mentioned } from '../kit/people.ts';
import { template } from '../kit/sheet.ts';
import { doneFace, noteSheet } from '../kit/told-note.ts';
import { textIn } from '../text/languages.ts';
import { stillUnanswered } from './unanswered.ts';

/** Under that list, every tenth working day: who should look at it, by name. It shrinks to one line when there is a newer one, or nothing to look at. */
export const unansweredNote: Card<'unanswered-note'> = {
  name: 'unanswered-note',
  template,
  show: async (desk, about, occasion, { language }) => {
    const on = readOccasion('unanswered-note', occasion);
    const { unanswered: text, summary } = textIn(language);
    if (!on) return null;
    const { secretariat } = desk.charter.collaboration;
    const { unansweredSaid, unansweredOver } = await desk.body(secretariat);
    if (unansweredSaid !== on.mark) return { ...doneFace(text.again), closed: true };
    if (unansweredOver) return doneFace(text.over);
    const all = await stillUnanswered(desk);
    if (all.length === 0) return doneFace(text.over);
    const since = desk.now.toString();
    const look = askFor(about, 'case-stands', '', { since, of: { role: 'secretary', body: secretariat }, where: secretariat });
    const { now } = awaited(look, await aroundAsk(desk, look));
    const mentions = await mentioned(desk, now);
    const names = mentions.map(({ name }) => `<at>${name}</at>`).join(', ');
    const line = text.count(all.length);
    return {
      data: noteSheet({
        done: '',
        title: text.reminder,
        when: line,
        lines: names === '' ? [] : [{ text: text.look(names) }],
        verb: 'list',
        open: text.open,
        why: text.ours,
      }),
      summary: summary(text.reminder, line),
      mentions,
      viewers: now,
    };
  },
  verbs: { list: ({ about }) => ({ read: 'card', card: 'unanswered', about, open: null, picks: {} }) },
};
