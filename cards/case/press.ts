import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { type Judgement, trialWays } from '../../bot/governance/vocabulary/case/case.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import { isId, isOf, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Form, Reading } from '../kit/card.ts';
import { chosenPerson, dateIn, opens, typed } from '../kit/form.ts';
import { toCall, toMinutes, toSeats } from '../kit/lead.ts';
import { matterIn } from '../kit/matter.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { contentIn } from './content.ts';
import { mostDirection } from './for-information.ts';
import { mostEvidence } from './gates.ts';

const most = { sentence: 600, decision: 1_500 };
const results = ['decided', 'rejected', 'sent-on', 'sent-back'] as const;

/** The presses on a case: each is one command to the case, with the version of what the presser had before them. */
export const caseVerbs: Card['verbs'] = {
  open: opens,
  here: (form) => judges(form, 'here'),
  up: (form) => judges(form, 'up'),
  back: (form) => judges(form, 'back'),
  'take-back': (form) => asks(form, () => ({ type: 'TakeBack' })),
  right: (form) => asks(form, () => ({ type: 'ConfirmResult', right: true, reason: null, report: shown(form), ...cardOf(form) })),
  wrong: (form) => withReason(form, (reason) => ({ type: 'ConfirmResult', right: false, reason, report: shown(form), ...cardOf(form) })),
  reopen: (form) => withReason(form, (reason) => ({ type: 'ReopenCase', reason })),
  keep: (form) => withReason(form, (reason) => ({ type: 'KeepResult', reason })),
  receipt: (form) => asks(form, () => ({ type: 'ReceiptAnswer' })),
  send: (form) => asks(form, () => ({ type: 'SendCase' })),
  withdraw: (form) => withReason(form, (reason) => ({ type: 'WithdrawCase', reason })),
  edit: (form) =>
    asks(form, () => {
      const matter = matterIn((field) => typed(form, field));
      if (isRefusal(matter)) return matter;
      const content = contentIn(form);
      return isRefusal(content) ? content : { type: 'EditCase', matter, content };
    }),
  for: (form) => asks(form, () => ({ type: 'AnswerWritten', answer: 'for', reason: null, edition: shown(form) })),
  against: (form) => withReason(form, (reason) => ({ type: 'AnswerWritten', answer: 'against', reason, edition: shown(form) })),
  'ask-meeting': (form) => withReason(form, (reason) => ({ type: 'AnswerWritten', answer: 'meeting', reason, edition: shown(form) })),
  'start-written': (form) =>
    asks(form, () => {
      const until = dateIn(form, 'until');
      return isRefusal(until) ? until : { type: 'StartWritten', until: until.toString() };
    }),
  report: (form) => reported(form, 'ReportResult'),
  outside: (form) => reported(form, 'RecordOutside'),
  'confirm-outside': (form) => asks(form, () => ({ type: 'ConfirmOutside', report: shown(form) })),
  practice: (form) =>
    asks(form, () => {
      const text = sealed(form, 'practice', most.sentence, form.seal);
      if (isRefusal(text)) return text;
      const told = typed(form, 'told').split(',').filter(Boolean);
      return text ? { type: 'RecordPracticePlan', text, told } : { refused: 'missing', field: 'practice' };
    }),
  gate: (form) =>
    asks(form, () => {
      const way = trialWays.find((each) => each === typed(form, 'way'));
      const evidence = sealed(form, 'evidence', mostEvidence, form.seal);
      if (isRefusal(evidence)) return evidence;
      if (!way || !evidence) return { refused: 'missing', field: way ? 'evidence' : 'way' };
      return { type: 'RecordGate', way, evidence };
    }),
  direction: (form) => {
    const text = sealed(form, 'direction', mostDirection, form.seal);
    if (isRefusal(text)) return text;
    const body = typed(form, 'case');
    if (!isId(body)) return { refused: 'not-in-model', what: 'body' };
    if (text === null) return { refused: 'missing', field: 'direction' };
    return asks(form, () => ({ type: 'StateDirection', body, text }));
  },
  case: ({ about }) => ({ read: 'card', card: 'case', about, open: null, picks: {} }),
  'call-meeting': toCall,
  seats: toSeats,
  minutes: toMinutes,
  absence: (form) => {
    const person = chosenPerson(form, 'person');
    if (isRefusal(person)) return person;
    const [from, until] = [dateIn(form, 'from'), dateIn(form, 'until')];
    if (isRefusal(from)) return from;
    if (isRefusal(until)) return until;
    const body = typed(form, 'case');
    if (!isId(body)) return { refused: 'not-in-model', what: 'body' };
    const command: Command = { type: 'NoteAbsence', person, from: from.toString(), until: until.toString() };
    return { read: 'command', stream: streamOf('body', body), command };
  },
};

/** The version that stood on the card when it was pressed. */
function shown(form: Form): number {
  const version = Number(form.picks.shown ?? '');
  return Number.isSafeInteger(version) ? version : 0;
}

/** Which card it was, on which version of its template, and what was read on it. */
function cardOf({ picks, face }: Form): Pick<Judgement, 'card' | 'face'> {
  const template = picks.template ?? '';
  const read = face ? { face } : {};
  return /^[0-9a-f]{12}$/.test(template) ? { card: `case@${template}`, ...read } : read;
}

function asks(form: Form, make: () => Command | Refusal): Reading {
  if (!isOf(form.about, 'case')) return { refused: 'no-such-case' };
  const command = make();
  return isRefusal(command) ? command : { read: 'command', stream: form.about, command };
}

function withReason(form: Form, make: (reason: Judgement['reason']) => Command): Reading {
  return asks(form, () => {
    const reason = sealed(form, 'reason', most.sentence, form.seal);
    return isRefusal(reason) ? reason : make(reason);
  });
}

function judges(form: Form, says: 'here' | 'up' | 'back'): Reading {
  return withReason(form, (reason) => ({ type: 'Judge', judgement: { says, reason, ...cardOf(form) }, edition: shown(form) }));
}

/** The body is the one the form was printed for; the rules refuse it when the case has moved on since. */
function reported(form: Form, type: 'ReportResult' | 'RecordOutside'): Reading {
  return asks(form, () => {
    const kind = results.find((each) => each === typed(form, 'outcome'));
    if (!kind) return { refused: 'missing', field: 'outcome' };
    const text = sealed(form, 'decision', most.decision, form.seal);
    if (isRefusal(text)) return text;
    if (type === 'RecordOutside') return { type, kind, text };
    return {
      type,
      result: { body: typed(form, 'case'), kind, text, textsIn: form.about, via: form.picks.open === 'written' ? 'written' : 'corrected' },
    };
  });
}
