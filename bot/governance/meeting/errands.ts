import type { ResultKind } from '../vocabulary/case.ts';
import type { Demand } from '../vocabulary/errand.ts';
import type { MeetingEvent, MeetingState, OutcomeKind } from '../vocabulary/meeting.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { yearOf } from '../vocabulary/year-streams.ts';

/** What a meeting demands of the cases on its agenda, of those that may come to it, of its body and of the year that planned it. */
export function meetingDemands(stream: Stream, event: MeetingEvent, before: MeetingState): readonly Demand[] {
  switch (event.type) {
    case 'MeetingPlanned':
      return [{ rule: 'cases-look', to: { every: 'case', body: event.body }, command: { type: 'AimCase' } }];
    case 'MeetingMoved':
      return [{ rule: 'cases-look', to: { every: 'case', body: before.body }, command: { type: 'AimCase' } }, ...yearFollows(before)];
    case 'MeetingCancelled':
      return yearFollows(before);
    case 'ItemTakenUp':
      return [{ rule: 'taken', of: event.item.id, to: `body/${before.body}`, command: { type: 'ReleaseItem', item: event.item.id } }];
    case 'ItemCarriedOver':
      return carriedOver(stream, event.item, before);
    case 'ItemReported':
      return reported(stream, event.item, before);
    default:
      return [];
  }
}

function carriedOver(stream: Stream, id: string, { items, body }: MeetingState): readonly Demand[] {
  const item = items.find((each) => each.id === id);
  if (!item) return [];
  if (item.about !== null) return [{ rule: 'look-again', of: id, to: item.about, command: { type: 'AimCase' } }];
  const waiting = { ...item, outcome: null, dissents: [] };
  return [{ rule: 'keep', of: id, to: `body/${body}`, command: { type: 'KeepItem', from: stream, item: waiting } }];
}

function reported(stream: Stream, id: string, { items, body }: MeetingState): readonly Demand[] {
  const item = items.find((each) => each.id === id);
  const kind = item?.outcome?.kind;
  if (!item?.about || !item.outcome || kind === undefined || !isResult(kind)) return [];
  const result = { body, kind, text: item.outcome.text, textsIn: stream, via: 'meeting' } as const;
  return [{ rule: 'result', of: id, to: item.about, command: { type: 'ReportResult', result } }];
}

function yearFollows(meeting: MeetingState): readonly Demand[] {
  const planned = yearOf(meeting);
  return planned === null ? [] : [{ rule: 'year-follows', to: planned, command: { type: 'ShowYear' } }];
}

function isResult(kind: OutcomeKind): kind is ResultKind {
  return kind === 'decided' || kind === 'rejected' || kind === 'sent-on' || kind === 'sent-back';
}
