import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Order } from '../../bot/governance/vocabulary/request.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { isOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Form, Reading } from '../kit/card.ts';
import { chosenId, dateIn, opens, typed } from '../kit/form.ts';
import { toSeats } from '../kit/lead.ts';
import { papersIn, sealed } from '../meeting/agenda-press.ts';
import { requestMost } from './forms.ts';

/** The presses on a request: each is one command to it. */
export const requestVerbs: Card['verbs'] = {
  open: opens,
  yes: (form) => asks(form, () => ({ type: 'AnswerRequest', yes: true, reason: null, edition: shown(form) })),
  no: (form) =>
    withWords(form, 'reason', requestMost.sentence, (reason) => ({ type: 'AnswerRequest', yes: false, reason, edition: shown(form) })),
  delegate: (form) =>
    withWords(form, 'text', requestMost.account, (text) => {
      const to = chosenId(form, 'to');
      return isRefusal(to) ? to : { type: 'Delegate', child: form.newId, to, text };
    }),
  report: (form) => withWords(form, 'text', requestMost.report, (text) => ({ type: 'ReportRequest', text })),
  withdraw: (form) => withWords(form, 'reason', requestMost.sentence, (reason) => ({ type: 'WithdrawRequest', reason })),
  'take-back': (form) => asks(form, () => ({ type: 'TakeBackAnswer' })),
  seats: toSeats,
  receipt: (form) => asks(form, () => ({ type: 'ReceiptReport' })),
  again: (form) =>
    asks(form, () => {
      const order = orderIn(form, form.about);
      return isRefusal(order) ? order : { type: 'PlaceRequest', from: typed(form, 'shown'), to: typed(form, 'case'), order };
    }),
};

/** What was written in an order's fields; the words stand in the request's own stream. */
export function orderIn(form: Form, stream: Stream): Order | Refusal {
  const title = sealed(form, 'title', requestMost.title, form.seal);
  if (isRefusal(title)) return title;
  const account = sealed(form, 'account', requestMost.account, form.seal);
  if (isRefusal(account)) return account;
  const papers = papersIn(form, form.seal);
  if (isRefusal(papers)) return papers;
  const until = typed(form, 'until') === '' ? null : dateIn(form, 'until');
  if (isRefusal(until)) return until;
  if (title === null || account === null) return { refused: 'missing', field: title === null ? 'title' : 'account' };
  return {
    title: { text: title, in: stream },
    account: { text: account, in: stream },
    papers: papers && { text: papers, in: stream },
    until: until?.toString() ?? null,
  };
}

/** The version that stood on the card when it was pressed. */
function shown(form: Form): number {
  const version = Number(form.picks.shown ?? '');
  return Number.isSafeInteger(version) ? version : 0;
}

function asks(form: Form, make: () => Command | Refusal): Reading {
  if (!isOf(form.about, 'request')) return { refused: 'no-such-request' };
  const command = make();
  return isRefusal(command) ? command : { read: 'command', stream: form.about, command };
}

function withWords(form: Form, field: string, most: number, make: (words: ReturnType<Form['seal']>) => Command | Refusal): Reading {
  return asks(form, () => {
    const words: ReturnType<Form['seal']> | null | Refusal = sealed(form, field, most, form.seal);
    if (isRefusal(words)) return words;
    return words ? make(words) : { refused: 'missing', field };
  });
}
