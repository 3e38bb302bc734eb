import { isServed } from '../../bot/governance/people/two-secretaries.ts';
import { askedBody } from '../../bot/governance/request/answer.ts';
import { isOpen } from '../../bot/governance/request/request.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Card, Desk, Face, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { answerRecorded } from '../kit/own-answer.ts';
import { seatsAsked } from '../kit/people.ts';
import { sheet, template } from '../kit/sheet.ts';
import { toldWords } from '../kit/told-words.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { askedNow, nameThen, type RequestFile, requestFile, requestTitle } from './file.ts';
import { type RequestForm, requestButtons, requestForm, requestForms, requestMost } from './forms.ts';
import { requestVerbs } from './press.ts';
import { askedOf, storyOf } from './said.ts';

/** A request's one card: what is ordered, what is asked now, and what has come of it. The same card stands with both bodies. */
export const requestCard: Card<'request'> = {
  name: 'request',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const file = await requestFile(desk, about);
    return file && faceOf(desk, file, viewer);
  },
  verbs: requestVerbs,
};

async function faceOf(desk: Desk, file: RequestFile, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { request: text, back, summary, eyebrow, kinds } = textIn(language);
  const { state } = file;
  const buttons = [...(await seatsAsked(desk, file.about, state, viewer)), ...requestButtons(desk, file, viewer)];
  const open = openForm(viewer, requestForms);
  const form =
    open && buttons.some((each) => each.open === open)
      ? requestForm(desk, file, open, viewer, await asWritten(desk, file, open, viewer))
      : null;
  const own = state.question === null ? null : answerRecorded(desk, state.turns, viewer);
  const { question, byWhen } = own ?? (await askedOf(desk, file, language));
  const title = await requestTitle(desk, file, language);
  const part = state.parent !== null;
  const idle = viewer.kind === 'person' && buttons.length === 0 && isOpen(state);
  return {
    data: sheet({
      eyebrow: eyebrow(part ? kinds.part : kinds.request, nameThen(desk, file, state.to, language)),
      title,
      size: form ? 'Medium' : 'Large',
      under: form ? '' : text.between(nameThen(desk, file, state.from, language), nameThen(desk, file, state.to, language)),
      question: form ? form.question : question,
      byWhen: form ? form.note : idle ? readOnly(desk, file, language) : byWhen,
      parts: form ? [] : await storyOf(desk, file, language),
      fields: form ? form.fields : [],
      missing: text.required,
      buttons: form ? [form.submit, { title: back, verb: 'view', sends: false }] : buttons,
      why: form ? [] : chainSaid(desk.charter, { chain: state.clause ? [state.clause] : [], ours: state.clause === null }, language),
    }),
    summary: summary(text.title(title, part), question),
    mentions: [],
    viewers: [...new Set([...(askedNow(file)?.persons ?? []), ...runners(desk, file.to), ...runners(desk, file.from)])],
  };
}

/** Somebody who reads along is told who answers, where that is neither the chairs nor anybody else of the body. */
function readOnly(desk: Desk, file: RequestFile, language: Language): string {
  const { request: text } = textIn(language);
  const { state } = file;
  const body = state.question !== null ? askedBody(state, state.question) : state.phase === 'accepted' ? state.to : state.from;
  if (!isServed(desk.charter, body, dateAt(desk.charter, desk.now))) return text.readOnly;
  return `${text.readOnly} ${text.answeredFor(nameThen(desk, file, body, language))}`;
}

/** What was turned down stands in its form again. */
async function asWritten(
  desk: Desk,
  { about, state }: RequestFile,
  open: RequestForm,
  viewer: Viewer,
): Promise<Readonly<Record<string, string>>> {
  const picks = viewer.kind === 'person' ? viewer.picks : {};
  const down = state.turnedDown?.question;
  if (open === 'report' || open === 'delegate') {
    if (down?.ask !== open) return picks;
    const text = (await desk.words(about, down.text)) ?? '';
    return { text, ...(down.ask === 'delegate' ? { to: down.to } : {}), ...picks };
  }
  const { title, account, papers, until } = state.order;
  const stood = {
    title: await toldWords(desk, title, requestMost.title),
    account: await toldWords(desk, account, requestMost.account),
    papers: papers ? ((await desk.words(papers.in, papers.text)) ?? '') : '',
    until: until ?? '',
  };
  return { ...stood, ...picks };
}
