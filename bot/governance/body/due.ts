import type { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import { portfolioToAsk } from '../portfolio/quarter.ts';
import { statusToSay } from '../status/status-quarter.ts';
import type { Quarter } from '../time/periods.ts';
import type { BodyState } from '../vocabulary/body.ts';
import type { Due } from '../vocabulary/due.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';
import { yearCheckDue } from '../year/check.ts';
import { assessToAsk } from './assess.ts';
import { passingDue } from './passing.ts';
import { runOutToSay } from './run-out.ts';
import { unansweredDue } from './unanswered.ts';
import { vacancyDue } from './vacancy.ts';

/** What a body is due to be told or asked by now. */
export function bodyDue(charter: Charter, state: BodyState, now: Temporal.Instant): readonly Due[] {
  const quarter = runOutToSay(charter, state, now);
  const day = yearCheckDue(charter, state, now);
  const assess = assessToAsk(charter, state, now);
  const portfolio = portfolioToAsk(charter, state, now);
  const status = statusToSay(charter, state, now);
  return [
    ...(quarter === null ? [] : [{ occasion: on('run-out', quarter), command: { type: 'SayTermsRunOut', quarter } as const }]),
    ...(assess === null ? [] : [{ occasion: on('assess', assess), command: { type: 'AskAssessment', quarter: assess } as const }]),
    ...(portfolio === null
      ? []
      : [{ occasion: on('portfolio', portfolio), command: { type: 'AskPortfolio', quarter: portfolio } as const }]),
    ...(status === null ? [] : [{ occasion: on('status', status), command: { type: 'SayStatus', quarter: status } as const }]),
    ...unansweredDue(charter, state, now),
    ...vacancyDue(charter, state, now),
    ...passingDue(charter, state, now),
    ...(day === null
      ? []
      : [{ occasion: writeOccasion<'clock'>({ what: 'years', mark: day }), command: { type: 'CheckYears', day } as const }]),
  ];
}

function on(what: 'run-out' | 'assess' | 'portfolio' | 'status', mark: Quarter) {
  return writeOccasion<'clock'>({ what, mark });
}
