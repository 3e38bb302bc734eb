import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card } from '../kit/card.ts';
import { mentioned } from '../kit/people.ts';
import { type Button, lineOnly, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import {
  type AttendanceFile,
  answering as answerVerbs,
  beginsAt,
  ownAnswer,
  period,
  sitting,
  standIns,
  whoIsAsked,
  whoIsMissing,
} from './attendance.ts';

const mostMentions = 22;

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
    const title = text.reminder.title(beginsAt(desk, here.meeting, language));
    const missing = whoIsMissing(desk, here);
    const { shown, left } = shorten(missing, mostMentions);
    const mentions = !here.asks || movedSince(here, occasion) ? [] : await mentioned(desk, shown);
    const names = [mentions.map(({ name }) => `<at>${name}</at>`).join(', '), ...(left > 0 ? [text.left(left)] : [])].join(' ');
    const done = !here.asks
      ? text.reminder[here.meeting.phase === 'cancelled' ? 'cancelled' : here.over || here.meeting.minutes !== 'none' ? 'over' : 'begun'](
          when,
        )
      : movedSince(here, occasion)
        ? text.reminder.moved(when)
        : missing.length === 0
          ? text.reminder.allAnswered(when)
          : '';
    const isAsked = viewer.kind === 'person' && whoIsAsked(desk, here).includes(desk.one(viewer.person));
    const choosing = done === '' && isAsked && openForm(viewer, ['deputy']) !== null;
    const { deputyFor, save, required, coming, absent, deputy } = text.meeting;
    const people = choosing ? (await standIns(desk, here, viewer, 'deputy')).choices : [];
    const answers: readonly Button[] = [
      { title: coming, verb: 'coming', sends: false, primary: true },
      { title: absent, verb: 'absent', sends: false },
      ...(viewer.kind === 'person' ? [{ title: deputy, verb: 'open', open: 'deputy', sends: false, aside: true }] : []),
    ];
    const answering = done === '' && (viewer.kind === 'everyone' || isAsked);
    return {
      data:
        done === ''
          ? sheet({
              // It stands in the meeting's own thread, below whose meeting it is, and takes as little room as it can.
              eyebrow: '',
              title,
              framed: false,
              size: 'Medium',
              under: '',
              question: '',
              byWhen: '',
              waits: [
                viewer.kind === 'person' && missing.includes(desk.one(viewer.person)) ? '' : await ownAnswer(desk, here, viewer, isAsked),
                `${text.reminder.missing}: ${names}`,
                choosing && people.length === 0 ? text.meeting.noRoster : '',
              ],
              parts: [],
              fields: people.length > 0 ? [{ kind: 'one', id: 'deputy', label: deputyFor, style: 'filtered', choices: people }] : [],
              missing: required,
              buttons: choosing
                ? [
                    ...(people.length > 0 ? [{ title: save, verb: 'deputy', sends: true, primary: true }] : []),
                    { title: text.back, verb: 'view', sends: false },
                  ]
                : answering
                  ? answers
                  : [],
              why: [text.reminder.ours(desk.charter.collaboration.defaults.remindWorkingDays)],
            })
          : lineOnly(done),
      // Whoever is asked answers on everyone's card, and their own view opens by itself.
      idle: true,
      summary: done || title,
      mentions,
      viewers: missing,
    };
  },
  verbs: answerVerbs,
};

/** The day it reminded on is not the meeting's any more: those it asks now are reminded by a card of their own. */
function movedSince({ meeting }: AttendanceFile, occasion: string | null): boolean {
  const on = readOccasion('reminder', occasion);
  return on !== null && on.mark !== meeting.deadlines.reminder;
}
