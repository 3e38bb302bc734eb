import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../bot/governance/charter/charter.ts';
import { renewedDeadlines, sameDeadlines } from '../../bot/governance/meeting/deadlines.ts';
import { wall } from '../../bot/governance/time/calendar.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Card, Desk, Form, Reading } from '../kit/card.ts';
import { chosenPerson, opens, typed } from '../kit/form.ts';
import { named } from '../kit/people.ts';
import { sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm, runsHere } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { goTo, sealed } from './agenda-press.ts';
import { eyebrowOf, meetingName, period, reasonGiven, sitting, whereabouts, whoIsAsked } from './attendance.ts';
import { changeButtons, changeForm } from './change-form.ts';
import { asksAgain, crowdedSaid } from './crowded.ts';
import { whenAndWhere } from './when-and-where.ts';

const mostReason = 300;
const chair = 'chair';

/** Moves a meeting, calls it off, or says who else leads it: each with a reason. Opened by a secretary from the meeting's card. */
export const meetingChange: Card<'meeting-change'> = {
  name: 'meeting-change',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const here = await sitting(desk, about);
    if (!here) return null;
    const { language } = viewer;
    const text = textIn(language);
    const running = await runsHere(desk, here.body, viewer);
    const may = running && !here.over && here.meeting.minutes === 'none';
    const renewed = may ? newDeadlines(desk, here.meeting, language) : null;
    const form = may ? openForm(viewer, ['move', 'cancel', 'lead']) : null;
    const picks = viewer.kind === 'person' ? viewer.picks : {};
    const people = form === 'lead' ? shorten(whoIsAsked(desk, here), 59).shown : [];
    const names = await named(desk, people);
    const when = period(desk, here.meeting, language);
    const notes = [running ? (may ? await reasonGiven(desk, here, language) : text.change.over) : text.change.readOnly];
    const head = {
      eyebrow: eyebrowOf(desk, text.standing.change, here, language),
      title: when,
      under: '',
      parts: [],
      why: [text.why.ours],
    };
    const seen = { crowded: picks.crowded ?? '', body: here.meeting.body };
    const crowded = form === 'move' ? crowdedSaid(desk.charter, here.meeting.body, viewer, desk.now) : '';
    const leaders = [
      { title: text.change.chair, value: chair },
      ...people.map((person, at) => ({ title: names[at] ?? '', value: person })),
    ];
    const as = { ...(await asItIs(desk, here.meeting)), reason: '', ...picks };
    const toMeeting = { title: text.change.toMeeting, verb: 'meeting', sends: false };
    return {
      data: sheet({
        ...head,
        missing: text.change.required,
        ...(form
          ? { ...changeForm(form, as, leaders, seen, language), waits: [crowded] }
          : {
              question: may ? text.change.question : '',
              byWhen: '',
              waits: [...notes, renewed === null ? '' : text.change.newDeadlines(renewed)],
              fields: [],
              buttons: [...(may ? changeButtons(renewed !== null, language) : []), toMeeting],
            }),
      }),
      summary: text.summary(text.change.title(meetingName(desk, here, language)), when),
      mentions: [],
      viewers: [],
    };
  },
  verbs: {
    open: opens,
    meeting: (form) => goTo(form, 'meeting'),
    move: (form) => {
      const given = whenAndWhere(form);
      if (isRefusal(given)) return given;
      return asksAgain(form, typed(form, 'body'), given) ?? changes(form, (reason) => ({ type: 'MoveMeeting', ...given, reason }));
    },
    renew: (form) => ({ read: 'command', stream: form.about, command: { type: 'UseSettings' } }),
    cancel: (form) => changes(form, (reason) => ({ type: 'CancelMeeting', reason })),
    lead: (form) => {
      const ledBy = typed(form, 'leader') === chair ? null : chosenPerson(form, 'leader');
      return isRefusal(ledBy) ? ledBy : changes(form, (reason) => ({ type: 'ChangeLead', ledBy, reason }));
    },
  },
};

function changes(form: Form, command: (reason: ReturnType<Form['seal']>) => Command): Reading {
  const reason: ReturnType<Form['seal']> | null | Refusal = sealed(form, 'reason', mostReason, form.seal);
  if (isRefusal(reason)) return reason;
  return reason ? { read: 'command', stream: form.about, command: command(reason) } : { refused: 'missing', field: 'reason' };
}

/** What would be due when, where today's settings say otherwise than this meeting's deadlines. */
function newDeadlines(desk: Desk, meeting: CalledMeeting, language: Language): string | null {
  const renewed = renewedDeadlines(desk.charter, meeting, desk.now);
  if (sameDeadlines(renewed, meeting.deadlines)) return null;
  const { change, date } = textIn(language);
  const day = (of: IsoDate) => date(Temporal.PlainDate.from(of));
  return [
    ...(renewed.items === null ? [] : [change.itemsBy(day(renewed.items))]),
    ...(renewed.agenda === null ? [] : [change.agendaBy(day(renewed.agenda))]),
    change.minutesBy(day(renewed.minutes)),
  ].join(', ');
}

/** The meeting's times and place as the form begins with them. */
async function asItIs(desk: Desk, meeting: CalledMeeting): Promise<Readonly<Record<string, string>>> {
  const start = wall(desk.charter, Temporal.Instant.from(meeting.start));
  const end = wall(desk.charter, Temporal.Instant.from(meeting.end));
  const { place, link } = await whereabouts(desk, meeting);
  const time = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' });
  const sameDay = start.toPlainDate().equals(end.toPlainDate());
  return {
    date: start.toPlainDate().toString(),
    from: time(start),
    untilDate: sameDay ? '' : end.toPlainDate().toString(),
    to: time(end),
    place: [place, link].filter(Boolean).join(' '),
  };
}
