import type { CaseEvent, CaseState } from './case.ts';
import type { BodyId } from './charter.ts';
import type { Command, IsoInstant, Stream } from './model.ts';
import type { HearPlanCase } from './work-plan.ts';

/** By errand from a case that was raised from an experience or a flag: what became of it. */
export interface HearCase {
  readonly type: 'HearCase';
  readonly about: Stream;
  /** The body it was raised in. */
  readonly from: BodyId;
  readonly outcome: 'raised' | 'decided' | 'rejected' | 'withdrawn';
}
export interface CaseHeard {
  readonly type: 'CaseHeard';
  readonly v: 1;
  readonly about: Stream;
  readonly outcome: HearCase['outcome'];
  readonly at: IsoInstant;
}

/** What a case demands of the experience, the flag or the work plan it was raised from. */
export function originHears(
  stream: Stream,
  event: Extract<CaseEvent, { type: 'CaseSent' | 'CaseDecided' | 'CaseWithdrawn' | 'CaseSentBack' | 'CaseReopened' }>,
  { origin, body }: CaseState,
): readonly { readonly rule: string; readonly to: Stream; readonly command: Command }[] {
  if (origin === null) return [];
  if (origin.startsWith('work-plan/')) {
    const command = { type: 'HearPlanCase', about: stream, outcome: outcomeFor(event) } as const;
    return [{ rule: 'plan-hears', to: origin, command }];
  }
  const hears = (outcome: HearCase['outcome']) => [
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
