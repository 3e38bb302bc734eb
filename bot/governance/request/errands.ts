import type { Demand } from '../vocabulary/errand.ts';
import type { RequestEvent, RequestState } from '../vocabulary/request.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';

/** What happens to a request that others must hear: the part it hands on, and what became of a part. */
export function requestDemands(stream: Stream, event: RequestEvent, before: RequestState): readonly Demand[] {
  if (event.type === 'RequestDelegated') {
    const { child, to, clause, text } = event;
    const order = { ...before.order, account: { text, in: stream } };
    const command = { type: 'TakePart', parent: stream, from: before.to, to, clause, order } as const;
    return [{ rule: 'hands-on', to: streamOf('request', child), command }];
  }
  const closed =
    event.type === 'RequestReported'
      ? before.delegations.map(
          ({ child }) => ({ rule: 'whole-answered', of: child, to: child, command: { type: 'CloseWithWhole' } }) as const,
        )
      : [];
  if (before.parent === null) return closed;
  if (event.type === 'RequestReported')
    return [...closed, { rule: 'part-reported', to: before.parent, command: { type: 'HearPart', child: stream, report: event.report } }];
  if (event.type === 'RequestSentBack')
    return [{ rule: 'part-declined', to: before.parent, command: { type: 'HearPart', child: stream, report: null } }];
  return [];
}
