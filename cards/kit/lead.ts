import type { Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { isId, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Form, Reading } from './card.ts';

/** The case a button names. */
export function caseOn({ picks }: Form): Stream | Refusal {
  const named = picks.case ?? '';
  return isId(named) ? streamOf('case', named) : { refused: 'no-such-case' };
}

/** The presser's own view of the case a button names. */
export function toCase(form: Form): Reading {
  const about = caseOn(form);
  return typeof about === 'string' ? { read: 'card', card: 'case', about, open: null, picks: {} } : about;
}

/** The presser's own view of the form for a meeting of the body a button names. */
export function toCall(form: Form): Reading {
  return toBody(form, 'new-meeting', 'write');
}

/** The presser's own view of who sits in the body a button names, with the form that fills a seat. */
export function toSeats(form: Form): Reading {
  return toBody(form, 'seats', 'fill');
}

/** The presser's own view of the minutes of the meeting a button names. */
export function toMinutes({ picks }: Form): Reading {
  const meeting = picks.case ?? '';
  if (!isId(meeting)) return { refused: 'no-such-meeting' };
  return { read: 'card', card: 'minutes', about: streamOf('meeting', meeting), open: null, picks: {} };
}

function toBody({ picks }: Form, card: 'new-meeting' | 'seats', open: string): Reading {
  const body = picks.case ?? '';
  if (!isId(body)) return { refused: 'not-in-model', what: 'body' };
  return { read: 'card', card, about: streamOf('body', body), open, picks: {} };
}

/** The presser's own view of the form for a case in the body a button names, begun from what the button stands on. */
export function toRaise({ picks, about }: Form): Reading {
  const body = picks.case ?? '';
  if (!isId(body)) return { refused: 'not-in-model', what: 'body' };
  return { read: 'card', card: 'raise-case', about: streamOf('body', body), open: 'write', picks: { origin: about } };
}
