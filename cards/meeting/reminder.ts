import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card } from '../kit/card.ts';
import { mentioned } from '../kit/people.ts';
import { labels } from '../kit/said.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { type AttendanceFile, answering, ownAnswer, period, sitting, standIns, whoIsAsked, whoIsMissing } from './attendance.ts';
import template from './reminder.json' with { type: 'json' };

const mostMentions = 25;

/** Replied into the thread of a meeting's card: mentions only those who have not answered now, and shrinks to one line when all have. */
export const reminder: Card<'reminder'> = {
  name: 'reminder',
  template,
  show: async (desk, about, occasion, viewer) => {
    const here = await sitting(desk, about);
    if (!here) return null;
    const { language } = viewer;
    const text = textIn(language);
    const when = period(desk, here.meeting, language);
    const missing = whoIsMissing(desk, here);
    const { shown, left } = shorten(missing, mostMentions);
    const mentions = here.over || movedSince(here, occasion) ? [] : await mentioned(desk, shown);
    const names = [...mentions.map(({ name }) => `<at>${name}</at>`), ...(left > 0 ? [`+${left}`] : [])].join(', ');
    const done = here.over
      ? here.meeting.phase === 'cancelled'
        ? text.reminder.cancelled(when)
        : text.reminder.over(when)
      : movedSince(here, occasion)
        ? text.reminder.moved(when)
        : missing.length === 0
          ? text.reminder.allAnswered(when)
          : '';
    const isAsked = viewer.kind === 'person' && whoIsAsked(desk, here).includes(desk.one(viewer.person));
    const choosing = done === '' && isAsked && openForm(viewer, ['deputy']) !== null;
    return {
      data: {
        done,
        when,
        mine: await ownAnswer(desk, here, viewer, isAsked),
        missing: `${text.reminder.missing}: ${names}`,
        answering: done === '' && !choosing && (viewer.kind === 'everyone' || isAsked),
        own: viewer.kind === 'person',
        choosing,
        people: choosing ? (await standIns(desk, here, viewer, 'deputy')).choices : [],
        back: text.back,
        why: text.reminder.ours(desk.charter.collaboration.defaults.remindWorkingDays),
        say: labels(text.reminder),
        words: labels(text.meeting),
      },
      summary: done || text.summary(text.reminder.title, when),
      mentions,
      viewers: missing,
    };
  },
  verbs: answering,
};

/** The day it reminded on is not the meeting's any more: those it asks now are reminded by a card of their own. */
function movedSince({ meeting }: AttendanceFile, occasion: string | null): boolean {
  const on = readOccasion('reminder', occasion);
  return on !== null && on.mark !== meeting.deadlines.reminder;
}
