import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { MeetingState } from '../vocabulary/meeting.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { partakers } from './partaking.ts';

/** What a meeting asks: of its members, whether they come; of its secretaries, agenda, minutes and their publishing, each by its day. */
export function meetingAsks(about: Stream, state: MeetingState): readonly Ask[] {
  if (state.phase !== 'planned' && state.phase !== 'over') return [];
  const { body, phase, deadlines, plannedAt: since, answers } = state;
  const duty = { since, of: { role: 'secretary', body }, where: body, under: `${about}:meeting`, ladder: 'dated', said: 'late' } as const;
  const came = answers.map(({ seat, person }) => ({ seat, person }));
  const invited = partakers(state).map(({ body: each, seats }) =>
    askFor(about, 'meeting-answers', `${state.moves}-in-${each}`, {
      since,
      of: { role: seats === 'chairs' ? 'chairs-too' : 'seat', body: each },
      answered: came,
      by: deadlines.reminder,
      where: each,
      under: each === body ? `${about}:meeting` : `${about}:meeting@in-${each}`,
      ladder: 'own',
      said: 'card',
    }),
  );
  const { agenda } = deadlines;
  const owed = state.items.length > 0 || state.agendaSent;
  return [
    ...(phase === 'planned' && state.showFrom === undefined && state.minutes === 'none' ? invited : []),
    ...(phase === 'planned' && agenda !== null && !state.agendaSent
      ? [askFor(about, 'meeting-agenda', agenda, { ...duty, by: agenda })]
      : []),
    ...(owed && state.minutes === 'none' ? [askFor(about, 'meeting-minutes', deadlines.minutes, { ...duty, by: deadlines.minutes })] : []),
    ...(state.minutes === 'sent' ? [askFor(about, 'meeting-publish', state.commentsUntil, { ...duty, by: state.commentsUntil })] : []),
  ];
}
