import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../bot/governance/charter/charter.ts';
import { settingsOf } from '../../bot/governance/meeting/deadlines.ts';
import { commentsOpenUntil } from '../../bot/governance/meeting/minutes.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { type Occasion, readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card, Desk } from '../kit/card.ts';
import { lineOnly, template } from '../kit/sheet.ts';
import { noteSheet, overFace } from '../kit/told-note.ts';
import { type Language, textIn } from '../text/languages.ts';
import { goTo } from './agenda-press.ts';
import { type AttendanceFile, period, reasonGiven, sitting, whereabouts, whoIsAsked } from './attendance.ts';
import { itemsOf } from './items.ts';

/** What a note says: what it is about, what is asked, where a button leads, and why; or the one line it has shrunk to. */
type Said =
  | { readonly done: string }
  | {
      readonly title: string;
      readonly lines: readonly string[];
      readonly verb: '' | 'propose' | 'agenda' | 'minutes';
      readonly open: string;
      readonly why: string;
    };

/** A short card in the thread of a meeting's card. It shrinks to one line when it is done, or not true any more. */
export const note: Card<'note'> = {
  name: 'note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const here = await sitting(desk, about);
    const on = here && readOccasion('note', occasion);
    const { language } = viewer;
    if (!here) return null;
    if (!on) return overFace(language);
    const said = await saidOf(desk, here, on, language);
    const when = period(desk, here.meeting, language);
    if ('done' in said) {
      return { data: lineOnly(said.done), summary: said.done, mentions: [], viewers: [], idle: true };
    }
    const { lines, ...rest } = said;
    return {
      data: noteSheet({
        ...rest,
        done: '',
        when: on.what === 'changed' ? '' : when,
        lines: lines.map((text) => ({ text })),
      }),
      summary: textIn(language).summary(said.title, when),
      mentions: [],
      viewers: whoIsAsked(desk, here),
    };
  },
  verbs: {
    propose: (form) => goTo(form, 'agenda', 'propose'),
    agenda: (form) => goTo(form, 'agenda'),
    minutes: (form) => goTo(form, 'minutes'),
  },
};

async function saidOf(desk: Desk, here: AttendanceFile, on: Occasion<'note'>, language: Language): Promise<Said> {
  const text = textIn(language);
  const { meeting } = here;
  const { call, items } = meeting.deadlines;
  const settings = settingsOf(desk.charter, meeting.body);
  const when = period(desk, meeting, language);
  const begun = Temporal.Instant.compare(desk.now, meeting.start) >= 0;
  const day = (date: IsoDate | null) => (date ? text.weekday(Temporal.PlainDate.from(date)) : '');
  if (on.what === 'changed') return changed(desk, here, on.mark, language);
  if (meeting.phase === 'cancelled') return { done: text.note.calledOff(when) };
  switch (on.what) {
    case 'call':
      if (on.mark !== call) return { done: text.note.overtaken };
      if (meeting.agendaSent) return { done: text.note.callOver(when) };
      if (begun) return { done: text.note.held(when) };
      return {
        title: text.note.call,
        lines: [text.note.callUntil(day(items))],
        verb: 'propose',
        open: text.note.propose,
        why: text.note.itemsOurs(settings.itemsDays),
      };
    case 'agenda-out':
      if (here.over) return { done: text.note.agendaOver(when) };
      return {
        title: text.note.agendaOut,
        lines: [text.note.agendaItems(itemsOf(here).length)],
        verb: 'agenda',
        open: text.note.readAgenda,
        why: text.note.agendaOurs(settings.agendaDays),
      };
    case 'minutes-out': {
      if (meeting.minutes === 'published') return { done: text.note.published(when) };
      const until = commentsOpenUntil(meeting, dateAt(desk.charter, desk.now));
      if (until === null) return { done: text.note.minutesOver(when) };
      return {
        title: text.note.minutesOut,
        lines: [text.note.commentsUntil(day(until))],
        verb: 'minutes',
        open: text.note.readMinutes,
        why: text.note.commentsOurs(settings.commentWorkingDays),
      };
    }
  }
}

/** Only the newest change is true. */
async function changed(desk: Desk, here: AttendanceFile, change: number, language: Language): Promise<Said> {
  const { note: text } = textIn(language);
  const { meeting } = here;
  const when = period(desk, meeting, language);
  if (change !== meeting.moves) return { done: text.overtaken };
  const cancelled = meeting.phase === 'cancelled';
  if (!cancelled && here.over) return { done: text.held(when) };
  const { place } = await whereabouts(desk, meeting);
  const reason = await reasonGiven(desk, here, language);
  const lines = cancelled ? [text.wasAt(when), reason] : [text.movedTo(when), place, reason];
  const title = cancelled ? text.cancelled : text.moved;
  return { title, lines: lines.filter(Boolean), verb: '', open: '', why: textIn(language).why.ours };
}
