import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import { isOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Face, Form, Reading, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { dateIn, opens } from '../kit/form.ts';
import { toSeats } from '../kit/lead.ts';
import { answerRecorded } from '../kit/own-answer.ts';
import { named, seatsAsked } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { type Button, type Field, type SheetPart, sheet, template } from '../kit/sheet.ts';
import { answersIn } from '../kit/told-words.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { dayInWords } from '../request/file.ts';
import { type Language, textIn } from '../text/languages.ts';
import {
  bodiesSaid,
  type GroupFile,
  type GroupForm,
  groupAwaits,
  groupButtons,
  groupFile,
  groupForms,
  groupVacant,
  groupWords,
} from './file.ts';

const most = { title: 60, words: 900, reason: 600, report: 1_500 };

/** A group's one card: what it is for, who sits in it, until when, and what came of it. The same card stands with each body that set it up. */
export const groupCard: Card<'group'> = {
  name: 'group',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const file = await groupFile(desk, about);
    return file && faceOf(desk, file, viewer);
  },
  verbs: {
    open: opens,
    yes: (form) => asks(form, () => ({ type: 'AnswerGroup', yes: true, reason: null, edition: shown(form) })),
    no: (form) => withWords(form, 'reason', most.reason, (reason) => ({ type: 'AnswerGroup', yes: false, reason, edition: shown(form) })),
    report: (form) => withWords(form, 'report', most.report, (report) => ({ type: 'ReportGroup', report })),
    extend: (form) =>
      asks(form, () => {
        const until = dateIn(form, 'until');
        return isRefusal(until) ? until : { type: 'ExtendGroup', until: until.toString() };
      }),
    'take-back': (form) => asks(form, () => ({ type: 'TakeBackAnswer' })),
    seats: toSeats,
    receipt: (form) => asks(form, () => ({ type: 'ReceiptGroup' })),
  },
};

async function faceOf(desk: Desk, file: GroupFile, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { group: text, back, summary } = textIn(language);
  const { state } = file;
  const buttons = [...(await seatsAsked(desk, file.about, state, viewer)), ...groupButtons(desk, file, viewer)];
  const open = openForm(viewer, groupForms);
  const form = open && buttons.some((each) => each.open === open) ? formFor(file, open, language) : null;
  const names = await named(desk, groupAwaits(file));
  const until = dayInWords(state.question?.ask === 'extend' ? state.question.until : state.mandate.until, language);
  const question = state.question
    ? text.asks[state.question.ask](until)
    : text.stands[state.phase](until, dateAt(desk.charter, desk.now) > state.mandate.until);
  const own = state.question === null ? null : answerRecorded(desk, state.turns, viewer);
  const vacant = groupVacant(file).map((body) => shortBody(desk.charter, body, language, state.termsOn));
  const waits = [
    ...(names.length > 0 ? [text.waitsFor(names.join(', '))] : []),
    ...(vacant.length > 0 ? [text.nobody(vacant.join(', '))] : []),
  ].join(' ');
  return {
    data: sheet({
      eyebrow: text.title(bodiesSaid(desk, file, language), state.phase),
      title: await groupWords(desk, file, state.mandate.purpose, most.title),
      size: form ? 'Medium' : 'Large',
      under: '',
      question: form ? form.question : (own?.question ?? question),
      byWhen: form ? form.note : (own?.byWhen ?? waits),
      parts: form ? [] : await storyOf(desk, file, language),
      fields: form ? [form.field] : [],
      missing: text.required,
      buttons: form ? [form.submit, { title: back, verb: 'view', sends: false }] : buttons,
      why: form ? [] : chainSaid(desk.charter, { chain: state.clauses, ours: false }, language),
    }),
    summary: summary(text.title(bodiesSaid(desk, file, language), state.phase), question),
    mentions: [],
    viewers: [...new Set([...groupAwaits(file), ...state.mandate.persons, ...file.bodies.flatMap((body) => runners(desk, body))])],
  };
}

async function storyOf(desk: Desk, file: GroupFile, language: Language): Promise<readonly SheetPart[]> {
  const { group: text, turnedDown: down } = textIn(language);
  const { state } = file;
  const lines = (heading: string, all: readonly string[]): SheetPart => ({ heading: all.length > 0 ? heading : '', lines: all });
  const turns = state.turns.length > 0 ? state.turns : state.turnedDown;
  const said = await answersIn(desk, file.about, turns, language);
  return [
    lines(text.report, await reportLines(desk, file, language)),
    lines(text.purpose, [await groupWords(desk, file, state.mandate.purpose, most.words)].filter(Boolean)),
    lines(text.whoDoesWhat, [await groupWords(desk, file, state.mandate.whoDoesWhat, most.words)].filter(Boolean)),
    lines(text.persons, [
      (await named(desk, state.mandate.persons)).join(', '),
      ...(state.question !== null ? [text.until(dayInWords(state.mandate.until, language))] : []),
    ]),
    lines(state.turns.length > 0 || state.phase === 'turned-down' ? text.answered : down.titles.extend, said),
  ];
}

/** The report, who handed it in, and who has received it. */
async function reportLines(desk: Desk, file: GroupFile, language: Language): Promise<readonly string[]> {
  const { group: text, answerNote } = textIn(language);
  const { report, reportedBy, receipt } = file.state;
  if (report === null) return [];
  const [by = ''] = reportedBy ? await named(desk, [reportedBy]) : [];
  const [receiver = ''] = receipt ? await named(desk, [receipt]) : [];
  const words = await groupWords(desk, file, report, most.words);
  return [words, by === '' ? '' : text.reportedBy(by), receiver === '' ? '' : answerNote.by(receiver)].filter(Boolean);
}

interface AskedInForm {
  readonly question: string;
  readonly note: string;
  readonly field: Field;
  readonly submit: Button;
}

function formFor({ state }: GroupFile, form: GroupForm, language: Language): AskedInForm {
  const { group: text } = textIn(language);
  const long = (id: string, label: string, mostWords: number): Field => ({
    kind: 'text',
    id,
    label,
    most: mostWords,
    long: true,
    required: true,
  });
  switch (form) {
    case 'no':
      return {
        question: text.ask.no,
        note: '',
        field: long('reason', text.fields.reason, most.reason),
        submit: { title: text.buttons.noNow, verb: 'no', shown: String(state.edition), sends: true },
      };
    case 'extend':
      return {
        question: text.ask.extend,
        note: text.ask.allAgree,
        field: { kind: 'date', id: 'until', label: text.fields.until, required: true, value: state.mandate.until },
        submit: { title: text.buttons.extendNow, verb: 'extend', sends: true },
      };
    case 'report':
      return {
        question: text.ask.report,
        note: text.ask.closes,
        field: long('report', text.fields.report, most.report),
        submit: { title: text.buttons.reportNow, verb: 'report', sends: true },
      };
  }
}

/** The version that stood on the card when it was pressed. */
function shown(form: Form): number {
  const version = Number(form.picks.shown ?? '');
  return Number.isSafeInteger(version) ? version : 0;
}

function asks(form: Form, make: () => Command | Refusal): Reading {
  if (!isOf(form.about, 'group')) return { refused: 'group-has-moved' };
  const command = make();
  return isRefusal(command) ? command : { read: 'command', stream: form.about, command };
}

function withWords(form: Form, field: string, longest: number, make: (words: ReturnType<Form['seal']>) => Command): Reading {
  return asks(form, () => {
    const words: ReturnType<Form['seal']> | null | Refusal = sealed(form, field, longest, form.seal);
    if (isRefusal(words)) return words;
    return words ? make(words) : { refused: 'missing', field };
  });
}
