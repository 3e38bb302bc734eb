import type { GovernanceEvent, State } from '../vocabulary/all.ts';
import type { Errand } from '../vocabulary/errand.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { rowOf } from './rows.ts';

/** What an event, entry `seq` of its stream, demands of other streams. `before` is the stream's state before the append. */
export function errandsFor(stream: Stream, seq: number, event: GovernanceEvent, before: State): readonly Errand[] {
  return rowOf(before.kind)
    .errands(stream, event, before)
    .map((demand) => ({ id: `${stream}#${seq}/${demand.rule}`, ...demand }));
}
