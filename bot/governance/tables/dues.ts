import type { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import type { State } from '../vocabulary/all.ts';
import type { Due } from '../vocabulary/due.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { asksDue } from './asks.ts';
import { rowOf } from './rows.ts';

/** What a stream is due to be told by now. Late, twice or on two machines gives the same answer. */
export function dueNow(about: Stream, charter: Charter, state: State, now: Temporal.Instant): readonly Due[] {
  return [...rowOf(state.kind).due(charter, state, now), ...asksDue(about, charter, state, now)];
}
