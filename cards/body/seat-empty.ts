import { Temporal } from 'temporal-polyfill';
import { emptySeats } from '../../bot/governance/body/vacancy.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { idIn, isOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card } from '../kit/card.ts';
import { seatSaid } from '../kit/clauses.ts';
import { mentioned } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { template } from '../kit/sheet.ts';
import { doneFace, noteSheet } from '../kit/told-note.ts';
import { runners } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';

/** To the secretariat: a seat without which a body's chairs cannot act stands empty since a day. It shrinks to a line when it is filled. */
export const seatEmpty: Card<'seat-empty'> = {
  name: 'seat-empty',
  template,
  show: async (desk, about, occasion, viewer) => {
    const since = readOccasion('seat-empty', occasion)?.mark;
    if (!since || !isOf(about, 'body')) return null;
    const { language } = viewer;
    const text = textIn(language);
    const body = await desk.body(idIn(about, 'body'));
    const today = dateAt(desk.charter, desk.now);
    const name = shortBody(desk.charter, body.body, language, today);
    const empty = emptySeats(desk.charter, body, today).filter((each) => each.since === since);
    if (empty.length === 0) return { ...doneFace(text.seatEmpty.filled(name)), closed: true };
    const secretariat = await desk.body(desk.charter.collaboration.secretariat);
    const mentions = await mentioned(desk, [...new Set(runners(desk, secretariat).map(desk.one))]);
    const seats = empty.map(({ seat }) => seatSaid(desk.charter, body.body, seat, language, since));
    const line = text.seatEmpty.since(seats, text.date(Temporal.PlainDate.from(since)));
    const title = text.seatEmpty.title(name);
    const names = mentions.map((each) => `<at>${each.name}</at>`).join(', ');
    return {
      data: noteSheet({
        done: '',
        title,
        when: '',
        lines: [line, text.seatEmpty.ask, names].filter(Boolean).map((each) => ({ text: each })),
        verb: 'seats',
        open: text.seatEmpty.see,
        why: text.why.ours,
      }),
      summary: text.summary(title, line),
      mentions,
      viewers: mentions.map(({ person }) => person),
    };
  },
  verbs: {
    seats: ({ about }) => ({ read: 'card', card: 'seats', about, open: null, picks: {} }),
  },
};
