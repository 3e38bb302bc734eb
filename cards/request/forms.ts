import { mayDelegate } from '../../bot/governance/request/may-order.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { takesBack } from '../kit/own-answer.ts';
import type { Button, Field } from '../kit/sheet.ts';
import { textIn } from '../text/languages.ts';
import { holdsKey, keyNow, mayReceipt, nameThen, type RequestFile, whoLooks } from './file.ts';

/** The forms of a request's card, each opened by a button of the same name. */
export const requestForms = ['no', 'delegate', 'report', 'withdraw', 'again'] as const;
export type RequestForm = (typeof requestForms)[number];
export const requestMost = { title: 200, account: 1_500, sentence: 600, report: 1_500, papers: 500 };

/** Draws the buttons of what the viewer is asked, then of what they may do besides. What a press may do is decided by the rules. */
export function requestButtons(desk: Desk, file: RequestFile, viewer: Viewer): readonly Button[] {
  const person = whoLooks(desk, viewer);
  if (person === null) return [];
  const text = textIn(viewer.language).request.buttons;
  const { state } = file;
  const seat = keyNow(file, person);
  const mine = state.turns.find((turn) => turn.seat === seat)?.judgement;
  const shown = String(state.edition);
  const ask = state.question?.ask;
  const theirs = state.phase === 'accepted' && ask === undefined && holdsKey(file, state.to, person);
  const ours = state.phase === 'ordering' || state.phase === 'asked' || state.phase === 'sent-back';
  return [
    ...(ask && seat !== null && !mine ? [{ title: text.yes[ask], verb: 'yes', shown, sends: false }, opening(text.no, 'no')] : []),
    ...(ask && mine ? [takesBack(viewer.language)] : []),
    ...(theirs && state.delegations.every((each) => each.phase !== 'given') ? [opening(text.report, 'report')] : []),
    ...(theirs && delegatesOf(desk, file).length > 0 ? [opening(text.delegate, 'delegate')] : []),
    ...(state.phase === 'reported' && mayReceipt(file, person) ? [{ title: text.receipt, verb: 'receipt', shown, sends: false }] : []),
    ...(state.phase === 'sent-back' && state.parent === null && holdsKey(file, state.from, person) ? [opening(text.again, 'again')] : []),
    ...(ours && state.parent === null && holdsKey(file, state.from, person) ? [opening(text.withdraw, 'withdraw')] : []),
  ];
}

export interface AskedInForm {
  readonly question: string;
  readonly note: string;
  readonly fields: readonly Field[];
  readonly submit: Button;
}

/** What an open form asks, and the button that sends it. */
export function requestForm(
  desk: Desk,
  file: RequestFile,
  form: RequestForm,
  viewer: Viewer,
  written: Readonly<Record<string, string>>,
): AskedInForm {
  const { language } = viewer;
  const { request: text } = textIn(language);
  const { state } = file;
  const shown = String(state.edition);
  const long = (id: string, label: string, most: number): Field => ({
    kind: 'text',
    id,
    label,
    most,
    long: true,
    required: true,
    value: written[id] ?? '',
  });
  switch (form) {
    case 'no':
      return {
        question: text.ask.no,
        note: '',
        fields: [long('reason', text.fields.reason, requestMost.sentence)],
        submit: { title: text.buttons.noNow, verb: 'no', shown, sends: true },
      };
    case 'delegate': {
      const choices = delegatesOf(desk, file).map((body) => ({ title: nameThen(desk, file, body, language), value: body }));
      const to: Field = {
        kind: 'one',
        id: 'to',
        label: text.fields.part,
        choices,
        style: choices.length > 6 ? 'compact' : 'expanded',
        value: written.to ?? '',
      };
      return {
        question: text.ask.delegate,
        note: text.ask.bothAgree,
        fields: [to, long('text', text.fields.partText, requestMost.account)],
        submit: { title: text.buttons.delegateNow, verb: 'delegate', sends: true },
      };
    }
    case 'report':
      return {
        question: text.ask.report(nameThen(desk, file, state.from, language)),
        note: text.ask.bothAgree,
        fields: [long('text', text.fields.report, requestMost.report)],
        submit: { title: text.buttons.reportNow, verb: 'report', sends: true },
      };
    case 'withdraw':
      return {
        question: text.ask.withdraw,
        note: '',
        fields: [long('reason', text.fields.reason, requestMost.sentence)],
        submit: { title: text.buttons.withdrawNow, verb: 'withdraw', sends: true },
      };
    case 'again':
      return {
        question: text.ask.again,
        note: text.ask.bothAgree,
        fields: orderFields(language, written),
        submit: { title: text.buttons.againNow, verb: 'again', shown: state.from, of: state.to, sends: true },
      };
  }
}

/** The fields of an order, as they were written. */
export function orderFields(language: Viewer['language'], written: Readonly<Record<string, string>>): readonly Field[] {
  const { fields } = textIn(language).request;
  const value = (id: string) => written[id] ?? '';
  return [
    { kind: 'text', id: 'title', label: fields.title, most: requestMost.title, required: true, value: value('title') },
    { kind: 'text', id: 'account', label: fields.account, most: requestMost.account, long: true, required: true, value: value('account') },
    { kind: 'date', id: 'until', label: fields.until, required: false, value: value('until') },
    {
      kind: 'text',
      id: 'papers',
      label: fields.papers,
      most: requestMost.papers,
      required: false,
      hint: 'https://',
      value: value('papers'),
    },
  ];
}

function delegatesOf(desk: Desk, { state }: RequestFile): readonly string[] {
  const today = dateAt(desk.charter, desk.now);
  return desk.charter.bodies.flatMap(({ id }) => (mayDelegate(desk.charter, state.to, id, today) === null ? [] : [id]));
}

function opening(title: string, open: RequestForm): Button {
  return { title, verb: 'open', open, sends: false };
}
