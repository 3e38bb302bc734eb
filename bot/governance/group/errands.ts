import type { Demand } from '../vocabulary/errand.ts';
import type { GroupEvent, GroupState } from '../vocabulary/group.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** What a group demands of the request it serves. */
export function groupDemands(stream: Stream, event: GroupEvent, before: GroupState): readonly Demand[] {
  const { serves } = before.mandate;
  const [to] = before.bodies;
  if (serves === null || to === undefined) return [];
  if (event.type === 'GroupSetUp') return [{ rule: 'group-takes-part', to: serves, command: { type: 'GivePart', child: stream, to } }];
  if (event.type === 'GroupReported')
    return [
      { rule: 'part-reported', to: serves, command: { type: 'HearPart', child: stream, report: { text: event.report, in: stream } } },
    ];
  return [];
}
