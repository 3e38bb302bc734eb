import { answerOf, tally } from '../../bot/governance/meeting/attendance.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Viewer } from '../kit/card.ts';
import { chosenPerson, typed } from '../kit/form.ts';
import { type Choice, named } from '../kit/people.ts';
import { why } from '../kit/said.ts';
import { type Act, type Button, type Field, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { chairs, openForm, runners, runsHere } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { goTo } from './agenda-press.ts';
import {
  type AttendanceFile,
  answerBy,
  answering,
  asTitle,
  counts,
  eyebrowOf,
  fromEach,
  heldBy,
  leafOf,
  nobodyAsked,
  ownAnswer,
  period,
  reasonGiven,
  sitting,
  standIns,
  titleOf,
  whereabouts,
  whoIsAsked,
  whoIsMissing,
} from './attendance.ts';
import { program } from './program.ts';
import { newInTeams } from './teams-link.ts';

const mostNames = 60;
/** Those who have not answered come first. */
const mostToRecord = 50;

/** A meeting's standing card: what, when, where, "are you coming?", and how many are, by sector. */
export const meetingCard: Card<'meeting'> = {
  name: 'meeting',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const here = await sitting(desk, about);
    if (!here) return null;
    const { language } = viewer;
    const text = textIn(language);
    const asked = whoIsAsked(desk, here);
    const missing = whoIsMissing(desk, here);
    const isAsked = viewer.kind === 'person' && asked.includes(desk.one(viewer.person));
    const invited = viewer.kind === 'everyone' || isAsked;
    const answers = isAsked && here.asks;
    const running = await runsHere(desk, here.body, viewer);
    const form = here.over
      ? null
      : openForm(viewer, [...(answers ? ['deputy' as const] : []), ...(running && asked.length > 0 ? ['record' as const] : [])]);
    const when = period(desk, here.meeting, language);
    const head = {
      eyebrow: eyebrowOf(desk, text.kinds.meeting, here, language),
      title: asTitle(when),
      leaf: leafOf(desk, here.meeting, language),
    };
    const said = { why: [why(desk, here.terms, reasonFor(desk, here, viewer), language)], missing: text.meeting.required };
    return {
      data: form
        ? sheet({ ...head, ...said, ...(await recordForm(desk, here, viewer, form, [...missing, ...asked])) })
        : sheet({
            ...head,
            ...said,
            ...together(
              await asking(desk, here, viewer, { invited, isAsked, open: missing.length > 0 || asked.length === 0 }),
              await story(desk, here, viewer, { running, asked: asked.length, missing }),
              running,
            ),
            fields: [],
          }),
      summary: text.summary(titleOf(desk, here, language), when),
      mentions: [],
      viewers: [...new Set([...missing, ...asked, ...here.bodies.flatMap((body) => runners(desk, body))])],
    };
  },
  verbs: {
    ...answering,
    agenda: (form) => goTo(form, 'agenda'),
    minutes: (form) => goTo(form, 'minutes'),
    change: (form) => goTo(form, 'meeting-change'),
    record: (form) => {
      const person = chosenPerson(form, 'person');
      if (isRefusal(person)) return person;
      const attendance = (['coming', 'absent', 'deputy'] as const).find((each) => each === typed(form, 'attendance'));
      if (!attendance) return { refused: 'missing', field: 'attendance' };
      const deputy = attendance === 'deputy' ? chosenPerson(form, 'deputy') : null;
      if (isRefusal(deputy)) return deputy;
      return { read: 'command', stream: form.about, command: { type: 'RecordAttendance', person, attendance, deputy } };
    },
  },
};

/** Somebody who is asked is asked because of their seat; the meeting itself is there because of the cadence. */
function reasonFor(desk: Desk, { bodies, terms }: AttendanceFile, viewer: Viewer) {
  const held = viewer.kind === 'person' ? heldBy(desk, bodies, viewer.person)[0] : null;
  return held?.seat.clause ?? (terms?.cadence.stated ? terms.cadence.clause : null);
}

/** Why somebody has or has not to answer, and the buttons: what one has answered already can be changed until it is over. */
async function asking(
  desk: Desk,
  here: AttendanceFile,
  viewer: Viewer,
  { invited, isAsked, open }: { readonly invited: boolean; readonly isAsked: boolean; readonly open: boolean },
) {
  const { meeting: text } = textIn(viewer.language);
  const own = await ownAnswer(desk, here, viewer, isAsked);
  if (here.over)
    return { question: here.meeting.phase === 'cancelled' ? text.cancelled : text.over, byWhen: '', buttons: [], waits: [own] };
  if (!here.asks) return { question: here.meeting.minutes === 'none' ? text.begun : text.minuted, byWhen: '', buttons: [], waits: [own] };
  if (!invited) return { question: own, byWhen: '', buttons: [] };
  const answer = viewer.kind === 'person' ? (answerOf(here.meeting, viewer.person, desk.one)?.attendance ?? null) : null;
  const coming: Button = { title: text.coming, verb: 'coming', sends: false, primary: answer === null };
  const absent: Button = { title: text.absent, verb: 'absent', sends: false };
  const deputy: Button = {
    title: text.deputy,
    verb: 'open',
    open: 'deputy',
    sends: false,
    primary: answer === 'absent',
    aside: answer === null,
  };
  return {
    question: answer === null ? text.question : own,
    byWhen: answer === null && open ? answerBy(desk, here, viewer.language) : '',
    settled: answer === 'coming' || answer === 'deputy',
    buttons: [
      ...(answer === 'coming' ? [] : [coming]),
      ...(answer === 'absent' ? [] : [absent]),
      ...(viewer.kind === 'person' && answer !== 'deputy' ? [deputy] : []),
    ],
  };
}

/** Where somebody is asked, the ways onward lie in the menu beside their answer; those who run the meeting have them in the open. */
function together<A extends { readonly buttons: readonly Act[] }, S extends { readonly below: readonly Act[] }>(
  asks: A,
  told: S,
  running: boolean,
): A & S {
  if (running || asks.buttons.length === 0) return { ...asks, ...told };
  return { ...asks, ...told, buttons: [...asks.buttons, ...told.below.map((each) => ({ ...each, aside: true }))], below: [] };
}

/** Where it is, how many come, what is on the agenda, and the ways onwardTo. */
async function story(
  desk: Desk,
  here: AttendanceFile,
  viewer: Viewer,
  { running, asked, missing }: { readonly running: boolean; readonly asked: number; readonly missing: readonly PersonKey[] },
) {
  const { language } = viewer;
  const { meeting: text, calendar, standing: go, kinds } = textIn(language);
  const { meeting, over } = here;
  const { place, link } = await whereabouts(desk, meeting);
  const then = await program(desk, here, viewer);
  const tally = counts(desk, here, language);
  const ics = over ? null : await desk.calendar({ of: 'meeting', meeting: meeting.meeting });
  const expected = meeting.phase === 'cancelled' ? [] : fromEach(desk, here, language);
  const leads = here.bodies.some((body) => chairs(desk, body, viewer));
  const names = running || leads ? await silence(desk, missing, language) : '';
  const to = (title: string, verb: string): Button => ({ title, verb, sends: false, aside: viewer.kind === 'everyone' && !over });
  const title = titleOf(desk, here, language);
  const create =
    !over && running && link === '' ? [{ title: calendar.create, link: newInTeams(desk.charter, meeting, title), aside: true }] : [];
  const answers = { said: text.answered(asked - missing.length, asked), under: text.tally(total(here, desk)) };
  return {
    under: place || (link ? text.online : ''),
    ...(meeting.phase === 'cancelled' || asked === 0
      ? {}
      : { tally: { ...answers, fold: text.split, facts: tally.length > 1 ? tally : [] } }),
    parts: [
      { heading: '', lines: [...then.notes, await reasonGiven(desk, here, language)] },
      { heading: '', lines: meeting.phase !== 'cancelled' && asked === 0 ? [nobodyAsked(here, language)] : [] },
      ...(expected.length > 0 ? [{ heading: text.expected, lines: [], facts: expected, folded: true }] : []),
      ...(names === '' ? [] : [{ heading: text.silent, lines: [names], folded: true }]),
      { heading: '', lines: then.stage === '' ? [] : [then.stage] },
      { heading: then.program.length > 0 ? kinds.agenda : '', lines: then.program, folded: true },
    ],
    below: [
      ...(then.page === '' ? [] : [{ title: go.readPage, link: then.page }]),
      ...(then.toAgenda ? [to(go.agenda, 'agenda')] : []),
      ...(then.toMinutes ? [to(go.minutes, 'minutes')] : []),
      ...(running && !over && asked > 0 ? [{ title: text.record, verb: 'open', open: 'record', sends: false }] : []),
      ...(then.toChange ? [to(go.change, 'change')] : []),
      ...(link && !over ? [{ title: text.openLink, link, aside: true }] : []),
      ...(ics ? [{ title: calendar.add, link: ics, aside: true }] : []),
      ...create,
    ],
  };
}

/** All sectors together. */
function total({ meeting, bodies }: AttendanceFile, desk: Desk) {
  const rows = tally(desk.charter, bodies, meeting, desk.sectorOf, desk.one);
  const sum = (each: 'coming' | 'deputy' | 'absent' | 'silent') => rows.reduce((all, row) => all + row[each], 0);
  return { coming: sum('coming'), deputy: sum('deputy'), absent: sum('absent'), silent: sum('silent') };
}

/** The form for one's deputy, or for an answer somebody gave by telephone. */
async function recordForm(desk: Desk, here: AttendanceFile, viewer: Viewer, form: 'deputy' | 'record', persons: readonly PersonKey[]) {
  const { language } = viewer;
  const { meeting: text, back, moreChoices } = textIn(language);
  const { choices, left } = await standIns(desk, here, viewer, form);
  const nobody = choices.length === 0;
  const deputy = (label: string, required: boolean): readonly Field[] =>
    nobody ? [] : [{ kind: 'one', id: 'deputy', label, style: 'filtered', required, choices }];
  const answers = { coming: text.coming, absent: text.absent, deputy: text.deputyName };
  const recording = form === 'record';
  const fields: readonly Field[] = recording
    ? [
        { kind: 'one', id: 'person', label: text.person, style: 'filtered', choices: await whoToRecord(desk, here, persons, language) },
        {
          kind: 'one',
          id: 'attendance',
          label: text.answer,
          style: 'expanded',
          choices: (['coming', 'absent', 'deputy'] as const).map((value) => ({ title: answers[value], value })),
        },
        ...deputy(text.deputyIfAny, false),
      ]
    : deputy(text.deputyFor, true);
  return {
    under: '',
    question: recording ? text.record : text.deputyTitle,
    byWhen: recording ? text.recordNote : '',
    waits: nobody ? [text.noRoster] : [],
    parts: [],
    fields,
    left: left > 0 ? moreChoices(left) : '',
    buttons: [
      ...(recording || !nobody ? [{ title: text.save, verb: form, sends: true, primary: true }] : []),
      { title: back, verb: 'view', sends: false },
    ],
  };
}

async function silence(desk: Desk, missing: readonly PersonKey[], language: Language): Promise<string> {
  const { shown, left } = shorten(missing, mostNames);
  return [(await named(desk, shown)).join(', '), ...(left > 0 ? [textIn(language).left(left)] : [])].join(' ');
}

async function whoToRecord(
  desk: Desk,
  { meeting: { answers }, meeting: state }: AttendanceFile,
  persons: readonly PersonKey[],
  language: Language,
) {
  const text = textIn(language).meeting;
  const words = { coming: text.coming, absent: text.absent, deputy: text.deputyName };
  const each = [...new Set(persons)].slice(0, mostToRecord);
  const names = await named(desk, each);
  return each.map((person, at): Choice => {
    const answer = answers.length > 0 ? answerOf(state, person, desk.one) : null;
    const name = names[at] ?? '';
    return { title: answer ? text.hasAnswered(name, words[answer.attendance]) : name, value: person };
  });
}
