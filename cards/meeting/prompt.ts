import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../bot/governance/charter/charter.ts';
import { settingsOf } from '../../bot/governance/meeting/deadlines.ts';
import { commentsOpenUntil } from '../../bot/governance/meeting/minutes.ts';
import { holdings } from '../../bot/governance/people/roles.ts';
import { dateAt, workingDaysAfter } from '../../bot/governance/time/calendar.ts';
import { type Occasion, readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk } from '../kit/card.ts';
import { mentioned } from '../kit/people.ts';
import { type Language, textIn } from '../text/languages.ts';
import { goTo } from './agenda-press.ts';
import { type AttendanceFile, period, reasonGiven, sitting, whereabouts, whoIsAsked } from './attendance.ts';
import { itemsOf } from './items.ts';
import template from './prompt.json' with { type: 'json' };

/** What a note says: what it is about, what is asked, where a button leads, and why; or the one line it has shrunk to. */
type Said =
  | { readonly done: string }
  | {
      readonly title: string;
      readonly lines: readonly string[];
      readonly verb: '' | 'propose' | 'agenda' | 'minutes';
      readonly open: string;
      readonly why: string;
      /** It is for those who run the body, and they are mentioned. */
      readonly toSecretaries: boolean;
    };

/** A short card in the thread of a meeting's card. It shrinks to one line when it is done, or not true any more. */
export const note: Card<'note'> = {
  name: 'note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const here = await sitting(desk, about);
    const on = here && readOccasion('note', occasion);
    if (!here || !on) return null;
    const { language } = viewer;
    const said = await saidOf(desk, here, on, language);
    const when = period(desk, here.meeting, language);
    if ('done' in said) {
      const data = { done: said.done, title: '', when: '', lines: [], verb: 'view', open: '', why: '' };
      return { data, summary: said.done, mentions: [], viewers: [] };
    }
    const { toSecretaries, lines, ...rest } = said;
    const mentions = toSecretaries ? await mentioned(desk, secretariesOf(desk, here, on)) : [];
    const names = mentions.map(({ name }) => `<at>${name}</at>`).join(', ');
    return {
      data: {
        ...rest,
        done: '',
        when: on.what === 'changed' ? '' : when,
        lines: [...lines, names].filter(Boolean).map((text) => ({ text })),
      },
      summary: textIn(language).summary(said.title, when),
      mentions,
      viewers: toSecretaries ? mentions.map(({ person }) => person) : whoIsAsked(desk, here),
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
  const { call, items, agenda, minutes } = meeting.deadlines;
  const settings = settingsOf(desk.charter, meeting.body);
  const when = period(desk, meeting, language);
  const begun = Temporal.Instant.compare(desk.now, meeting.start) >= 0;
  const day = (date: IsoDate | null) => (date ? text.weekday(Temporal.PlainDate.from(date)) : '');
  const dayAfter = (date: IsoDate | null) => (date ? workingDaysAfter(desk.charter, date, 1) : null);
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
        toSecretaries: false,
      };
    case 'agenda-out':
      if (here.over) return { done: text.note.agendaOver(when) };
      return {
        title: text.note.agendaOut,
        lines: [text.note.agendaItems(itemsOf(here).length)],
        verb: 'agenda',
        open: text.note.readAgenda,
        why: text.note.agendaOurs(settings.agendaDays),
        toSecretaries: false,
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
        toSecretaries: false,
      };
    }
    case 'agenda-late':
      if (meeting.agendaSent) return { done: text.note.agendaOver(when) };
      if (begun) return { done: text.note.held(when) };
      if (on.mark !== dayAfter(agenda)) return { done: text.note.overtaken };
      return {
        title: text.note.agendaLate,
        lines: [text.note.agendaLateBy(day(agenda))],
        verb: 'agenda',
        open: text.note.openAgenda,
        why: text.note.agendaOurs(settings.agendaDays),
        toSecretaries: true,
      };
    case 'minutes-late':
      if (meeting.minutes !== 'none') return { done: text.note.minutesSent(when) };
      if (on.mark !== dayAfter(minutes)) return { done: text.note.overtaken };
      return {
        title: text.note.minutesLate,
        lines: [text.note.minutesLateBy(day(minutes))],
        verb: 'minutes',
        open: text.note.openMinutes,
        why: text.note.minutesOurs(settings.minutesDays),
        toSecretaries: true,
      };
    case 'publish-due':
      if (meeting.minutes !== 'sent') return { done: text.note.published(when) };
      return {
        title: text.note.publishDue,
        lines: [text.note.publishDueSince(day(meeting.commentsUntil))],
        verb: 'minutes',
        open: text.note.openMinutes,
        why: text.note.commentsOurs(settings.commentWorkingDays),
        toSecretaries: true,
      };
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
  return { title, lines: lines.filter(Boolean), verb: '', open: '', why: textIn(language).why.ours, toSecretaries: false };
}

/** Those who run the body in whose channel the note stands. */
function secretariesOf(desk: Desk, { meeting, bodies }: AttendanceFile, on: Occasion<'note'>): readonly PersonKey[] {
  const body = bodies.find((each) => each.body === (on.in ?? meeting.body));
  const today = dateAt(desk.charter, desk.now);
  const running = body ? holdings(desk.charter, body, today).filter(({ seat }) => seat.role === 'secretary') : [];
  return [...new Set(running.map(({ appointment }) => desk.one(appointment.person)))];
}
