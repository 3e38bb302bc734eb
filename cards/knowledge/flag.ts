import { resultIn } from '../../bot/governance/case/phases.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn, isOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Face, Form, Reading, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { opens } from '../kit/form.ts';
import { toCase, toRaise, toSeats } from '../kit/lead.ts';
import { named, seatsAsked } from '../kit/people.ts';
import { type Button, type SheetPart, sheet, template } from '../kit/sheet.ts';
import { mayRaise, openForm, runners } from '../kit/viewer.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { type Language, textIn } from '../text/languages.ts';
import { nameToday, wordsIn } from './experience-file.ts';
import { chairsAwaited, type FlagFile, flagFile, mayAnswerFlag } from './flag-file.ts';

const most = { text: 900, answer: 1_000 };

/** What somebody has spoken up about, what the chairs answer, and the case it became. */
export const flagCard: Card<'flag'> = {
  name: 'flag',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const file = await flagFile(desk, about);
    return file && faceOf(desk, file, viewer);
  },
  verbs: {
    open: opens,
    answer,
    raise: toRaise,
    case: toCase,
    seats: toSeats,
  },
};

async function faceOf(desk: Desk, file: FlagFile, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { flag: text, back, summary, eyebrow, kinds } = textIn(language);
  const { state, around } = file;
  const answering = viewer.kind === 'person' && mayAnswerFlag(file, desk.one(viewer.person));
  const open = answering ? openForm(viewer, ['answer']) : null;
  const [who = ''] = await named(desk, [state.by]);
  const title = text.titles[state.concern];
  const names = await named(desk, chairsAwaited(file));
  const waits = state.phase !== 'open' ? '' : names.length === 0 ? text.nobody : text.waitsFor(names.join(', '));
  const question = state.phase === 'open' ? text.ask : text.stands[state.phase];
  const buttons: readonly Button[] = [
    ...(await seatsAsked(desk, file.about, state, viewer)),
    ...(answering
      ? [{ title: state.phase === 'open' ? text.buttons.answer : text.buttons.again, verb: 'open', open: 'answer', sends: false }]
      : []),
    ...((state.phase === 'open' || state.phase === 'answered') && (await mayRaise(desk, state.body, viewer))
      ? [{ title: text.buttons.raise, verb: 'raise', of: state.body, sends: false }]
      : []),
    ...(state.case && viewer.kind === 'person'
      ? [{ title: text.buttons.toCase, verb: 'case', of: idIn(state.case.about, 'case'), sends: false }]
      : []),
  ];
  return {
    data: sheet({
      eyebrow: eyebrow(kinds.flag, nameToday(desk, state.body, language)),
      title,
      size: open ? 'Medium' : 'Large',
      under: open ? '' : text.by(who, nameToday(desk, state.body, language)),
      question: open ? text.asks(who) : question,
      byWhen: open ? text.hears : waits,
      parts: open ? [] : await story(desk, file, language),
      fields: open
        ? [
            {
              kind: 'text',
              id: 'answer',
              label: text.answerField,
              most: most.answer,
              long: true,
              required: true,
              value: state.answer ? ((await desk.words(file.about, state.answer.text)) ?? '') : '',
            },
          ]
        : [],
      missing: text.required,
      buttons: open
        ? [
            { title: text.buttons.answerNow, verb: 'answer', sends: true },
            { title: back, verb: 'view', sends: false },
          ]
        : buttons,
      why: open ? [] : chainSaid(desk.charter, { chain: state.clause ? [state.clause] : [], ours: state.clause === null }, language),
    }),
    summary: summary(title, question),
    mentions: [],
    viewers: [...new Set([...chairsAwaited(file), ...runners(desk, around.body(state.body)), state.by])],
  };
}

async function story(desk: Desk, { about, state }: FlagFile, language: Language): Promise<readonly SheetPart[]> {
  const { flag: text, experience } = textIn(language);
  const lines = (heading: string, all: readonly string[]): SheetPart => ({ heading: all.length > 0 ? heading : '', lines: all });
  const [who = ''] = state.answer ? await named(desk, [state.answer.person]) : [];
  const answer = state.answer ? [text.answered(who, await wordsIn(desk, about, state.answer.text, most.answer))] : [];
  return [
    lines(text.what, [(await wordsIn(desk, about, state.text, most.text)) || text.erased]),
    lines(text.answer, answer),
    lines(text.case, state.case ? [await caseSaid(state.case)] : []),
    lines('', state.phase === 'open' && state.case?.outcome === 'withdrawn' ? [text.takenBack] : []),
  ];

  async function caseSaid({ about: of, outcome }: NonNullable<typeof state.case>): Promise<string> {
    const known = await desk.state('case', of);
    const title = known ? await wordsIn(desk, of, known.content.title, 120) : '';
    const result = known && resultIn(known);
    const words = result ? await wordsIn(desk, result.textsIn, result.text, most.answer) : '';
    const line = experience.caseLine([known?.number ?? '', title].filter(Boolean).join(' ') || experience.untitled, outcome);
    return words !== '' && (outcome === 'decided' || outcome === 'rejected') ? text.outcome(line, words) : line;
  }
}

function answer(form: Form): Reading {
  if (!isOf(form.about, 'flag')) return { refused: 'flag-has-moved' };
  const text = sealed(form, 'answer', most.answer, form.seal);
  if (isRefusal(text)) return text;
  if (text === null) return { refused: 'missing', field: 'answer' };
  return { read: 'command', stream: form.about, command: { type: 'AnswerFlag', text } };
}
