import type { BodyId } from '../charter/charter.ts';
import type { Partakers } from '../charter/gathering.ts';
import type { Holding } from '../people/roles.ts';
import type { CalledMeeting } from '../vocabulary/meeting.ts';

type Together = Pick<CalledMeeting, 'body' | 'joint' | 'who'>;

/** Who takes part in a meeting, body by body: whom its gathering names, otherwise everyone in the bodies that meet. */
export function partakers({ body, joint, who }: Together): readonly Partakers[] {
  return who ?? [body, ...joint].map((each) => ({ body: each, seats: 'everyone' }));
}

/** Of those who sit in a body, the ones who take part. */
export function partaking(meeting: Together, body: BodyId, held: readonly Holding[]): readonly Holding[] {
  const seats = partakers(meeting).find((each) => each.body === body)?.seats;
  if (seats === undefined) return [];
  return seats === 'everyone' ? held : held.filter(({ seat }) => seat.role === 'chair');
}
