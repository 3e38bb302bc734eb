import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { CardName } from '../../bot/governance/vocabulary/card-name.ts';
import type { ItemKind } from '../../bot/governance/vocabulary/meeting.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Stream, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import { isId, isOf, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Form, Opened, Reading } from '../kit/card.ts';
import { chosenId, opens, typed } from '../kit/form.ts';
import { toCall } from '../kit/lead.ts';
import { linkIn } from '../kit/link.ts';

const most = { title: 200, recommendation: 400, recommendations: 8, papers: 500 };

/** The presses of a meeting's agenda. Which meeting stands on the button, for the card may be about the body. */
export const agendaVerbs: Card['verbs'] = {
  open: opens,
  meeting: (form) => goTo(form, 'meeting'),
  minutes: (form) => goTo(form, 'minutes'),
  'call-meeting': toCall,
  propose: (form) => {
    const kind = (['decision', 'discussion', 'information'] as const).find((each) => each === typed(form, 'kind'));
    if (!kind) return { refused: 'missing', field: 'kind' };
    return asks(form, (texts) => propose(form, kind, texts), { open: 'proposed', picks: {} });
  },
  withdraw: (form) => {
    const item = chosenId(form, 'item');
    return isRefusal(item) ? item : asks(form, () => ({ type: 'WithdrawItem', item }));
  },
  order: (form) => {
    const item = chosenId(form, 'item');
    if (isRefusal(item)) return item;
    const place = Number(typed(form, 'place'));
    if (!Number.isInteger(place) || place < 1) return { refused: 'missing', field: 'place' };
    const others = (form.picks.order ?? '').split(' ').filter((id) => id !== '' && id !== item);
    return asks(form, () => ({ type: 'OrderItems', order: [...others.slice(0, place - 1), item, ...others.slice(place - 1)] }));
  },
  send: (form) => asks(form, () => ({ type: 'SendAgenda' })),
};

/** The meeting a press is about: said by the button, or the card's own. */
export function meetingIn(form: Form): Stream | Refusal {
  if (isOf(form.about, 'meeting')) return form.about;
  const id = form.picks.meeting ?? '';
  return isId(id) ? streamOf('meeting', id) : { refused: 'no-such-meeting' };
}

/** The presser's own view of another card about the same meeting. */
export function goTo(form: Form, card: CardName, open: string | null = null): Reading {
  const about = meetingIn(form);
  return isRefusal(about) ? about : { read: 'card', card, about, open, picks: {} };
}

/** A command to the meeting, made with its texts sealed; a text too long is refused. */
export function asks(form: Form, make: (seal: Form['seal']) => Command | Refusal, next?: Opened): Reading {
  const stream = meetingIn(form);
  if (isRefusal(stream)) return stream;
  const command = make(form.seal);
  if (isRefusal(command)) return command;
  return next ? { read: 'command', stream, command, next } : { read: 'command', stream, command };
}

function propose(form: Form, kind: ItemKind, seal: Form['seal']): Command | Refusal {
  const title = sealed(form, 'title', most.title, seal);
  if (isRefusal(title)) return title;
  if (title === null) return { refused: 'missing', field: 'title' };
  const recommendations = recommended(form, seal);
  if (isRefusal(recommendations)) return recommendations;
  const papers = papersIn(form, seal);
  if (isRefusal(papers)) return papers;
  const closed = typed(form, 'closed') === 'closed';
  const number = typed(form, 'case');
  const proposal = { kind, title, recommendations, case: number === '' ? null : number, papers, closed };
  return { type: 'ProposeItem', item: form.newId, proposal };
}

/** What was typed in a field, sealed; null: nothing. */
export function sealed(form: Form, field: string, longest: number, seal: Form['seal']): TextRef | null | Refusal {
  const words = typed(form, field);
  if (words.length > longest) return { refused: 'too-long', field, most: longest };
  return words === '' ? null : seal(field, words);
}

/** One a line, each without the word that the card puts before it. */
export function recommended(form: Form, seal: Form['seal']): readonly TextRef[] | Refusal {
  const lines = typed(form, 'recommendations')
    .split(/\r?\n/)
    .map((each) => each.replace(/^\s*(?:[-•*]\s*)?(?:(?:at|that)\s+)?/i, '').trim())
    .filter((each) => each !== '');
  if (lines.length > most.recommendations) return { refused: 'too-much' };
  if (lines.some((each) => each.length > most.recommendation))
    return { refused: 'too-long', field: 'recommendations', most: most.recommendation };
  return lines.map((each, at) => seal(`recommendation-${at + 1}`, each));
}

export function papersIn(form: Form, seal: Form['seal']): TextRef | null | Refusal {
  const words = typed(form, 'papers');
  if (words === '') return null;
  if (words.length > most.papers) return { refused: 'too-long', field: 'papers', most: most.papers };
  const link = linkIn(words);
  return isRefusal(link) ? link : seal('papers', link);
}
