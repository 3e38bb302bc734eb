import { keysOf } from '../bot/governance/case-judge.ts';
import { competenceOn } from '../bot/governance/competence.ts';
import { waitedFor } from '../bot/governance/keys.ts';
import type { PersonKey } from '../bot/governance/model.ts';
import type { Card, Desk, Face, Viewer } from './card.ts';
import { matterLine } from './case-content.ts';
import { type CaseFile, called, caseFile, caseTitle, caseWords } from './case-file.ts';
import { formFor } from './case-forms.ts';
import { buttonsFor, type CaseForm, caseForms } from './case-may.ts';
import { caseVerbs } from './case-press.ts';
import {
  asking,
  directionLines,
  journey,
  keysTurned,
  missingInWriting,
  reasonsOnTheWay,
  resultLines,
  standing,
  writtenLines,
} from './case-said.ts';
import { chainSaid, verdictSaid } from './clauses.ts';
import { plain } from './escape.ts';
import { named } from './people.ts';
import { labels } from './said.ts';
import template from './sheet.json' with { type: 'json' };
import { type Button, type Part, sheet } from './sheet.ts';
import { textIn } from './text/languages.ts';
import { opened, runners } from './viewer.ts';

/** How much of it a card has room for. */
const most = { account: 500, recommendation: 300, recommendations: 8, decision: 700 };

/** A case's one card: what is asked, what is recommended, where it stands and why it goes that way. The same card stands in each body it has come to. */
export const caseCard: Card = {
  name: 'case',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const file = await caseFile(desk, about);
    return file && faceOf(desk, file, viewer);
  },
  verbs: caseVerbs,
};

async function faceOf(desk: Desk, file: CaseFile, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { case: text, back } = textIn(language);
  const { state } = file;
  const buttons = buttonsFor(desk, file, viewer);
  const open = opened(viewer, caseForms);
  const form = open && buttons.some((each) => each.open === open) ? await formFor(desk, file, open, viewer) : null;
  const { question, byWhen } = asking(desk, file, language);
  const title = text.title(state.number === null ? '' : plain(state.number), await caseTitle(desk, file, language));
  const idle = viewer.kind === 'person' && buttons.length === 0 && question !== '';
  const leave: Button = { title: back, verb: 'view', sends: false };
  const story = await partsOf(desk, file, viewer, open !== null && form !== null ? open : null);
  return {
    data: sheet({
      title,
      size: form ? 'Medium' : 'Large',
      under: form ? '' : await raisedBy(desk, file, viewer),
      question: form ? form.question : question,
      byWhen: form ? form.note : idle ? text.readOnly : byWhen,
      parts: story,
      fields: form ? form.fields : [],
      missing: text.required,
      buttons: form ? [{ ...form.submit, of: state.at }, leave] : buttons,
      why: form ? [] : clauseChain(desk, file, viewer),
    }),
    summary: textIn(language).summary(title, question || labels(text.status)[state.phase] || text.journey),
    mentions: [],
    viewers: viewersOf(desk, file),
  };
}

/** A form shows what is judged and nothing else, so that it fits a phone; the plain card tells the whole story. */
async function partsOf(desk: Desk, file: CaseFile, viewer: Viewer, form: CaseForm | null): Promise<readonly Part[]> {
  const { language } = viewer;
  const { case: text } = textIn(language);
  const { about, state } = file;
  const lines = (heading: string, all: readonly string[]): Part => ({ heading: all.length > 0 ? heading : '', lines: all });
  const recommended = await Promise.all(
    state.content.recommendations.slice(0, most.recommendations).map((each) => caseWords(desk, about, each, most.recommendation)),
  );
  const result = lines(
    text.result(called(desk, file, state.result?.body ?? state.at, language)),
    await resultLines(desk, file, language, most.decision),
  );
  const recommendation = lines(text.recommendations, recommended.filter(Boolean).map(text.at));
  if (form === 'edit' || form === 'absence') return [];
  if (form !== null) return state.phase === 'judging' || state.phase === 'written' ? [recommendation] : [result];
  const papers = state.content.papers && (await desk.words(about, state.content.papers));
  const account = await caseWords(desk, about, state.content.account, most.account);
  const refused = state.refusedErrands.slice(-2).map(({ rule }) => ruleSaid(rule, viewer));
  const told = state.told.map((body) => called(desk, file, body, language)).join(', ');
  return [
    result,
    { ...recommendation, ...(papers ? { leads: { open: text.papers, link: papers } } : {}) },
    lines(text.keys, await keysTurned(desk, file, language)),
    lines(text.answers, await writtenLines(desk, file, language)),
    lines(text.stands, [
      ...(await standing(desk, file, language)),
      ...(state.practicePlan ? [text.practicePlan(await caseWords(desk, about, state.practicePlan, most.recommendation))] : []),
    ]),
    lines(text.journey, [
      journey(desk, file, language),
      ...(await reasonsOnTheWay(desk, file, language)),
      ...(told ? [text.told(told)] : []),
    ]),
    lines(text.directions, await directionLines(desk, file, language)),
    lines(text.account, [account, matterLine(state.matter, language)].filter(Boolean)),
    lines(text.refused, refused),
  ];
}

function ruleSaid(rule: string, viewer: Viewer): string {
  const rules: Readonly<Record<string, string>> = textIn(viewer.language).refusedErrand.rules;
  return rules[rule] ?? textIn(viewer.language).refusedErrand.rules.other;
}

async function raisedBy(desk: Desk, file: CaseFile, viewer: Viewer): Promise<string> {
  const { case: text } = textIn(viewer.language);
  const { state } = file;
  const [who = '–'] = state.by ? await named(desk, [state.by]) : [];
  const raised = text.raised(called(desk, file, state.body, viewer.language), who);
  return state.content.journal ? `${raised} · ${text.journal(plain(state.content.journal))}` : raised;
}

/** Why it goes this way: what the terms it was raised under say of the body that has it. */
function clauseChain(desk: Desk, { state }: CaseFile, { language }: Viewer): readonly string[] {
  const answer = competenceOn(desk.charter, state.at, state.matter, state.termsOn);
  return [verdictSaid(desk.charter, state.at, answer, language, state.termsOn), ...chainSaid(desk.charter, answer, language)];
}

/** Those who are waited for, then those who may do something else. */
function viewersOf(desk: Desk, file: CaseFile): readonly PersonKey[] {
  const { state, around, at, home } = file;
  const awaited = state.phase === 'judging' || state.phase === 'confirming' ? waitedFor(keysOf(state, around)) : [];
  const written = state.phase === 'written' ? missingInWriting(desk, file) : [];
  return [...new Set([...awaited, ...written, ...runners(desk, at), ...runners(desk, home), ...(state.by ? [state.by] : [])])];
}
