import { Temporal } from 'temporal-polyfill';
import { keysOf } from '../../bot/governance/case/judge.ts';
import { owesSentence, turnedIn } from '../../bot/governance/case/phases.ts';
import { toldByHand } from '../../bot/governance/charter/practice.ts';
import { waitedFor } from '../../bot/governance/people/keys.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { matterFields } from '../kit/matter.ts';
import { named } from '../kit/people.ts';
import type { Button, Field } from '../kit/sheet.ts';
import { type Language, textIn } from '../text/languages.ts';
import { contentFields } from './content.ts';
import { type CaseFile, called, runsIn, whose } from './file.ts';
import { gateFields } from './gates.ts';
import type { CaseForm } from './may.ts';
import { tallySaid } from './origin.ts';

const mostSentence = 600;
const mostDecision = 1_500;

interface Asked {
  readonly question: string;
  readonly note: string;
  readonly fields: readonly Field[];
  readonly submit: Button;
}

/** What an open form asks, and the button that sends it. */
export async function formFor(desk: Desk, file: CaseFile, form: CaseForm, viewer: Viewer): Promise<Asked> {
  const { language } = viewer;
  const { case: text, raise } = textIn(language);
  const { state } = file;
  const { buttons } = text;
  const edition = String(state.edition);
  const asks = (question: string, fields: readonly Field[], title: string, verb: string, shown = edition, note = ''): Asked => ({
    question,
    note,
    fields,
    submit: { title, verb, shown, sends: true },
  });
  const sentence = (required: boolean, label = required ? text.sentenceNeeded : text.sentence): Field => ({
    kind: 'text',
    id: 'reason',
    label,
    hint: text.sentenceHint,
    most: mostSentence,
    long: true,
    required,
  });
  const disputed = owesSentence(turnedIn(state)).length > 0;
  switch (form) {
    case 'here':
      return asks(buttons.here, [sentence(disputed)], buttons.hereNow, 'here', edition, text.takeBackNote);
    case 'up':
      return asks(text.ask.up, [sentence(disputed)], buttons.upNow, 'up', edition, text.takeBackNote);
    case 'back':
      return asks(buttons.back, [sentence(true)], buttons.backNow, 'back', edition, text.takeBackNote);
    case 'wrong':
      return asks(text.ask.confirm, [sentence(true, text.wrongField)], buttons.wrongNow, 'wrong', String(state.reports));
    case 'reopen':
      return asks(buttons.reopen, [sentence(true)], buttons.reopenNow, 'reopen');
    case 'keep':
      return asks(buttons.keep, [sentence(true)], buttons.keepNow, 'keep');
    case 'withdraw':
      return asks(buttons.withdraw, [sentence(false)], buttons.withdrawNow, 'withdraw');
    case 'against':
      return asks(text.ask.written, [sentence(false)], buttons.againstNow, 'against');
    case 'ask-meeting':
      return asks(buttons.meeting, [sentence(true)], buttons.meetingNow, 'ask-meeting');
    case 'edit':
      return asks(
        raise.question,
        [...matterFields(state.matter, language), ...(await contentFields(desk, file, language))],
        buttons.save,
        'edit',
      );
    case 'start-written': {
      const until = Temporal.PlainDate.from(dateAt(desk.charter, desk.now)).add({ days: 7 }).toString();
      return asks(
        buttons.written,
        [{ kind: 'date', id: 'until', label: text.until, value: until, required: true }],
        buttons.writtenNow,
        'start-written',
      );
    }
    case 'report': {
      const report = asks(buttons.report, resultFields(viewer), buttons.save, form);
      return state.phase === 'confirming' ? report : { ...report, submit: { ...report.submit, open: 'written' } };
    }
    case 'outside':
      return asks(buttons.report, resultFields(viewer), buttons.save, form);
    case 'practice':
      return asks(
        text.ask.practice,
        [
          { kind: 'text', id: 'practice', label: text.practiceField, most: mostSentence, required: true },
          ...toldFields(desk, file, language),
        ],
        buttons.save,
        'practice',
      );
    case 'gate':
      return asks(
        textIn(language).gates.ask,
        gateFields(file, language, await tallySaid(desk, state.origin, language)),
        buttons.save,
        'gate',
        edition,
        textIn(language).gates.note,
      );
    case 'absence':
      return asks(buttons.absence, await absenceFields(desk, file, viewer), buttons.save, 'absence', edition, text.absenceNote);
  }
}

/** Those no card reaches: ticked when somebody has told them. */
function toldFields(desk: Desk, file: CaseFile, language: Language): readonly Field[] {
  const { state } = file;
  const choices = toldByHand(desk.charter, state.matter, state.termsOn).map((body) => ({
    title: called(desk, file, body, language),
    value: body,
  }));
  return choices.length === 0 ? [] : [{ kind: 'several', id: 'told', label: textIn(language).case.toldField, choices }];
}

function resultFields(viewer: Viewer): readonly Field[] {
  const { case: text } = textIn(viewer.language);
  const kinds = ['decided', 'rejected', 'sent-on', 'sent-back'] as const;
  return [
    {
      kind: 'one',
      id: 'outcome',
      label: text.outcome,
      style: 'expanded',
      choices: kinds.map((each) => ({ title: text.results[each], value: each })),
    },
    { kind: 'text', id: 'decision', label: text.decision, most: mostDecision, long: true, required: true },
  ];
}

/** Oneself; for whoever runs the body, anybody it waits for. */
async function absenceFields(desk: Desk, file: CaseFile, viewer: Viewer): Promise<readonly Field[]> {
  const { state, around } = file;
  const { case: text } = textIn(viewer.language);
  const person = whose(desk, viewer);
  const awaited = waitedFor(keysOf(state, around));
  const who = runsIn(file, state.at, viewer) ? awaited : awaited.filter((each) => each === person);
  const names = await named(desk, who);
  const today = dateAt(desk.charter, desk.now);
  return [
    {
      kind: 'one',
      id: 'person',
      label: text.absent,
      style: 'compact',
      value: who[0] ?? '',
      choices: who.map((each, index) => ({ title: names[index] ?? '', value: each })),
    },
    { kind: 'date', id: 'from', label: text.from, value: today, required: true },
    { kind: 'date', id: 'until', label: text.untilDay, value: today, required: true },
  ];
}
