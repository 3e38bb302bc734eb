import type { Temporal } from 'temporal-polyfill';
import { assessToAsk } from '../body/assess.ts';
import { runOutToSay } from '../body/run-out.ts';
import { caseDue } from '../case/silence.ts';
import type { Charter } from '../charter/charter.ts';
import { groupDue } from '../group/silence.ts';
import { initiativeDue } from '../initiative/silence.ts';
import { meetingDue } from '../meeting/due.ts';
import { checkInDue } from '../milestone/check-in.ts';
import { planDue } from '../milestone/silence.ts';
import { askedDue } from '../people/silence.ts';
import { portfolioToAsk } from '../portfolio/quarter.ts';
import { requestDue } from '../request/silence.ts';
import { statusToSay } from '../status/status-quarter.ts';
import type { State } from '../vocabulary/all.ts';
import type { Due } from '../vocabulary/due.ts';
import { workPlanDue } from '../work-plan/silence.ts';
import { yearCheckDue } from '../year/check.ts';
import { yearDue } from '../year/silence.ts';

/** What a stream is due to be told by now. Late, twice or on two machines gives the same answer. */
export function dueNow(charter: Charter, state: State, now: Temporal.Instant): readonly Due[] {
  switch (state.kind) {
    case 'meeting':
      return meetingDue(charter, state, now);
    case 'case':
      return caseDue(charter, state, now);
    case 'request':
      return requestDue(charter, state, now);
    case 'group':
      return groupDue(charter, state, now);
    case 'experience':
      if (state.phase !== 'told') return [];
      return askedDue(charter, state, now).map((each) => ({ occasion: each.occasion, command: { type: 'PromptExperience', ...each } }));
    case 'flag':
      if (state.phase !== 'open') return [];
      return askedDue(charter, state, now).map((each) => ({ occasion: each.occasion, command: { type: 'PromptFlag', ...each } }));
    case 'year':
      return yearDue(charter, state, now);
    case 'milestone-plan':
      return planDue(charter, state, now);
    case 'follow-up':
      return checkInDue(charter, state, now);
    case 'body': {
      const quarter = runOutToSay(charter, state, now);
      const day = yearCheckDue(charter, state, now);
      const assess = assessToAsk(charter, state, now);
      const portfolio = portfolioToAsk(charter, state, now);
      const status = statusToSay(charter, state, now);
      return [
        ...(quarter === null ? [] : [{ occasion: `run-out-${quarter}`, command: { type: 'SayTermsRunOut', quarter } as const }]),
        ...(assess === null ? [] : [{ occasion: `assess-${assess}`, command: { type: 'AskAssessment', quarter: assess } as const }]),
        ...(portfolio === null
          ? []
          : [{ occasion: `portfolio-${portfolio}`, command: { type: 'AskPortfolio', quarter: portfolio } as const }]),
        ...(status === null ? [] : [{ occasion: `status-${status}`, command: { type: 'SayStatus', quarter: status } as const }]),
        ...(day === null ? [] : [{ occasion: `years-${day}`, command: { type: 'CheckYears', day } as const }]),
      ];
    }
    case 'initiative':
      return initiativeDue(charter, state, now);
    case 'work-plan':
      return workPlanDue(charter, state, now);
    case 'portfolio':
    case 'charter':
    case 'persons':
    case 'anchor':
    case 'channel':
      return [];
  }
}
