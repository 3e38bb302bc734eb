import { awaitsEvidence, gateIsMissing, mayStartWritten } from '../../bot/governance/case/gate.ts';
import { keysOf, onwardFrom } from '../../bot/governance/case/judge.ts';
import { lackingIn } from '../../bot/governance/case/lacking.ts';
import { nextStep } from '../../bot/governance/case/next.ts';
import { isOutsideTeams, mayReceiptCase, practiceIsOpen } from '../../bot/governance/case/outcome.ts';
import { aimIn, objectionIn, owesSentence, reopeningIn, turnedIn } from '../../bot/governance/case/phases.ts';
import { keyFor } from '../../bot/governance/people/keys.ts';
import { seatsHeld } from '../../bot/governance/people/roles.ts';
import { servesHere, turnFor } from '../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { idIn } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import type { Button } from '../kit/sheet.ts';
import { textIn } from '../text/languages.ts';
import { type CaseFile, called, runsIn, whose } from './file.ts';
import { gateButtons, heldByGate } from './gates.ts';
import { answerInWriting } from './judged.ts';
import { mayDecide, missingInWriting } from './said.ts';
import { standingIn } from './standing.ts';

/** The forms of a case's card, each opened by a button of the same name. */
export const caseForms = [
  'here',
  'up',
  'back',
  'wrong',
  'reopen',
  'keep',
  'edit',
  'withdraw',
  'against',
  'ask-meeting',
  'start-written',
  'report',
  'outside',
  'practice',
  'gate',
  'absence',
] as const;
export type CaseForm = (typeof caseForms)[number];

/** Draws the buttons of what the viewer is asked, a receipt before opening the case again, then of what they may do besides. What a press may do is decided by the rules, never by this. */
export function buttonsFor(desk: Desk, file: CaseFile, viewer: Viewer): readonly Button[] {
  if (viewer.kind === 'everyone') return [];
  const others = [memberButtons, keyButtons, ownButtons, runButtons];
  const all = (gateIsMissing(desk.charter, file.state) ? [gateButtons, ...others] : [...others, gateButtons])
    .flatMap((each) => each(desk, file, viewer))
    .filter((each) => !heldByGate(desk, file, each));
  return all.filter((each, at) => all.findIndex(({ verb, open }) => verb === each.verb && open === each.open) === at);
}

/** The viewer is asked something now: a key, an answer in writing, a receipt. */
export function isAsked(desk: Desk, file: CaseFile, viewer: Viewer): boolean {
  if (viewer.kind === 'everyone') return false;
  const { phase } = file.state;
  if (awaitsEvidence(desk.charter, file.state)) return gateButtons(desk, file, viewer).length > 0;
  const turned = turnedIn(file.state);
  const owing = phase === 'judging' ? owesSentence(turned) : [];
  const answered = turned.some((turn) => desk.one(turn.person) === whose(desk, viewer) && !owing.includes(turn));
  const reopening = reopeningIn(file.state).length > 0;
  const confirming = phase === 'confirming' && objectionIn(file.state) === null;
  const turning = (phase === 'judging' || confirming || reopening) && !answered && keyButtons(desk, file, viewer).length > 0;
  return turning || (answerInWriting(desk, file, viewer) === null && memberButtons(desk, file, viewer).length > 0);
}

/** For whoever holds a key that can be turned now. */
function keyButtons(desk: Desk, file: CaseFile, viewer: Viewer): readonly Button[] {
  const { state, around } = file;
  const text = textIn(viewer.language).case.buttons;
  const person = whose(desk, viewer);
  if (person === null) return [];
  const holds = typeof keyFor(keysOf(state, around), person) === 'string';
  const turns = turnedIn(state);
  const reopens = typeof turnFor({ body: state.at, since: state.since, turns }, person, around) === 'string';
  const mine = turns.some((turn) => desk.one(turn.person) === person);
  const lacks = owesSentence(turns).some((turn) => desk.one(turn.person) === person);
  const takeBack = [press(text.takeBack, 'take-back')];
  switch (state.phase) {
    case 'judging': {
      if (mine && !lacks) return takeBack;
      if (!holds && !lacks) return [];
      const { to } = onwardFrom(state, around);
      return [
        ...(mayDecide(desk, file) ? [opening(text.here, 'here')] : []),
        ...(to !== null ? [opening(text.up(called(desk, file, to, viewer.language)), 'up')] : []),
        opening(text.back, 'back'),
        ...(lacks ? takeBack : [opening(text.absence, 'absence')]),
      ];
    }
    case 'confirming': {
      if (mine) return takeBack;
      if (!holds || state.result.via === 'outside') return [];
      const shown = String(state.reports);
      return [{ ...press(text.right, 'right'), shown }, opening(text.wrong, 'wrong'), opening(text.absence, 'absence')];
    }
    case 'returned':
    case 'closed':
      if (mine) return takeBack;
      if (!reopens) return [];
      return [opening(text.reopen, 'reopen'), ...(turns.length > 0 ? [opening(text.keep, 'keep')] : [])];
    case 'draft':
    case 'waiting':
    case 'written':
    case 'withdrawn':
      return [];
  }
}

/** For those asked in writing, who may also change what they answered, and for the chairs an answer came back to. */
function memberButtons(desk: Desk, file: CaseFile, viewer: Viewer): readonly Button[] {
  const { state, around } = file;
  const text = textIn(viewer.language).case.buttons;
  const person = whose(desk, viewer);
  if (person === null) return [];
  if (state.phase === 'written') {
    const seated = seatsHeld(desk.charter, file.at, person, today(desk), desk.one).some(({ seat }) => seat.role !== 'secretary');
    if (!seated) return [];
    const shown = String(state.edition);
    const approves = answerInWriting(desk, file, viewer)?.answer === 'for';
    const others = [opening(text.against, 'against'), opening(text.meeting, 'ask-meeting')];
    return approves ? others : [{ ...press(text.for, 'for'), shown }, ...others];
  }
  const receipts = state.phase === 'returned' && state.receipt === null && mayReceiptCase(state, person, around);
  return receipts ? [{ ...press(text.receipt, 'receipt'), shown: String(state.reports) }] : [];
}

/** For who raised it, and the secretaries of the body it was raised in. */
function ownButtons(desk: Desk, file: CaseFile, viewer: Viewer): readonly Button[] {
  const { state } = file;
  const text = textIn(viewer.language).case.buttons;
  const own = state.by !== null && desk.one(state.by) === whose(desk, viewer);
  if (!own && !runsIn(file, state.body, viewer)) return [];
  const movable = state.phase === 'draft' || (state.phase === 'judging' && state.way.length === 0);
  const editable = state.phase === 'draft' || state.phase === 'judging';
  return [
    ...(state.phase === 'draft' && state.content.recommendations.length > 0 ? [press(text.send, 'send')] : []),
    ...(editable ? [opening(text.edit, 'edit')] : []),
    ...(movable ? [opening(text.withdraw, 'withdraw')] : []),
  ];
}

/** For those who run the body that has it now, and for two secretaries where that body meets outside Teams. */
function runButtons(desk: Desk, file: CaseFile, viewer: Viewer): readonly Button[] {
  const { state, around } = file;
  const text = textIn(viewer.language).case.buttons;
  const person = whose(desk, viewer);
  const open = state.phase === 'waiting' || state.phase === 'confirming';
  const outside = isOutsideTeams(state.at, around);
  if (outside && open && person !== null) {
    if (!servesHere(state.at, person, around)) return [];
    const second = state.phase === 'confirming' && (state.recordedBy === null || desk.one(state.recordedBy) !== person);
    return [
      ...(second ? [{ ...press(text.confirmOutside, 'confirm-outside'), shown: String(state.reports) }] : []),
      opening(state.phase === 'confirming' ? text.correct : text.report, 'outside'),
    ];
  }
  const waits = runsIn(file, state.body, viewer) && state.phase === 'returned' && practiceIsOpen(state);
  if (waits) return [opening(text.practice, 'practice')];
  return runsIn(file, state.at, viewer) ? runningButtons(desk, file, viewer) : [];
}

/** What whoever runs the body is asked to do as the case stands, then what they may do besides. */
function runningButtons(desk: Desk, file: CaseFile, viewer: Viewer): readonly Button[] {
  const { state, around } = file;
  const text = textIn(viewer.language).case.buttons;
  const { stands } = standingIn(file);
  const calls = stands === 'no-meeting' || stands === 'meeting-asked' || stands === 'missed' || stands === 'written-over';
  const minutes = stands === 'minutes-awaited' || stands === 'minutes-missing' || stands === 'put-off';
  const mayWrite = state.phase === 'waiting' && !minutes && mayStartWritten(desk.charter, state);
  const answered = state.phase === 'waiting' && state.written !== null;
  const silent = state.phase === 'written' && missingInWriting(file).length === 0;
  const fills = nextStep(state, around).step === 'fill-seats' || lackingIn(state, around).includes('secretary');
  const meeting = aimIn(state)?.meeting ?? null;
  return [
    ...(calls ? [{ ...press(text.call, 'call-meeting'), of: state.at }] : []),
    ...(minutes && meeting ? [{ ...press(text.minutes, 'minutes'), of: idIn(meeting, 'meeting') }] : []),
    ...(answered || silent || stands === 'result-refused' || stands === 'missed' ? [opening(text.report, 'report')] : []),
    ...(stands === 'disputed' ? [opening(text.correct, 'report')] : []),
    ...(fills ? [{ ...press(textIn(viewer.language).seats.fill, 'seats'), of: state.at }] : []),
    ...(mayWrite ? [opening(text.written, 'start-written')] : []),
    ...(state.phase === 'judging' || state.phase === 'confirming' ? [opening(text.absence, 'absence')] : []),
  ];
}

function opening(title: string, open: CaseForm): Button {
  return { title, verb: 'open', open, sends: false };
}

function press(title: string, verb: string): Button {
  return { title, verb, sends: false };
}

function today(desk: Desk): string {
  return dateAt(desk.charter, desk.now);
}
