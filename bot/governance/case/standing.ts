import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import { dateAt } from '../time/calendar.ts';
import type { CaseConfirming, CaseDone, CaseReturned, CaseWaiting, RaisedCase } from '../vocabulary/case/case.ts';
import { isUnder } from '../vocabulary/errand.ts';
import type { CalledMeeting, Item } from '../vocabulary/meeting.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { IsoInstant } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { approvedInWriting } from './aim.ts';
import { awaitsEvidence } from './gate.ts';
import { isOutsideTeams, practiceIsOpen } from './outcome.ts';
import { objectionIn, reopeningIn } from './phases.ts';

/** How a case stands around the meeting it aims at. `at`: when that meeting begins. */
export type AtMeeting =
  /** The meeting has not begun. `papersBy`: the day papers must be in, where it has not passed. */
  | { readonly stands: 'comes-to' | 'on-agenda'; readonly at: IsoInstant; readonly papersBy: IsoDate | null }
  /** It has begun and is not over. */
  | { readonly stands: 'dealt-with-now'; readonly at: IsoInstant }
  /** It is over. `by`: the last day for its minutes, which in the second case has passed. */
  | { readonly stands: 'minutes-awaited' | 'minutes-missing'; readonly at: IsoInstant; readonly by: IsoDate }
  /** What it came to is on its way here from the minutes. */
  | { readonly stands: 'result-comes'; readonly at: IsoInstant }
  /** The minutes are out, and what they say of the case could not be taken. */
  | { readonly stands: 'result-refused'; readonly at: IsoInstant; readonly refusal: Refusal }
  /** The meeting did not come to it, was called off, or never had it on its agenda. */
  | { readonly stands: 'put-off' | 'called-off' | 'missed'; readonly at: IsoInstant };

/** How a case stands: what may be said of it now, and nothing whose condition has not been asked. */
export type CaseStanding =
  | AtMeeting
  | {
      readonly stands:
        | 'draft'
        | 'sent-back'
        | 'withdrawn'
        | 'judging'
        | 'evidence-awaited'
        | 'meeting-sought'
        | 'no-meeting'
        | 'meeting-asked'
        | 'approved-in-writing'
        | 'written-over'
        | 'outside'
        | 'confirming'
        | 'disputed'
        | 'confirming-outside'
        | 'practice-open'
        | 'closed';
    }
  | { readonly stands: 'written'; readonly until: IsoDate }
  /** It is decided, where it was raised or elsewhere, and the receipt is waited for. */
  | { readonly stands: 'decided' | 'answered'; readonly body: BodyId; readonly on: IsoInstant };

/** `meeting`: the one it aims at, as that meeting is now; any other is left out of account. */
export function standingOf(
  state: RaisedCase,
  meeting: CalledMeeting | null,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
): CaseStanding {
  switch (state.phase) {
    case 'draft':
      return { stands: state.sentBack === null ? 'draft' : 'sent-back' };
    case 'judging':
      return { stands: awaitsEvidence(around.charter, state) ? 'evidence-awaited' : 'judging' };
    case 'closed':
    case 'withdrawn':
      return { stands: state.phase };
    case 'waiting':
      return waiting(state, meeting, around);
    case 'written':
      return { stands: 'written', until: state.written.until };
    case 'confirming':
      return { stands: confirming(state, around.charter) };
    case 'returned':
      return returned(state);
  }
}

/** The body that is asked something in a case now; null: it asks nobody. */
export function bodyAsked(state: RaisedCase): BodyId | null {
  switch (state.phase) {
    case 'judging':
    case 'written':
    case 'confirming':
      return state.at;
    case 'draft':
      return state.body;
    case 'returned':
      return reopeningIn(state).length > 0 ? state.at : state.body;
    case 'closed':
      return reopeningIn(state).length > 0 ? state.at : null;
    case 'waiting':
    case 'withdrawn':
      return null;
  }
}

/** It has been told of the case, and has never had it. */
export function onlyTold(state: RaisedCase, body: BodyId): boolean {
  const had = [state.body, state.at, ...state.cameTo, ...state.way.map((stop) => stop.body)];
  return state.told.includes(body) && !had.includes(body);
}

function waiting(
  state: CaseWaiting,
  meeting: CalledMeeting | null,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
): CaseStanding {
  const { charter, now } = around;
  if (meeting && streamOf('meeting', meeting.meeting) === state.aim?.meeting) return atMeeting(state, meeting, charter, now);
  if (isOutsideTeams(state.at, { charter })) return { stands: 'outside' };
  if (state.written === null) return { stands: state.dealtWith.includes(`no-meeting-${state.at}`) ? 'no-meeting' : 'meeting-sought' };
  if (state.written.answers.some(({ answer }) => answer === 'meeting')) return { stands: 'meeting-asked' };
  return { stands: approvedInWriting(state, around) ? 'approved-in-writing' : 'written-over' };
}

function atMeeting(state: CaseWaiting, meeting: CalledMeeting, charter: Charter, now: Around['now']): AtMeeting {
  const at = meeting.start;
  if (meeting.phase === 'cancelled') return { stands: 'called-off', at };
  const item = meeting.items.find((each) => each.about === streamOf('case', state.case));
  const today = dateAt(charter, now);
  const ahead = now.epochMilliseconds < Date.parse(meeting.start);
  if (ahead) {
    const { items } = meeting.deadlines;
    const papersBy = items !== null && today <= items && !meeting.agendaSent ? items : null;
    return { stands: item ? 'on-agenda' : 'comes-to', at, papersBy };
  }
  if (!item) return { stands: 'missed', at };
  if (meeting.minutes !== 'none') return fromMinutes(meeting, item, at);
  if (meeting.phase === 'planned' && now.epochMilliseconds < Date.parse(meeting.end)) return { stands: 'dealt-with-now', at };
  if (item.outcome?.kind === 'carried') return { stands: 'put-off', at };
  const by = meeting.deadlines.minutes;
  return { stands: today <= by ? 'minutes-awaited' : 'minutes-missing', at, by };
}

function fromMinutes(meeting: CalledMeeting, item: Item, at: IsoInstant): AtMeeting {
  if (item.outcome?.kind === 'carried') return { stands: 'put-off', at };
  const refused = meeting.refusedErrands.findLast((each) => isUnder(each, 'result', item.id));
  return refused ? { stands: 'result-refused', at, refusal: refused.refusal } : { stands: 'result-comes', at };
}

function confirming(state: CaseConfirming, charter: Charter): 'evidence-awaited' | 'confirming' | 'confirming-outside' | 'disputed' {
  if (objectionIn(state)) return 'disputed';
  if (awaitsEvidence(charter, state)) return 'evidence-awaited';
  return state.result.via === 'outside' ? 'confirming-outside' : 'confirming';
}

function returned(state: CaseReturned | CaseDone): CaseStanding {
  if (state.receipt !== null && practiceIsOpen(state)) return { stands: 'practice-open' };
  return { stands: state.at === state.body ? 'decided' : 'answered', body: state.at, on: state.since };
}
