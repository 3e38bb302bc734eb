import type { GovernanceEvent } from '../vocabulary/all.ts';
import type { Ask } from '../vocabulary/ask/ask.ts';
import type { Came } from '../vocabulary/ask/came.ts';
import type { Actor, IsoInstant } from '../vocabulary/stream.ts';

/** What has just happened to a stream, and by whom. */
export interface Happened {
  readonly events: readonly GovernanceEvent[];
  readonly by: Actor;
  readonly at: IsoInstant;
}

/** What came of an ask that ended: somebody answered, it was turned down or withdrawn, or something else made it needless. */
export function cameOf({ what, answered }: Ask, { events, by, at }: Happened): Came {
  const persons = by.kind === 'person' ? [by.person] : [];
  if (events.some(({ type }) => withdrawals.has(type))) return { how: 'withdrawn', by: persons, at };
  if (events.some(({ type }) => noes.has(type))) return { how: 'turned-down', by: persons, at };
  if (what === 'group-ends' && !events.some(({ type }) => type === 'GroupReported')) return { how: 'overtaken', by: [], at };
  if (persons.length === 0 || !events.some(({ type }) => answers.has(type))) return { how: 'overtaken', by: [], at };
  return { how: 'answered', by: [...new Set([...answered.map(({ person }) => person), ...persons])], at };
}

/** One no is enough, and whoever said yes before it said something else. */
const noes: ReadonlySet<GovernanceEvent['type']> = new Set([
  'GroupTurnedDown',
  'QuestionTurnedDown',
  'RequestSentBack',
  'PlanTurnedDown',
  'WorkPlanTurnedDown',
] as const satisfies readonly GovernanceEvent['type'][]);

const withdrawals: ReadonlySet<GovernanceEvent['type']> = new Set([
  'CaseWithdrawn',
  'RequestWithdrawn',
  'DraftWithdrawn',
] as const satisfies readonly GovernanceEvent['type'][]);

const answers: ReadonlySet<GovernanceEvent['type']> = new Set([
  'GateRecorded',
  'KeyTurned',
  'ResultConfirmed',
  'ResultReported',
  'AnswerReceipted',
  'CaseSent',
  'PracticePlanRecorded',
  'WrittenAnswered',
  'ReopeningTurned',
  'ResultKept',
  'QuestionAnswered',
  'RequestReported',
  'ReportReceipted',
  'GroupAnswered',
  'GroupReported',
  'GroupReceipted',
  'ExperienceSpread',
  'ExperienceSetAside',
  'FlagAnswered',
  'PlanAnswered',
  'WorkPlanAnswered',
  'YearKeyTurned',
  'PatientsTold',
  'IndicatorReported',
  'SolutionFollowedUp',
  'NoAnswered',
  'TermsAssessed',
  'AgendaSent',
  'MinutesSent',
  'MinutesPublished',
  'MilestoneAnswered',
] as const satisfies readonly GovernanceEvent['type'][]);
