import type { BodyId } from '../../bot/governance/charter/charter.ts';
import type { CardName } from '../../bot/governance/vocabulary/card-name.ts';
import type { MilestonePlanCommand } from '../../bot/governance/vocabulary/milestone/plan.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { idIn, isId, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Form, Reading } from '../kit/card.ts';
import { chosenId, chosenPerson, dateIn, opens, typed } from '../kit/form.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { milestoneMost, none } from './forms.ts';
import { keepsList, takesList } from './list-press.ts';

/** The presses on a body's milestones: each is one command to its plan. */
export const milestoneVerbs: Card['verbs'] = {
  open: opens,
  all: () => ({ read: 'view', open: 'all', picks: {} }),
  set,
  out: (form) => {
    const milestone = chosenId(form, 'which');
    return isRefusal(milestone) ? milestone : asks(form, { type: 'DropMilestone', milestone });
  },
  keep: (form) => keepsList(form, planIn(form)),
  take: (form) => takesList(form, planIn(form)),
  propose: (form) => {
    const reason = sealed(form, 'reason', milestoneMost.reason, form.seal);
    return isRefusal(reason) ? reason : asks(form, { type: 'ProposePlan', reason });
  },
  drop: (form) => asks(form, { type: 'WithdrawDraft' }),
  plan: (form) => toCard(form, 'milestone-plan', 'milestone-plan'),
  'check-in': (form) => toCard(form, 'check-in', 'follow-up'),
};

function set(form: Form): Reading {
  const stream = planIn(form);
  const deliverable = sealed(form, 'deliverable', milestoneMost.deliverable, form.seal);
  if (isRefusal(deliverable)) return deliverable;
  if (deliverable === null) return { refused: 'missing', field: 'deliverable' };
  const due = dateIn(form, 'due');
  if (isRefusal(due)) return due;
  const from = typed(form, 'begins') === '' ? null : dateIn(form, 'begins');
  if (isRefusal(from)) return from;
  const owner = chosen(form, 'owner') === null ? null : chosenPerson(form, 'owner');
  if (isRefusal(owner)) return owner;
  return asks(form, {
    type: 'SetMilestone',
    milestone: {
      id: form.picks.case || form.newId,
      deliverable: { text: deliverable, in: stream },
      initiative: chosen(form, 'initiative'),
      owner,
      from: from?.toString() ?? null,
      due: due.toString(),
      dependsOn: several(form, 'dependsOn'),
      carriedBy: several(form, 'carriedBy'),
    },
  });
}

function bodyIn(about: Stream): BodyId {
  return idIn(about, 'body', 'milestone-plan', 'follow-up');
}

/** The plan of the body the card is about. */
function planIn({ about }: Form): Stream {
  return streamOf('milestone-plan', bodyIn(about));
}

function asks(form: Form, command: MilestonePlanCommand): Reading {
  return { read: 'command', stream: planIn(form), command };
}

function chosen(form: Form, field: string): string | null {
  const id = typed(form, field);
  return id === '' || id === none ? null : id;
}

function several(form: Form, field: string): readonly string[] {
  return typed(form, field)
    .split(',')
    .filter((each) => each !== '');
}

/** Another card about the same body, or the one that the button names. */
export function toCard(form: Form, card: CardName, kind: 'body' | 'milestone-plan' | 'follow-up'): Reading {
  const body = form.picks.case || bodyIn(form.about);
  const no: Refusal = { refused: 'not-in-model', what: 'body' };
  return isId(body) ? { read: 'card', card, about: streamOf(kind, body), open: null, picks: {} } : no;
}
