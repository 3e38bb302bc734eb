import { body } from '../body/body.ts';
import { bodyDue } from '../body/due.ts';
import { bodyDemands } from '../body/errands.ts';
import { bodyNotices } from '../body/notices.ts';
import { caseSubject } from '../case/case.ts';
import { caseDemands } from '../case/errands.ts';
import { caseNotices } from '../case/notices.ts';
import { resultIn } from '../case/phases.ts';
import { caseDue } from '../case/silence.ts';
import { channelDue } from '../channel/away.ts';
import { channel } from '../channel/channel.ts';
import { channelDemands } from '../channel/errands.ts';
import { channelNotices } from '../channel/notices.ts';
import { wayUp } from '../charter/terms.ts';
import { groupDemands } from '../group/errands.ts';
import { group } from '../group/group.ts';
import { groupNotices } from '../group/notices.ts';
import { groupDue } from '../group/silence.ts';
import { initiative } from '../initiative/initiative.ts';
import { initiativeNotices } from '../initiative/notices.ts';
import { initiativeDue } from '../initiative/silence.ts';
import { experienceDue, flagDue } from '../knowledge/due.ts';
import { experience } from '../knowledge/experience.ts';
import { flag } from '../knowledge/flag.ts';
import { experienceNotices, flagNotices } from '../knowledge/notices.ts';
import { anchor } from '../ledger/anchor.ts';
import { charterLedger } from '../ledger/charter.ts';
import { anchorNotices } from '../ledger/notices.ts';
import { meetingDue } from '../meeting/due.ts';
import { meetingDemands } from '../meeting/errands.ts';
import { meeting } from '../meeting/meeting.ts';
import { meetingNotices } from '../meeting/notices.ts';
import { checkInDue } from '../milestone/check-in.ts';
import { planDemands } from '../milestone/errands.ts';
import { followUp } from '../milestone/follow-up.ts';
import { followUpNotices, planNotices } from '../milestone/notices.ts';
import { milestonePlan } from '../milestone/plan.ts';
import { planDue } from '../milestone/silence.ts';
import { persons } from '../people/persons.ts';
import { portfolioNotices } from '../portfolio/notices.ts';
import { portfolio } from '../portfolio/portfolio.ts';
import { requestDemands } from '../request/errands.ts';
import { requestNotices } from '../request/notices.ts';
import { request } from '../request/request.ts';
import { requestDue } from '../request/silence.ts';
import type { Kind } from '../vocabulary/stream.ts';
import { workPlanDemands } from '../work-plan/errands.ts';
import { workPlanNotices } from '../work-plan/notices.ts';
import { workPlanDue } from '../work-plan/silence.ts';
import { workPlan } from '../work-plan/work-plan.ts';
import { yearDemands } from '../year/errands.ts';
import { yearNotices } from '../year/notices.ts';
import { yearDue } from '../year/silence.ts';
import { year } from '../year/year.ts';
import type { Hears, Row } from './row.ts';

const none = () => [] as const;

/** One row a subject. Those above read what has been decided or started under them, and nothing before that. */
const rows: { readonly [K in Kind]: Row<K> & Hears<K> } = {
  charter: { rules: charterLedger, due: none, notices: none, errands: none, reach: none, fromStart: false },
  persons: { rules: persons, due: none, notices: none, errands: none, reach: none, fromStart: false },
  anchor: { rules: anchor, due: none, notices: anchorNotices, errands: none, reach: none, fromStart: false },
  channel: { rules: channel, due: channelDue, notices: channelNotices, errands: channelDemands, reach: none, fromStart: false },
  body: { rules: body, due: bodyDue, notices: bodyNotices, errands: bodyDemands, reach: (state) => [state.body], fromStart: true },
  meeting: {
    rules: meeting,
    due: meetingDue,
    notices: meetingNotices,
    errands: meetingDemands,
    reach: (state) => (state.phase === 'none' ? [] : [state.body, ...state.joint]),
    fromStart: false,
  },
  case: {
    rules: caseSubject,
    due: caseDue,
    notices: caseNotices,
    errands: caseDemands,
    reach: (state, charter, date) =>
      state.phase === 'none'
        ? []
        : [state.body, state.at, ...state.told, ...state.cameTo, ...(resultIn(state) ? wayUp(charter, state.at, date) : [])],
    fromStart: false,
  },
  year: { rules: year, due: yearDue, notices: yearNotices, errands: yearDemands, reach: (state) => [state.body], fromStart: true },
  request: {
    rules: request,
    due: requestDue,
    notices: requestNotices,
    errands: requestDemands,
    reach: (state, charter, date) => [state.from, state.to, ...(state.phase === 'ordering' ? [] : wayUp(charter, state.from, date))],
    fromStart: false,
  },
  group: { rules: group, due: groupDue, notices: groupNotices, errands: groupDemands, reach: (state) => state.bodies, fromStart: false },
  experience: {
    rules: experience,
    due: experienceDue,
    notices: experienceNotices,
    errands: none,
    reach: (state) => [state.from, state.assessor, ...state.audience],
    fromStart: false,
  },
  flag: { rules: flag, due: flagDue, notices: flagNotices, errands: none, reach: (state) => [state.body], fromStart: false },
  'milestone-plan': {
    rules: milestonePlan,
    due: planDue,
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
    notices: followUpNotices,
    errands: none,
    reach: (state, charter, date) => [state.body, ...state.rows.map(({ plan }) => plan), ...wayUp(charter, state.body, date)],
    fromStart: false,
  },
  initiative: {
    rules: initiative,
    due: initiativeDue,
    notices: initiativeNotices,
    errands: none,
    reach: ({ owner, clusters, indicators }) => [...(owner ? [owner] : []), ...clusters, ...indicators.map(({ reportedBy }) => reportedBy)],
    fromStart: false,
  },
  portfolio: {
    rules: portfolio,
    due: none,
    notices: portfolioNotices,
    errands: none,
    reach: (state, charter, date) => [state.body, ...wayUp(charter, state.body, date)],
    fromStart: false,
  },
  'work-plan': {
    rules: workPlan,
    due: workPlanDue,
    notices: workPlanNotices,
    errands: workPlanDemands,
    reach: (state, charter, date) => [state.body, ...wayUp(charter, state.body, date)],
    fromStart: false,
  },
};

export function rowOf<K extends Kind>(kind: K): Row<K> {
  return rows[kind];
}
