import { answerOf } from '../../bot/governance/meeting/attendance.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Viewer } from '../kit/card.ts';
import { chosenPerson, typed } from '../kit/form.ts';
import { type Choice, named } from '../kit/people.ts';
import { labels, why } from '../kit/said.ts';
import { shorten } from '../kit/shorten.ts';
import { chairs, openForm, runners, runsHere } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { goTo } from './agenda-press.ts';
import {
  type AttendanceFile,
  answerBy,
  answering,
  counts,
  fromEach,
  heldBy,
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
import template from './meeting.json' with { type: 'json' };
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
    const running = await runsHere(desk, here.body, viewer);
    const form = here.over
      ? null
      : openForm(viewer, [...(isAsked ? ['deputy' as const] : []), ...(running && asked.length > 0 ? ['record' as const] : [])]);
    const open = !here.over && form === null;
    const { place, link } = await whereabouts(desk, here.meeting);
    const when = period(desk, here.meeting, language);
    const title = titleOf(desk, here, language);
    const people = form ? await standIns(desk, here, viewer, form) : { choices: [], left: 0 };
    return {
      data: {
        title,
        when,
        where: place || (link ? text.meeting.online : ''),
        link: here.over ? '' : link,
        ics: here.over ? '' : ((await desk.calendar({ of: 'meeting', meeting: here.meeting.meeting })) ?? ''),
        create: !here.over && running && link === '' ? newInTeams(desk.charter, here.meeting, title) : '',
        calendar: labels(text.calendar),
        reason: await reasonGiven(desk, here, language),
        question: here.over
          ? here.meeting.phase === 'cancelled'
            ? text.meeting.cancelled
            : text.meeting.over
          : invited
            ? text.meeting.question
            : '',
        byWhen: open && invited && (missing.length > 0 || asked.length === 0) ? answerBy(desk, here, language) : '',
        mine: await ownAnswer(desk, here, viewer, isAsked),
        counting: here.meeting.phase !== 'cancelled',
        answers: here.over ? text.meeting.answersThen : text.meeting.answers,
        tally: counts(desk, here, language),
        nobody: nobodyAsked(here, language),
        from: here.meeting.phase === 'cancelled' ? [] : fromEach(desk, here, language),
        silent:
          running || here.bodies.some((body) => chairs(desk, body, viewer)) ? await silence(desk, missing, asked.length > 0, language) : '',
        form: form ?? '',
        answering: open && invited,
        own: viewer.kind === 'person',
        recording: open && running && asked.length > 0,
        asked: form === 'record' ? await whoToRecord(desk, here, [...missing, ...asked], language) : [],
        people: people.choices,
        left: people.left > 0 ? text.moreChoices(people.left) : '',
        ...(await program(desk, here, viewer, form === null)),
        back: text.back,
        why: why(desk, here.terms, reasonFor(desk, here, viewer), language),
        say: labels(text.meeting),
      },
      summary: text.summary(title, when),
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

async function silence(desk: Desk, missing: readonly PersonKey[], someAsked: boolean, language: Language): Promise<string> {
  const text = textIn(language);
  if (missing.length === 0) return someAsked ? text.meeting.everyoneAnswered : '';
  const { shown, left } = shorten(missing, mostNames);
  return [...(await named(desk, shown)), ...(left > 0 ? [`+${left}`] : [])].join(', ');
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
