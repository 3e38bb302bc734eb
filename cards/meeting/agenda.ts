import { Temporal } from 'temporal-polyfill';
import { settingsOf } from '../../bot/governance/meeting/deadlines.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { idIn, isOf, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Face, Viewer } from '../kit/card.ts';
import { shortBody } from '../kit/said.ts';
import { sheet, template } from '../kit/sheet.ts';
import { openForm, runners, runsHere } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { agendaButtons, agendaForm, agendaForms, onwardTo, opensForm } from './agenda-forms.ts';
import { agendaVerbs } from './agenda-press.ts';
import { type AttendanceFile, asTitle, eyebrowOf, meetingName, period, sitting } from './attendance.ts';
import { agendaRow, behindItems, fittingRows, isMember, itemsOf, itemTitle, pageStart } from './items.ts';
import { meetingsOf } from './joined.ts';

const room = { everyone: 5_000, person: 7_500 };

/** A meeting's agenda, or that of a body's next meeting: what is on it, and "do you have an item?". */
export const agenda: Card<'agenda'> = {
  name: 'agenda',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const here = await meetingFor(desk, about);
    return here ? agendaOf(desk, here, viewer) : noMeeting(desk, about, viewer);
  },
  verbs: agendaVerbs,
};

/** The meeting itself, or the next one of a body. */
async function meetingFor(desk: Desk, about: Stream): Promise<AttendanceFile | null> {
  if (!isOf(about, 'body')) return sitting(desk, about);
  const open = await meetingsOf(desk, idIn(about, 'body'));
  const next = open.find(({ end }) => Temporal.Instant.compare(end, desk.now) > 0);
  return next ? sitting(desk, streamOf('meeting', next.meeting)) : null;
}

async function agendaOf(desk: Desk, here: AttendanceFile, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const text = textIn(language);
  const { meeting } = here;
  const running = await runsHere(desk, here.body, viewer);
  const closing = meeting.phase === 'cancelled' || meeting.minutes !== 'none';
  const mayPropose = !closing && (running || (!meeting.agendaSent && isMember(desk, here, viewer)));
  const items = itemsOf(here);
  const withdrawable = meeting.items.filter(
    (each) => each.about === null && (running || (!meeting.agendaSent && isOwn(desk, each.by, viewer))),
  );
  const may = {
    propose: mayPropose,
    withdraw: !closing && viewer.kind === 'person' && withdrawable.length > 0,
    order: !closing && running && meeting.items.length > 1,
    send: !closing && running && !meeting.agendaSent && items.length > 0,
  };
  const form = openForm(viewer, agendaForms);
  const shown = form && may[form] ? form : null;
  const from = pageStart(viewer, items.length);
  const page = await fittingRows(items, from, room[viewer.kind], (item, at) => agendaRow(desk, here, item, at, viewer));
  const titles = await Promise.all(meeting.items.map((item, at) => itemTitle(desk, item, at, true, viewer)));
  const choices = meeting.items.map((item, at) => ({ title: titles[at] ?? '', value: item.id }));
  const when = period(desk, meeting, language);
  const asking = !meeting.agendaSent && !closing;
  const thanks = viewer.kind === 'person' && viewer.open === 'proposed' ? text.agenda.proposed : '';
  const wanting = running && asking && items.length === 0 ? text.agenda.wanting : '';
  const readOnly = viewer.kind === 'person' && asking && !mayPropose ? text.agenda.readOnly : '';
  const left = page.next === null ? '' : text.agenda.rest(items.length - page.next);
  const kind = meeting.agendaSent ? text.agenda.sentOut : text.kinds.agenda;
  const head = { eyebrow: eyebrowOf(desk, kind, here, language), title: asTitle(when), missing: text.agenda.required };
  const why = [text.note.itemsOurs(settingsOf(desk.charter, meeting.body).itemsDays)];
  const shownForm =
    shown &&
    agendaForm(
      shown,
      here,
      language,
      shown === 'withdraw' ? choices.filter(({ value }) => withdrawable.some(({ id }) => id === value)) : choices,
    );
  return {
    data: shownForm
      ? sheet({ ...head, under: '', parts: [], why, ...shownForm })
      : sheet({
          ...head,
          under: '',
          question: asking ? text.agenda.ask : '',
          byWhen: asking ? byWhen(desk, here, language) : '',
          waits: [thanks, wanting, readOnly],
          groups: [
            {
              heading: '',
              rows: page.rows.map(({ heading, notes }) => ({ first: heading, second: '', third: notes, tone: 'default' })),
              more: left,
            },
          ],
          parts: items.length === 0 ? [{ heading: '', lines: [text.agenda.none] }] : behindItems(page.rows, language),
          fields: [],
          buttons: agendaButtons(meeting.meeting, may, viewer.language),
          below: [
            ...(page.next !== null && viewer.kind === 'person'
              ? [opensForm(text.agenda.next, 'page', meeting.meeting, { page: String(page.next) })]
              : []),
            ...(viewer.kind === 'person' ? [onwardTo(desk, here, language)] : []),
          ],
          why,
        }),
    summary: text.summary(text.agenda.title(meetingName(desk, here, language)), when),
    mentions: [],
    viewers: [...new Set(here.bodies.flatMap((body) => runners(desk, body)))],
  };
}

async function noMeeting(desk: Desk, about: Stream, viewer: Viewer): Promise<Face | null> {
  if (!isOf(about, 'body')) return null;
  const text = textIn(viewer.language);
  const body = await desk.body(idIn(about, 'body'));
  const title = text.agenda.title(shortBody(desk.charter, body.body, viewer.language, dateAt(desk.charter, desk.now)));
  return {
    data: sheet({
      eyebrow: shortBody(desk.charter, body.body, viewer.language, dateAt(desk.charter, desk.now)),
      title: text.kinds.agenda,
      under: '',
      question: text.agenda.noMeeting,
      byWhen: text.agenda.addMeeting(text.words['new-meeting']),
      parts: [],
      fields: [],
      missing: '',
      buttons: (await runsHere(desk, body, viewer))
        ? [{ title: text.newMeeting.write, verb: 'call-meeting', of: body.body, sends: false, primary: true }]
        : [],
      why: [text.why.asked],
    }),
    summary: text.summary(title, text.agenda.noMeeting),
    mentions: [],
    viewers: runners(desk, body),
  };
}

function byWhen(desk: Desk, { meeting }: AttendanceFile, language: Language): string {
  const text = textIn(language);
  const { items, agenda: out } = meeting.deadlines;
  const today = dateAt(desk.charter, desk.now);
  const day = (date: string) => text.weekday(Temporal.PlainDate.from(date));
  const lines = [
    ...(items === null ? [] : [today <= items ? text.agenda.itemsBy(day(items)) : text.agenda.itemsLate]),
    ...(out === null || today > out ? [] : [text.agenda.sentBy(day(out))]),
  ];
  return lines.join(' ');
}

function isOwn(desk: Desk, by: string | null, viewer: Viewer): boolean {
  return viewer.kind === 'person' && by !== null && desk.one(by) === desk.one(viewer.person);
}
