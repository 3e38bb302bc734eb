import type { BodyId } from '../charter/charter.ts';
import type { ResultKind } from '../vocabulary/case/case.ts';
import type { Demand } from '../vocabulary/errand.ts';
import type { CalledMeeting, MeetingEvent, MeetingState, OutcomeKind } from '../vocabulary/meeting.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';
import { yearOf } from '../vocabulary/year/streams.ts';

/** What a meeting demands of the cases on its agenda, of those that may come to it, of its body and of the year that planned it. */
export function meetingDemands(stream: Stream, event: MeetingEvent, before: MeetingState): readonly Demand[] {
  if (event.type === 'MeetingPlanned') return casesLook(event.body);
  if (before.phase === 'none') return [];
  switch (event.type) {
    case 'MeetingMoved':
      return [...casesLook(before.body), ...yearFollows(before)];
    case 'MeetingCancelled':
      return yearFollows(before);
    case 'ItemTakenUp':
      return [
        { rule: 'taken', of: event.item.id, to: streamOf('body', before.body), command: { type: 'ReleaseItem', item: event.item.id } },
      ];
    case 'ItemCarriedOver':
      return carriedOver(stream, event.item, before);
    case 'ItemReported':
      return reported(stream, event.item, before);
    default:
      return [];
  }
}

/** Cases that wait in the body may find that this meeting suits them better. */
function casesLook(body: BodyId): readonly Demand[] {
  return [{ rule: 'cases-look', to: { every: 'case', body }, command: { type: 'AimCase' } }];
}

function carriedOver(stream: Stream, id: string, { items, body }: CalledMeeting): readonly Demand[] {
  const item = items.find((each) => each.id === id);
  if (!item) return [];
  if (item.about !== null) return [{ rule: 'look-again', of: id, to: item.about, command: { type: 'AimCase' } }];
  const waiting = { ...item, outcome: null, dissents: [] };
  return [{ rule: 'keep', of: id, to: streamOf('body', body), command: { type: 'KeepItem', from: stream, item: waiting } }];
}

function reported(stream: Stream, id: string, { items, body }: CalledMeeting): readonly Demand[] {
  const item = items.find((each) => each.id === id);
  const kind = item?.outcome?.kind;
  if (!item?.about || !item.outcome || kind === undefined || !isResult(kind)) return [];
  const result = { body, kind, text: item.outcome.text, textsIn: stream, via: 'meeting' } as const;
  return [{ rule: 'result', of: id, to: item.about, command: { type: 'ReportResult', result } }];
}

function yearFollows(meeting: CalledMeeting): readonly Demand[] {
  const planned = yearOf(meeting);
  return planned === null ? [] : [{ rule: 'year-follows', to: planned, command: { type: 'ShowYear' } }];
}

function isResult(kind: OutcomeKind): kind is ResultKind {
  return kind === 'decided' || kind === 'rejected' || kind === 'sent-on' || kind === 'sent-back';
}
