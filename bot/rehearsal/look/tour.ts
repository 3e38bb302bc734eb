import { isOf, type Stream, streamOf } from '../../governance/vocabulary/stream.ts';
import type { Leads } from '../world/cast.ts';
import type { Remembered } from './remembered.ts';

/** What each step is about: its card is the one that is pointed at. */
export function aboutOf({ streams, around }: Remembered, { group, above }: Leads): Readonly<Record<string, Stream>> {
  const held = [...streams]
    .flatMap(([stream, { state }]) => (state.kind === 'meeting' && state.phase !== 'none' ? [{ stream, state }] : []))
    .sort((one, other) => Date.parse(one.state.start) - Date.parse(other.state.start));
  const next = held.find(({ state }) => state.body === group && Date.parse(state.end) > around.now.epochMilliseconds);
  const minuted = held.find(({ state }) => state.body === group && state.minutes !== 'none');
  const there = held.find(({ state }) => state.body === above && state.items.some(({ about }) => about !== null));
  const [raised] = [...streams.keys()].filter((stream) => isOf(stream, 'case'));
  const asked = group === null ? undefined : streamOf('follow-up', group);
  const about = {
    answer: next?.stream,
    minutes: minuted?.stream,
    agenda: there?.stream,
    recorded: there?.stream,
    late: asked,
    ...Object.fromEntries(['judge', 'second', 'confirmed', 'politics', 'receipt'].map((step) => [step, raised])),
  };
  return Object.fromEntries(Object.entries(about).flatMap(([step, stream]) => (stream === undefined ? [] : [[step, stream]])));
}

/** Which steps of the tour the state of the world says are done, in whatever order and by whomever. */
export function tourOf({ streams }: Remembered, { group, above }: Leads): Readonly<Record<string, boolean>> {
  const states = [...streams.values()].map(({ state }) => state);
  const cases = states.flatMap((state) => (state.kind === 'case' && state.phase !== 'none' ? [state] : []));
  const meetings = states.flatMap((state) => (state.kind === 'meeting' && state.phase !== 'none' ? [state] : []));
  const here = meetings.filter(({ body }) => body === group);
  const there = meetings.filter(({ body, items }) => body === above && items.some(({ about }) => about !== null));
  const followUp = group === null ? null : streams.get(streamOf('follow-up', group))?.state;
  const rows = followUp?.kind === 'follow-up' ? followUp.rows : [];
  const back = cases.some(({ phase }) => phase === 'returned' || phase === 'closed');
  const farther = back || cases.some(({ cameTo }) => cameTo.length > 1);
  const moved = farther || cases.some(({ phase, cameTo }) => cameTo.length > 0 || !['draft', 'judging'].includes(phase));
  const reported = farther || cases.some(({ phase, cameTo }) => phase === 'confirming' && cameTo.length > 0);
  return {
    answer: here.some(({ minutes, answers }) => minutes === 'none' && answers.length > 0),
    judge: moved || cases.some((each) => each.phase === 'judging' && each.turns.length > 0),
    second: moved,
    agenda: farther || there.some(({ agendaSent }) => agendaSent),
    held: farther || there.some(({ phase }) => phase === 'over'),
    recorded: reported,
    confirmed: farther,
    politics: back,
    receipt: cases.some((each) => each.phase === 'closed' || (each.phase === 'returned' && each.receipt !== null)),
    checkin: rows.some(({ askedOn }) => askedOn !== null),
    late: rows.some(({ answer }) => answer?.status === 'late'),
    minutes: here.some(({ minutes }) => minutes === 'published'),
  };
}
