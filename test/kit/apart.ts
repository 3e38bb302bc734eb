import { expect } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { afterEvents } from '../../bot/governance/tables/errands.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { GovernanceEvent, State } from '../../bot/governance/vocabulary/all.ts';
import { ruleOf } from '../../bot/governance/vocabulary/errand.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';

export interface Decision {
  readonly charter: Charter;
  readonly stream: Stream;
  /** The stream's version before it. */
  readonly version: number;
  readonly events: readonly GovernanceEvent[];
  readonly before: State;
}

/**
 * A decision of several events demands of others, and asks to be drawn, what its events would one after another: each sees what
 * those before it have changed. What is listed as unanswered follows from the whole, and is left out.
 */
export function expectSameApart({ charter, stream, version, events, before }: Decision): void {
  if (events.length < 2) return;
  const own = (errands: ReturnType<typeof afterEvents>['errands']) => errands.filter((each) => ruleOf(each) !== 'lists-silence');
  const whole = afterEvents(charter, stream, version, events, before);
  let state = before;
  const apart = events.map((event, at) => {
    const each = afterEvents(charter, stream, version + at, [event], state);
    state = each.state;
    return { errands: own(each.errands), drawn: noticesFor(stream, event, state, charter).map(({ key }) => key) };
  });
  const demanded = [own(whole.errands), apart.flatMap(({ errands }) => errands)].map((each) => JSON.stringify(each));
  if (demanded[0] !== demanded[1]) expect(demanded[0]).toBe(demanded[1]);
  const drawn = new Set(events.flatMap((event) => noticesFor(stream, event, whole.state, charter).map(({ key }) => key)));
  const missing = apart.flatMap((each) => each.drawn).filter((key) => !drawn.has(key));
  if (missing.length > 0) expect(missing).toEqual([]);
}
