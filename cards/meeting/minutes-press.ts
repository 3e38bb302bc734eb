import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Card } from '../kit/card.ts';
import { chosenId, chosenPerson, opens, typed } from '../kit/form.ts';
import { asks, goTo, sealed } from './agenda-press.ts';

const outcomes = ['decided', 'rejected', 'sent-on', 'sent-back', 'discussed', 'noted', 'carried'] as const;
const most = { decision: 1_500, reason: 1_000, comment: 1_000 };

/** The presses of a meeting's minutes. */
export const minutesVerbs: Card['verbs'] = {
  open: opens,
  meeting: (form) => goTo(form, 'meeting'),
  outcome: (form) => {
    const item = chosenId(form, 'item');
    if (isRefusal(item)) return item;
    const outcome = outcomes.find((each) => each === typed(form, 'outcome'));
    if (!outcome) return { refused: 'missing', field: 'outcome' };
    const next = { open: 'next-outcome', picks: form.picks.meeting ? { meeting: form.picks.meeting } : {} };
    return asks(
      form,
      (seal) => {
        const text = sealed(form, 'decision', most.decision, seal);
        return isRefusal(text) ? text : { type: 'RecordOutcome', item, outcome, text };
      },
      next,
    );
  },
  correct: (form) => {
    const item = chosenId(form, 'item');
    if (isRefusal(item)) return item;
    return asks(form, (seal) => {
      const text = sealed(form, 'decision', most.decision, seal);
      if (isRefusal(text)) return text;
      return text ? { type: 'CorrectOutcome', item, text } : { refused: 'missing', field: 'decision' };
    });
  },
  dissent: (form) => {
    const item = chosenId(form, 'item');
    if (isRefusal(item)) return item;
    const person = typed(form, 'person') === '' ? null : chosenPerson(form, 'person');
    if (isRefusal(person)) return person;
    return asks(form, (seal) => {
      const text = sealed(form, 'reason', most.reason, seal);
      return isRefusal(text) ? text : { type: 'RecordDissent', item, person, text };
    });
  },
  comment: (form) =>
    asks(form, (seal) => {
      const text = sealed(form, 'comment', most.comment, seal);
      if (isRefusal(text)) return text;
      return text ? { type: 'CommentMinutes', text } : { refused: 'missing', field: 'comment' };
    }),
  send: (form) => asks(form, () => ({ type: 'SendMinutes' })),
  publish: (form) => asks(form, () => ({ type: 'PublishMinutes' })),
};
