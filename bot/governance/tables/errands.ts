import type { Charter } from '../charter/charter.ts';
import type { GovernanceEvent, State } from '../vocabulary/all.ts';
import { type Errand, errandOf } from '../vocabulary/errand.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { askErrands } from './ask-errands.ts';
import { isAskEvent } from './asking.ts';
import { rowOf } from './rows.ts';
import { subjectOf } from './subjects.ts';

/** What an event, entry `seq` of its stream, demands of other streams. `before` is the stream's state before that event. */
export function errandsFor(stream: Stream, seq: number, event: GovernanceEvent, before: State): readonly Errand[] {
  if (isAskEvent(event)) return [];
  return rowOf(before.kind)
    .errands(stream, event, before)
    .map((demand) => errandOf(stream, seq, demand));
}

/** What events lead to: the state after all of them, what each demands, as its stream stood right before it, and what became of what is asked. `version`: the stream's before them. */
export function afterEvents(
  charter: Charter,
  stream: Stream,
  version: number,
  events: readonly GovernanceEvent[],
  before: State,
): { readonly state: State; readonly errands: readonly Errand[] } {
  const { evolve } = subjectOf(stream);
  let state = before;
  const errands: Errand[] = [];
  for (const [at, event] of events.entries()) {
    errands.push(...errandsFor(stream, version + at + 1, event, state));
    state = evolve(state, event);
  }
  return { state, errands: [...errands, ...askErrands(stream, version + events.length, before, state, charter)] };
}
