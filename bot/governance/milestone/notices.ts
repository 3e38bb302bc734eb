import type { Charter } from '../charter/charter.ts';
import type { FollowUpEvent, FollowUpState } from '../vocabulary/milestone/follow-up.ts';
import type { MilestonePlanEvent, MilestonePlanState } from '../vocabulary/milestone/plan.ts';
import { type Notice, standingFor, turnedDownUnder } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { quarterDay } from './check-in-dates.ts';

/** A version that is asked about, or that a case has made, has one card in the body's channel; the one it follows is drawn again with it. */
export function planNotices(about: Stream, event: MilestonePlanEvent, state: MilestonePlanState): readonly Notice[] {
  const to = { body: state.body };
  const plan = (version: number): Notice => standingFor('milestone-plan', about, to, { what: 'version', mark: version });
  const next = state.putForward > state.version ? [plan(state.putForward)] : [];
  switch (event.type) {
    case 'PlanProposed':
    case 'PlanAnswered':
      return next;
    case 'PlanTurnedDown':
      return [...next, ...next.map((card) => turnedDownUnder(card, event.at))];
    case 'PlanInForce':
    case 'MilestoneMoved':
      return [...(state.version > 1 ? [plan(state.version - 1)] : []), plan(state.version), ...next];
    case 'MilestoneSet':
    case 'MilestoneDropped':
    case 'ListTaken':
    case 'DraftWithdrawn':
      return next;
    default:
      return [];
  }
}

/** One card a quarter, drawn again with each check-in and answer; one note for each plan and day to the chairs of the body whose plan it is. */
export function followUpNotices(about: Stream, event: FollowUpEvent, state: FollowUpState, charter: Charter): readonly Notice[] {
  const to = { body: state.body };
  const quarters = [...new Set(state.checkIns.map(({ on }) => quarterDay(charter, on)))].slice(-2);
  const asked = quarters.map((day) => standingFor('check-in', about, to, { what: 'check-in', mark: day }));
  const noted = state.noted.map(({ plan, on }) =>
    standingFor('milestone-note', about, { body: plan }, { what: 'attention', mark: { plan, on } }),
  );
  switch (event.type) {
    case 'CheckedIn':
      return asked;
    case 'MilestoneAnswered': {
      const notes = state.noted.flatMap(({ rows }, at) => (rows.includes(event.row) ? (noted[at] ?? []) : []));
      return [...asked.slice(-1), ...notes];
    }
    case 'MilestonesSet': {
      const notes = state.noted.flatMap(({ plan }, at) => (plan === event.plan ? (noted[at] ?? []) : []));
      return [...asked.slice(-1), ...notes];
    }
    case 'SilenceSaid':
      return state.noted.flatMap(({ on }, at) => (on === event.on ? (noted[at] ?? []) : []));
    default:
      return [];
  }
}
