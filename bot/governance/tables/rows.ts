import { bodyAsks } from '../body/asks.ts';
import { body } from '../body/body.ts';
import { bodyDue } from '../body/due.ts';
import { bodyDemands } from '../body/errands.ts';
import { bodyNotices } from '../body/notices.ts';
import { caseAsks } from '../case/asks.ts';
import { caseSubject } from '../case/case.ts';
import { caseDue } from '../case/due.ts';
import { caseDemands } from '../case/errands.ts';
import { caseNotices } from '../case/notices.ts';
import { resultIn } from '../case/phases.ts';
import { channelDue } from '../channel/away.ts';
import { channel } from '../channel/channel.ts';
import { channelDemands } from '../channel/errands.ts';
import { channelNotices } from '../channel/notices.ts';
import { wayUp } from '../charter/terms.ts';
import { groupAsks } from '../group/asks.ts';
import { groupDemands } from '../group/errands.ts';
import { group } from '../group/group.ts';
import { groupNotices } from '../group/notices.ts';
import { initiativeAsks } from '../initiative/asks.ts';
import { initiative } from '../initiative/initiative.ts';
import { initiativeNotices } from '../initiative/notices.ts';
import { initiativeDue } from '../initiative/silence.ts';
import { experienceAsks, flagAsks } from '../knowledge/asks.ts';
import { experience } from '../knowledge/experience.ts';
import { flag } from '../knowledge/flag.ts';
import { experienceNotices, flagNotices } from '../knowledge/notices.ts';
import { anchor } from '../ledger/anchor.ts';
import { charterLedger } from '../ledger/charter.ts';
import { anchorNotices } from '../ledger/notices.ts';
import { meetingAsks } from '../meeting/asks.ts';
import { meetingDue } from '../meeting/due.ts';
import { meetingDemands } from '../meeting/errands.ts';
import { meeting } from '../meeting/meeting.ts';
import { meetingNotices } from '../meeting/notices.ts';
import { followUpAsks, planAsks } from '../milestone/asks.ts';
import { checkInDue } from '../milestone/check-in.ts';
import { planDemands } from '../milestone/errands.ts';
import { followUp } from '../milestone/follow-up.ts';
import { followUpNotices, planNotices } from '../milestone/notices.ts';
import { milestonePlan } from '../milestone/plan.ts';
import { persons } from '../people/persons.ts';
import { portfolioAsks } from '../portfolio/asks.ts';
import { portfolioNotices } from '../portfolio/notices.ts';
import { portfolio } from '../portfolio/portfolio.ts';
import { requestAsks } from '../request/asks.ts';
import { requestDemands } from '../request/errands.ts';
import { requestNotices } from '../request/notices.ts';
import { request } from '../request/request.ts';
import type { Kind } from '../vocabulary/stream.ts';
import { workPlanAsks } from '../work-plan/asks.ts';
import { workPlanDemands } from '../work-plan/errands.ts';
import { workPlanNotices } from '../work-plan/notices.ts';
import { workPlan } from '../work-plan/work-plan.ts';
import { yearAsks } from '../year/asks.ts';
import { yearDemands } from '../year/errands.ts';
import { yearNotices } from '../year/notices.ts';
import { year } from '../year/year.ts';
import type { Hears, Row } from './row.ts';

const none = () => [] as const;

/** One row a subject. Those above read what has been decided or started under them, and nothing before that. */
const rows: { readonly [K in Kind]: Row<K> & Hears<K> } = {
  charter: { rules: charterLedger, due: none, asks: none, notices: none, errands: none, reach: none, fromStart: false },
  persons: { rules: persons, due: none, asks: none, notices: none, errands: none, reach: none, fromStart: false },
  anchor: { rules: anchor, due: none, asks: none, notices: anchorNotices, errands: none, reach: none, fromStart: false },
  channel: { rules: channel, due: channelDue, asks: none, notices: channelNotices, errands: channelDemands, reach: none, fromStart: false },
  body: {
    rules: body,
    due: bodyDue,
    asks: bodyAsks,
    notices: bodyNotices,
    errands: bodyDemands,
    reach: (state) => [state.body],
    fromStart: true,
  },
  meeting: {
    rules: meeting,
    due: meetingDue,
    asks: meetingAsks,
    notices: meetingNotices,
    errands: meetingDemands,
    reach: (state) => (state.phase === 'none' ? [] : [state.body, ...state.joint]),
    fromStart: false,
  },
  case: {
    rules: caseSubject,
    due: caseDue,
    asks: caseAsks,
    notices: caseNotices,
    errands: caseDemands,
    reach: (state, charter, date) =>
      state.phase === 'none'
        ? []
        : [state.body, state.at, ...state.told, ...state.cameTo, ...(resultIn(state) ? wayUp(charter, state.at, date) : [])],
    fromStart: false,
  },
  year: {
    rules: year,
    due: none,
    asks: yearAsks,
    notices: yearNotices,
    errands: yearDemands,
    reach: (state) => [state.body],
    fromStart: true,
  },
  request: {
    rules: request,
    due: none,
    asks: requestAsks,
    notices: requestNotices,
    errands: requestDemands,
    reach: (state, charter, date) => [
      ...[state.from, state.to, ...state.delegations.map(({ to }) => to)],
      ...(state.phase === 'ordering' ? [] : wayUp(charter, state.from, date)),
    ],
    fromStart: false,
  },
  group: {
    rules: group,
    due: none,
    asks: groupAsks,
    notices: groupNotices,
    errands: groupDemands,
    reach: (state) => state.bodies,
    fromStart: false,
  },
  experience: {
    rules: experience,
    due: none,
    asks: experienceAsks,
    notices: experienceNotices,
    errands: none,
    reach: (state) => [state.from, state.assessor, ...state.audience],
    fromStart: false,
  },
  flag: { rules: flag, due: none, asks: flagAsks, notices: flagNotices, errands: none, reach: (state) => [state.body], fromStart: false },
  'milestone-plan': {
    rules: milestonePlan,
    due: none,
    asks: planAsks,
    notices: planNotices,
    errands: planDemands,
    reach: (state, charter, date) => [
      state.body,
      ...state.inForce.flatMap(({ carriedBy }) => carriedBy),
      ...wayUp(charter, state.body, date),
    ],
    fromStart: false,
  },
  'follow-up': {
    rules: followUp,
    due: checkInDue,
    asks: followUpAsks,
    notices: followUpNotices,
    errands: none,
    reach: (state, charter, date) => [state.body, ...state.rows.map(({ plan }) => plan), ...wayUp(charter, state.body, date)],
    fromStart: false,
  },
  initiative: {
    rules: initiative,
    due: initiativeDue,
    asks: initiativeAsks,
    notices: initiativeNotices,
    errands: none,
    reach: ({ owner, clusters, indicators }) => [...(owner ? [owner] : []), ...clusters, ...indicators.map(({ reportedBy }) => reportedBy)],
    fromStart: false,
  },
  portfolio: {
    rules: portfolio,
    due: none,
    asks: portfolioAsks,
    notices: portfolioNotices,
    errands: none,
    reach: (state, charter, date) => [state.body, ...wayUp(charter, state.body, date)],
    fromStart: false,
  },
  'work-plan': {
    rules: workPlan,
    due: none,
    asks: workPlanAsks,
    notices: workPlanNotices,
    errands: workPlanDemands,
    reach: (state, charter, date) => [state.body, ...wayUp(charter, state.body, date)],
    fromStart: false,
  },
};

export function rowOf<K extends Kind>(kind: K): Row<K> {
  return rows[kind];
}
