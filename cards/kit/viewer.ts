import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { secretariatOf } from '../../bot/governance/charter/terms.ts';
import { holdings, isChair, isSecretary, runsBody, seatsHeld } from '../../bot/governance/people/roles.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from './card.ts';

/** Draws the buttons of those who run a body. What a press may do is decided by the rules, never by this. */
export function runs(desk: Desk, body: BodyState, viewer: Viewer): boolean {
  if (viewer.kind === 'everyone') return false;
  return viewer.administrator || isSecretary(desk.charter, body, viewer.person, dateAt(desk.charter, desk.now), desk.one);
}

/** The same, with those of the secretariat that serves a body which has no secretary of its own. */
export async function runsHere(desk: Desk, body: BodyState, viewer: Viewer): Promise<boolean> {
  if (viewer.kind === 'everyone') return false;
  const today = dateAt(desk.charter, desk.now);
  const serving = await desk.body(secretariatOf(desk.charter, body.body, today) ?? desk.charter.collaboration.secretariat);
  const known = (id: BodyId) => (id === body.body ? body : serving);
  return viewer.administrator || runsBody({ ...desk, body: known }, body.body, desk.one(viewer.person));
}

export function chairs(desk: Desk, body: BodyState, viewer: Viewer): boolean {
  return viewer.kind === 'person' && isChair(desk.charter, body, viewer.person, dateAt(desk.charter, desk.now), desk.one);
}

/** Draws the way to a new case for whoever has a seat in the body or runs it. */
export async function mayRaise(desk: Desk, id: BodyId, viewer: Viewer): Promise<boolean> {
  if (viewer.kind === 'everyone') return false;
  const body = await desk.body(id);
  const today = dateAt(desk.charter, desk.now);
  return seatsHeld(desk.charter, body, viewer.person, today, desk.one).length > 0 || (await runsHere(desk, body, viewer));
}

/** Chairs, then secretaries: whose own view of a body's card opens by itself. */
export function runners(desk: Desk, body: BodyState): readonly PersonKey[] {
  const today = holdings(desk.charter, body, dateAt(desk.charter, desk.now));
  const inRole = (role: string) => today.filter(({ seat }) => seat.role === role).map(({ appointment }) => appointment.person);
  return [...new Set([...inRole('chair'), ...inRole('secretary')])];
}

/** The form a press opened, where it is one of the card's own; null: none. */
export function openForm<const F extends string>(viewer: Viewer, forms: readonly F[]): F | null {
  return viewer.kind === 'person' ? (forms.find((each) => each === viewer.open) ?? null) : null;
}
