import { keysOf } from '../../bot/governance/case/judge.ts';
import { isOver } from '../../bot/governance/case/phases.ts';
import { bodyAsked, onlyTold } from '../../bot/governance/case/standing.ts';
import { asReadOn } from '../../bot/governance/charter/as-read.ts';
import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { competenceOn } from '../../bot/governance/charter/competence.ts';
import { waitedFor } from '../../bot/governance/people/keys.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Face, Viewer } from '../kit/card.ts';
import { chainSaid, verdictSaid } from '../kit/clauses.ts';
import { plain } from '../kit/escape.ts';
import { named, seatsAsked } from '../kit/people.ts';
import { type Act, type Button, sheet, template } from '../kit/sheet.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { type CaseFile, called, caseFile, caseTitle, shortCalled } from './file.ts';
import { informing } from './for-information.ts';
import { formFor } from './forms.ts';
import { keysTurned, ownCaseAnswer } from './judged.ts';
import { buttonsFor, caseForms, isAsked } from './may.ts';
import { briefOf, caseParts, leadOf } from './parts.ts';
import { caseVerbs } from './press.ts';
import { asking, missingInWriting } from './said.ts';
import { caseStanding } from './standing.ts';

/** A case's one card: what is asked, what is recommended, where it stands and why it goes that way. The same card stands in each body it has come to. */
export const caseCard: Card<'case'> = {
  name: 'case',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await caseFile(desk, about);
    if (!file) return null;
    const where = readOccasion('case', occasion)?.mark ?? file.state.body;
    return onlyTold(file.state, where) ? informing(desk, file, where, viewer) : faceOf(desk, file, where, viewer);
  },
  verbs: caseVerbs,
  judges: ['here', 'up', 'back', 'right', 'wrong'],
};

async function faceOf(desk: Desk, file: CaseFile, where: BodyId, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { case: text, back } = textIn(language);
  const { state } = file;
  const may = buttonsFor(desk, file, viewer);
  const fills = may.some(({ verb }) => verb === 'seats') ? [] : await seatsAsked(desk, file.about, state, viewer);
  const buttons = [...fills, ...may];
  const open = openForm(viewer, caseForms);
  const asked = isAsked(desk, file, viewer);
  const brief = open === null && openForm(viewer, ['whole']) === null && asked;
  const form = open && buttons.some((each) => each.open === open) ? await formFor(desk, file, open, viewer) : null;
  const asks = asking(desk, file, language);
  const [stands = '', ...more] = await caseStanding(desk, file, language);
  const asksHere = asks.question !== '' && (asked || bodyAsked(state) === where);
  const own = asked ? null : await ownCaseAnswer(desk, file, viewer);
  const { question, byWhen } = own ?? (asksHere ? asks : { question: stands, byWhen: more.join(' ') });
  const number = state.number === null ? '' : plain(state.number);
  const title = await caseTitle(desk, file, language);
  const idle = viewer.kind === 'person' && buttons.length === 0 && asksHere;
  const leave: Button = { title: back, verb: 'view', sends: false };
  const whole: Button = { title: text.buttons.whole, verb: 'open', open: 'whole', sends: false };
  const lead = open === 'edit' || open === 'absence' ? null : await leadOf(desk, file, language);
  const papers = state.content.papers && (await desk.words(file.about, state.content.papers));
  const toAll: readonly Act[] = brief ? [whole, ...(papers ? [{ title: text.papers, link: papers }] : [])] : [];
  const standing = await Promise.all(form ? [] : buttons.map((each) => unfolding(desk, file, each, viewer)));
  const story = brief
    ? await briefOf(desk, file, viewer)
    : await caseParts(desk, file, viewer, form === null ? null : open, asksHere || own ? [stands, ...more] : []);
  return {
    data: sheet({
      eyebrow: textIn(language).eyebrow(text.called(number), shortCalled(desk, file, where, language)),
      title,
      size: form ? 'Medium' : 'Large',
      under: '',
      lead,
      question: form ? form.question : question,
      byWhen: form ? form.note : idle ? text.readOnly : byWhen,
      settled: isOver(state) && !asksHere,
      keys: form ? [] : await keysTurned(desk, file, viewer),
      parts: [...story, ...(form || brief ? [] : [{ heading: '', lines: [await raisedBy(desk, file, viewer)] }])],
      fields: form ? form.fields : [],
      missing: text.required,
      buttons: form
        ? [{ ...form.submit, of: state.at, primary: !ways.includes(form.submit.verb) }, leave]
        : [...standing, ...(lead ? toAll.map((each, at) => ({ ...each, aside: at > 0 || buttons.length > 1 })) : [])],
      below: form || lead ? [] : toAll,
      why: form ? [] : clauseChain(desk, file, viewer).slice(0, brief ? 2 : undefined),
    }),
    summary: textIn(language).summary(text.title(number, title), question),
    mentions: [],
    viewers: viewersOf(desk, file),
  };
}

/** Where only a sentence is asked for, its field unfolds on the card itself. The chairs' ways look alike, and none is the first. */
async function unfolding(desk: Desk, file: CaseFile, button: Button, viewer: Viewer): Promise<Act> {
  const form = sentenceForms.find((each) => each === button.open);
  const placed = { ...button, primary: services.includes(button.verb), aside: button.open === 'absence' };
  if (!form) return placed;
  const { note, fields, submit } = await formFor(desk, file, form, viewer);
  return {
    title: button.title,
    writes: { note, fields, missing: textIn(viewer.language).case.required, submit: { ...submit, of: file.state.at, primary: true } },
  };
}
const ways: readonly string[] = ['here', 'up', 'back'];
const sentenceForms = ['here', 'up', 'back', 'wrong', 'reopen', 'withdraw', 'against', 'ask-meeting'] as const;
const services: readonly string[] = ['receipt', 'right', 'send', 'call-meeting', 'minutes', 'seats', 'confirm-outside'];

async function raisedBy(desk: Desk, file: CaseFile, viewer: Viewer): Promise<string> {
  const { case: text } = textIn(viewer.language);
  const { state } = file;
  const [who = ''] = state.by ? await named(desk, [state.by]) : [];
  const raised = text.raised(called(desk, file, state.body, viewer.language), who);
  return state.content.journal ? `${raised} · ${text.journal(plain(state.content.journal))}` : raised;
}

/** Why it goes this way: what the terms it was raised under say of the body that has it. */
function clauseChain(desk: Desk, { state }: CaseFile, { language }: Viewer): readonly string[] {
  const answer = competenceOn(asReadOn(desk.charter, state.termsOn), state.at, state.matter, state.termsOn);
  return [verdictSaid(desk.charter, state.at, answer, language, state.termsOn), ...chainSaid(desk.charter, answer, language)];
}

/** Those who are waited for, then those who may do something else. */
function viewersOf(desk: Desk, file: CaseFile): readonly PersonKey[] {
  const { state, around, at, home } = file;
  const awaited = state.phase === 'judging' || state.phase === 'confirming' ? waitedFor(keysOf(state, around)) : [];
  const written = state.phase === 'written' ? missingInWriting(file) : [];
  return [...new Set([...awaited, ...written, ...runners(desk, at), ...runners(desk, home), ...(state.by ? [state.by] : [])])];
}
