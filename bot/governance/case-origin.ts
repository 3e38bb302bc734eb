import type { CaseEvent, CaseState } from './case.ts';
import type { Command, IsoInstant, Stream } from './model.ts';

/** By errand from a case that was raised from an experience or a flag: what became of it. */
export interface HearCase {
  readonly type: 'HearCase';
  readonly about: Stream;
  readonly outcome: 'raised' | 'decided' | 'rejected' | 'withdrawn';
}
export interface CaseHeard {
  readonly type: 'CaseHeard';
  readonly v: 1;
  readonly about: Stream;
  readonly outcome: HearCase['outcome'];
  readonly at: IsoInstant;
}

/** What a case demands of the experience or the flag it was raised from. */
export function originHears(
  stream: Stream,
  event: Extract<CaseEvent, { type: 'CaseSent' | 'CaseDecided' | 'CaseWithdrawn' }>,
  { origin }: CaseState,
): readonly { readonly rule: string; readonly to: Stream; readonly command: Command }[] {
  if (origin === null) return [];
  const hears = (outcome: HearCase['outcome']) => [
    { rule: 'origin-hears', to: origin, command: { type: 'HearCase', about: stream, outcome } as const },
  ];
  switch (event.type) {
    case 'CaseSent':
      return hears('raised');
    case 'CaseDecided':
      return hears(event.kind === 'rejected' ? 'rejected' : 'decided');
    case 'CaseWithdrawn':
      return hears('withdrawn');
  }
}
