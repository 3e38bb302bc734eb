import type { CaseFacts } from '../vocabulary/case/case.ts';
import type { CaseEvent, HearCase } from '../vocabulary/case/events.ts';
import type { Demand } from '../vocabulary/errand.ts';
import { kindOf, type Stream } from '../vocabulary/stream.ts';
import type { HearPlanCase } from '../vocabulary/work-plan.ts';

/** What a case demands of the experience, the flag or the work plan it was raised from. */
export function originHears(
  stream: Stream,
  event: Extract<CaseEvent, { type: 'CaseSent' | 'CaseDecided' | 'CaseWithdrawn' | 'CaseSentBack' | 'CaseReopened' }>,
  { origin, body }: CaseFacts,
): readonly Demand[] {
  if (origin === null) return [];
  if (kindOf(origin) === 'work-plan') {
    const command = { type: 'HearPlanCase', about: stream, outcome: outcomeFor(event) } as const;
    return [{ rule: 'plan-hears', to: origin, command }];
  }
  const hears = (outcome: HearCase['outcome']): readonly Demand[] => [
    { rule: 'origin-hears', to: origin, command: { type: 'HearCase', about: stream, from: body, outcome } as const },
  ];
  switch (event.type) {
    case 'CaseSent':
      return hears('raised');
    case 'CaseDecided':
      return hears(event.kind === 'rejected' ? 'rejected' : 'decided');
    case 'CaseWithdrawn':
      return hears('withdrawn');
    case 'CaseSentBack':
    case 'CaseReopened':
      return [];
  }
}

/** How it stands for the plan. What was withdrawn has come back. */
function outcomeFor(event: Parameters<typeof originHears>[1]): HearPlanCase['outcome'] {
  switch (event.type) {
    case 'CaseSent':
    case 'CaseReopened':
      return 'sent';
    case 'CaseDecided':
      return event.kind;
    case 'CaseSentBack':
    case 'CaseWithdrawn':
      return 'sent-back';
  }
}
