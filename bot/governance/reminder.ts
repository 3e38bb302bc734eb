import { Temporal } from 'temporal-polyfill';
import { askedDue } from './asked-silence.ts';
import { assessToAsk } from './assess.ts';
import { instantOf, mayPrompt, workingDaysAfter } from './calendar.ts';
import { caseDue } from './case-silence.ts';
import type { Charter, IsoDate } from './charter.ts';
import { checkInDue } from './check-in.ts';
import { groupDue } from './group-silence.ts';
import { initiativeDue } from './initiative-silence.ts';
import type { MeetingState, PromptCard } from './meeting.ts';
import { planDue } from './milestone-silence.ts';
import type { Command, State } from './model.ts';
import { portfolioToAsk } from './portfolio-quarter.ts';
import { requestDue } from './request-silence.ts';
import { runOutToSay } from './run-out.ts';
import { statusToSay } from './status-quarter.ts';
import { workPlanDue } from './work-plan-silence.ts';
import { yearCheckDue } from './year-check.ts';
import { yearDue } from './year-silence.ts';

/** Something that is due: the command, and the occasion that names it, so that late or twice is the same occurrence. */
export interface Due {
  readonly occasion: string;
  readonly command: Command;
}

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

/** When this meeting is next due to be looked at, in milliseconds; null: never again. */
export function nextDueAt(charter: Charter, meeting: MeetingState): number | null {
  const times = occasions(charter, meeting).map((each) => each.at.epochMilliseconds);
  const end = meeting.phase === 'planned' ? [Date.parse(meeting.end)] : [];
  const all = [...times, ...end];
  return all.length === 0 ? null : Math.min(...all);
}

function meetingDue(charter: Charter, meeting: MeetingState, now: Temporal.Instant): readonly Due[] {
  const past = (at: Temporal.Instant | string) => Temporal.Instant.compare(now, at) >= 0;
  const due = occasions(charter, meeting)
    .filter(({ at, before }) => past(at) && (mayPrompt(charter, now) || (before && past(meeting.start))))
    .map(({ card, occasion }) => ({ occasion, command: { type: 'Prompt', card, occasion } as const }));
  const close = meeting.phase === 'planned' && past(meeting.end);
  return [...due, ...(close ? [{ occasion: `over-${meeting.end}`, command: { type: 'CloseMeeting' } as const }] : [])];
}

interface Occasion {
  readonly card: PromptCard;
  readonly occasion: string;
  readonly at: Temporal.Instant;
  /** Of use only until the meeting begins. */
  readonly before: boolean;
}

/**
 * The prompts of a meeting still to come. A missed deadline is said the working day after it, to the secretaries only. The
 * occasion carries the date, so that a moved meeting has occasions of its own.
 */
function occasions(charter: Charter, meeting: MeetingState): readonly Occasion[] {
  if (meeting.phase === 'unplanned' || meeting.phase === 'cancelled') return [];
  const { call, agenda, reminder, minutes } = meeting.deadlines;
  const owed = meeting.items.length > 0 || meeting.agendaSent;
  const dated: readonly (readonly [PromptCard, IsoDate | null])[] = [
    ['call', meeting.agendaSent ? null : call],
    ['agenda-late', agenda && !meeting.agendaSent ? workingDaysAfter(charter, agenda, 1) : null],
    ['reminder', meeting.phase === 'planned' ? reminder : null],
    ['minutes-late', owed && meeting.minutes === 'none' ? workingDaysAfter(charter, minutes, 1) : null],
    ['publish-due', meeting.minutes === 'sent' && meeting.commentsUntil ? workingDaysAfter(charter, meeting.commentsUntil, 1) : null],
  ];
  return dated.flatMap(([card, date]) => {
    const occasion = `${card}-${date}`;
    if (date === null || meeting.dealtWith.includes(occasion)) return [];
    const before = card === 'call' || card === 'agenda-late' || card === 'reminder';
    if (before && meeting.phase === 'over') return [];
    return [{ card, occasion, at: instantOf(charter, date, charter.collaboration.defaults.promptsFrom), before }];
  });
}
