import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Form, Reading } from '../kit/card.ts';
import { dateIn, opens, typed } from '../kit/form.ts';
import { caseOn, toCase } from '../kit/lead.ts';
import { matterIn } from '../kit/matter.ts';
import { recommended, sealed } from '../meeting/agenda-press.ts';
import { toCard } from './press.ts';
import { mostCase } from './raise.ts';

/** The presses on a note about a plan or a milestone. A case that moves a date is raised in the body whose plan it is. */
export const milestoneNoteVerbs: Card['verbs'] = {
  open: opens,
  draft,
  send: (form) => {
    const stream = caseOn(form);
    if (isRefusal(stream)) return stream;
    return { read: 'command', stream, command: { type: 'SendCase' } };
  },
  case: toCase,
  milestones: (form) => toCard(form, 'milestones', 'body'),
};

function draft(form: Form): Reading {
  const [, plan, milestone] = /^([a-z0-9][a-z0-9.-]{0,63})\.([a-z0-9-]{1,32})$/.exec(typed(form, 'case')) ?? [];
  if (plan === undefined || milestone === undefined) return { refused: 'no-such-milestone' };
  const matter = matterIn((field) => typed(form, field));
  if (isRefusal(matter)) return matter;
  const title = sealed(form, 'title', mostCase.title, form.seal);
  if (isRefusal(title)) return title;
  if (title === null) return { refused: 'missing', field: 'title' };
  const account = sealed(form, 'account', mostCase.account, form.seal);
  if (isRefusal(account)) return account;
  const recommendations = recommended(form, form.seal);
  if (isRefusal(recommendations)) return recommendations;
  if (recommendations.length === 0) return { refused: 'missing', field: 'recommendations' };
  const due = dateIn(form, 'newDate');
  if (isRefusal(due)) return due;
  const moves = { plan, milestone, due: due.toString() };
  const content = { title, account, recommendations, papers: null, journal: null, moves };
  return {
    read: 'command',
    stream: streamOf('case', form.newId),
    command: { type: 'DraftCase', body: plan, matter, content },
    next: { open: 'raised', picks: { case: form.newId } },
  };
}
