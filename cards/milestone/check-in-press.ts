import type { FollowUpCommand } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { isOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Form, Reading } from '../kit/card.ts';
import { chosenPerson, dateIn, opens, typed } from '../kit/form.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { checkInMost, statuses } from './check-in-form.ts';

/** The presses on a check-in: which milestone, how it goes, and what at risk and late must say besides. */
export const checkInVerbs: Card['verbs'] = {
  open: opens,
  answer,
};

/** Only what is at risk or late asks for more, in a form of its own; what was chosen goes along to it. */
function answer(form: Form): Reading {
  const stream = followUpIn(form);
  if (isRefusal(stream)) return stream;
  const row = typed(form, 'case');
  const explaining = form.picks.open === 'why';
  const chosen = explaining ? (form.picks.shown ?? '') : typed(form, 'status');
  const status = statuses.find((each) => each === chosen);
  if (!status) return { refused: 'missing', field: 'status' };
  const expected = typed(form, 'expected') === '' ? null : dateIn(form, 'expected');
  if (isRefusal(expected)) return expected;
  const told = typed(form, 'toldBy');
  const toldBy = told === '' || told === 'self' ? null : chosenPerson(form, 'toldBy');
  if (isRefusal(toldBy)) return toldBy;
  const uneasy = status === 'at-risk' || status === 'late';
  if (uneasy && !explaining)
    return { read: 'view', open: 'why', picks: { row, status, expected: expected?.toString() ?? '', toldBy: told } };
  const why = uneasy ? sealed(form, 'why', checkInMost.why, form.seal) : null;
  if (isRefusal(why)) return why;
  const needs = uneasy ? sealed(form, 'needs', checkInMost.needs, form.seal) : null;
  if (isRefusal(needs)) return needs;
  if (uneasy && (why === null || needs === null)) return { refused: 'missing', field: why === null ? 'why' : 'needs' };
  const command: FollowUpCommand = { type: 'AnswerMilestone', row, status, expected: expected?.toString() ?? null, why, needs, toldBy };
  return { read: 'command', stream, command };
}

function followUpIn({ about }: Form): Stream | Refusal {
  return isOf(about, 'follow-up') ? about : { refused: 'not-in-model', what: 'card' };
}
