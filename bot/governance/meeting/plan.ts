import { Temporal } from 'temporal-polyfill';
import type { BodyId } from '../charter/charter.ts';
import { comeTogether, gatheringCalled } from '../charter/gathering.ts';
import { bodyOf, termsInForce } from '../charter/terms.ts';
import { mayRun } from '../people/roles.ts';
import { dateAt } from '../time/calendar.ts';
import type { AgendaEvent, CalledMeeting, PlanCommand, PlanEvent, WhenAndWhere } from '../vocabulary/meeting.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { IsoInstant } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { deadlinesOf, renewedDeadlines, sameDeadlines, settingsOf, shownFrom } from './deadlines.ts';

type Call = Extract<PlanCommand, { readonly type: 'PlanMeeting' }>;
type Called = Extract<PlanEvent, { readonly type: 'MeetingPlanned' }>;

export function decidePlan(
  state: CalledMeeting,
  command: Exclude<PlanCommand, Call>,
  around: Around,
): readonly (PlanEvent | AgendaEvent)[] | Refusal {
  const ended = state.phase === 'over' || (state.phase === 'planned' && Temporal.Instant.compare(around.now, state.end) >= 0);
  switch (command.type) {
    case 'MoveMeeting': {
      if (!mayRun(around, state.body)) return { refused: 'only-secretaries' };
      if (ended) return { refused: 'meeting-is-over' };
      if (state.minutes !== 'none') return { refused: 'minutes-are-out' };
      const { reason, start, end, place, link } = command;
      if (!reason) return { refused: 'missing', field: 'reason' };
      const wrong =
        whenAndWhere(command, around) ?? (state.extraordinary && start !== state.start ? tooSoon(state.body, start, around) : null);
      if (wrong) return wrong;
      const same = start === state.start && end === state.end && place?.mac === state.place?.mac && link?.mac === state.link?.mac;
      const deadlines = deadlinesOf(around.charter, state.body, start, end, around.now);
      return same ? [] : [{ type: 'MeetingMoved', v: 1, reason, start, end, place, link, deadlines }];
    }
    case 'CancelMeeting':
      if (!mayRun(around, state.body)) return { refused: 'only-secretaries' };
      if (ended) return { refused: 'meeting-is-over' };
      if (state.minutes !== 'none') return { refused: 'minutes-are-out' };
      if (!command.reason) return { refused: 'missing', field: 'reason' };
      return [
        { type: 'MeetingCancelled', v: 1, reason: command.reason },
        ...state.items.map((each) => ({ type: 'ItemCarriedOver', v: 1, item: each.id }) as const),
      ];
    case 'ChangeLead': {
      if (!mayRun(around, state.body)) return { refused: 'only-secretaries' };
      if (!command.reason) return { refused: 'missing', field: 'reason' };
      const ledBy = command.ledBy ? around.one(command.ledBy) : null;
      return ledBy === state.ledBy ? [] : [{ type: 'LeadChanged', v: 1, ledBy, reason: command.reason }];
    }
    case 'UseSettings': {
      if (!mayRun(around, state.body)) return { refused: 'only-secretaries' };
      if (ended) return { refused: 'meeting-is-over' };
      const deadlines = renewedDeadlines(around.charter, state, around.now);
      return sameDeadlines(deadlines, state.deadlines) ? [] : [{ type: 'DeadlinesRenewed', v: 1, deadlines }];
    }
    case 'ShowMeeting':
      return ended || (state.showFrom !== undefined && around.by.kind === 'errand') ? [] : [{ type: 'MeetingShown', v: 1 }];
    case 'CloseMeeting':
      return ended && state.phase !== 'over' ? [{ type: 'MeetingOver', v: 1 }] : [];
  }
}

export function callMeeting(command: Call, around: Around): readonly Called[] | Refusal {
  const { body, joint, start, end, place, link, extraordinary, reason } = command;
  for (const each of [body, ...joint]) {
    const known = bodyOf(around.charter, each);
    if (!known || known.outside) return { refused: 'not-in-model', what: 'body' };
  }
  if (around.by.kind !== 'errand' && !mayRun(around, body)) return { refused: 'only-secretaries' };
  const wrong = whenAndWhere(command, around);
  if (wrong && !(around.by.kind === 'errand' && wrong.refused === 'missing')) return wrong;
  if (extraordinary) {
    if (!reason) return { refused: 'missing', field: 'reason' };
    const short = tooSoon(body, start, around);
    if (short) return short;
  }
  const terms = termsInForce(around.charter, body, dateAt(around.charter, Temporal.Instant.from(start)))?.hash ?? '';
  const deadlines = deadlinesOf(around.charter, body, start, end, around.now);
  const at = around.now.toString();
  const planned = { type: 'MeetingPlanned', v: 1, body, terms, start, end, place, link, extraordinary, reason, deadlines, at } as const;
  const showFrom = around.by.kind === 'errand' ? shownFrom(around.charter, body, start, around.now) : null;
  return [{ ...planned, ...together(command, around), ...(showFrom === null ? {} : { showFrom }) }];
}

function together({ body, joint, gathering: id }: Call, { charter }: Around): Pick<Called, 'joint' | 'gathering' | 'who'> {
  const gathering = gatheringCalled(charter, body, id ?? null)?.id ?? null;
  if (gathering === null) return { joint: [...new Set(joint)].filter((each) => each !== body) };
  const who = comeTogether(charter, body, gathering, joint);
  return { gathering, who, joint: who.map((each) => each.body).filter((each) => each !== body) };
}

export function calledMeeting(id: string, { type: _type, v: _v, at, ...planned }: Called): CalledMeeting {
  return {
    kind: 'meeting',
    meeting: id,
    phase: 'planned',
    ...planned,
    plannedAt: at,
    minutes: 'none',
    ...{ ledBy: null, moves: 0, answers: [], dealtWith: [], prompted: [], items: [], agendaSent: false, refusedErrands: [] },
  };
}

/** An extraordinary meeting, called or moved, leaves the notice there must be. */
function tooSoon(body: BodyId, start: IsoInstant, { charter, now }: Around): Refusal | null {
  const { noticeHours: hours } = settingsOf(charter, body);
  return Temporal.Instant.compare(now.add({ hours }), start) > 0 ? { refused: 'notice-too-short', hours } : null;
}

function whenAndWhere({ start, end, place, link }: WhenAndWhere, { now }: Around): Refusal | null {
  if (Temporal.Instant.compare(end, start) <= 0) return { refused: 'ends-before-it-starts' };
  if (Temporal.Instant.compare(start, now) <= 0) return { refused: 'meeting-in-the-past' };
  return place || link ? null : { refused: 'missing', field: 'place' };
}
