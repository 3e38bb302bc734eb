import type { BodyId } from '../../bot/governance/charter/charter.ts';
import type { Matter } from '../../bot/governance/charter/matter.ts';
import { concerned } from '../../bot/governance/tables/reach.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { ExperienceState } from '../../bot/governance/vocabulary/experience.ts';
import type { FlagState } from '../../bot/governance/vocabulary/flag.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Reading, Viewer } from '../kit/card.ts';

/** What a case that is raised from something begins with. */
export interface Begun {
  readonly origin: Stream;
  readonly matter: Matter;
  readonly title: string;
  readonly account: string;
}

/** The presser's own view of the form for a case in a body, begun from what the button stands on. */
export function toRaise(body: string, origin: Stream): Reading {
  if (!/^[a-z0-9][a-z0-9.-]{0,63}$/.test(body)) return { refused: 'not-in-model', what: 'body' };
  return { read: 'card', card: 'raise-case', about: `body/${body}`, open: 'write', picks: { origin } };
}

/** The experience or the flag a button names; null: none that can be one. */
export function originNamed(named: string): Stream | null {
  return /^(?:experience|flag)\/[a-z0-9][a-z0-9.-]{0,63}$/.test(named) ? (named as Stream) : null;
}

/** A body that has told it, reads it or has been sent it; nobody else is shown what it says. */
export function isFor(desk: Desk, state: ExperienceState | FlagState, body: BodyId): boolean {
  return concerned(desk.charter, state, dateAt(desk.charter, desk.now)).includes(body);
}

/** The words a case in this body begins with; null: it begins with nothing, or with something this body has not been told. */
export async function begunFrom(desk: Desk, body: BodyId, viewer: Viewer): Promise<Begun | null> {
  const origin = viewer.kind === 'person' ? originNamed(viewer.picks.origin ?? '') : null;
  if (origin === null) return null;
  const state = origin.startsWith('flag/') ? await desk.state('flag', origin) : await desk.state('experience', origin);
  if (!state || !isFor(desk, state, body)) return null;
  const words = async (text: Parameters<Desk['words']>[1]) => (await desk.words(origin, text)) ?? '';
  if (state.kind === 'experience')
    return {
      origin,
      matter: { kind: 'pilot', weighs: ['scaling'] },
      title: await words(state.title),
      account: await words(state.account),
    };
  const adjusts = state.concern === 'adjustment';
  return {
    origin,
    matter: adjusts ? { kind: 'agreement', weighs: ['changes-agreement'] } : { kind: 'other', weighs: [] },
    title: '',
    account: await words(state.text),
  };
}
