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

/** The presser's own view of the form for a case in the body a button names, begun from what the button stands on. */
export function toRaise({ picks, about }: Form): Reading {
  const body = picks.case ?? '';
  if (!isId(body)) return { refused: 'not-in-model', what: 'body' };
  return { read: 'card', card: 'raise-case', about: streamOf('body', body), open: 'write', picks: { origin: about } };
}
