import type { BodyId, Charter, IsoDate, Terms } from '../charter/charter.ts';
import { competenceOn, onward } from '../charter/competence.ts';
import type { Matter } from '../charter/matter.ts';
import { bodyOf } from '../charter/terms.ts';
import type { GovernanceEvent } from '../vocabulary/all.ts';

/** What the ledger knows of a case: what it was about, what each body did with it, and what it came to. */
export interface RecordedCase {
  readonly body: BodyId;
  readonly raised: IsoDate;
  readonly number: string | null;
  readonly matter: Matter;
  /** What was last chosen in each body. */
  readonly chose: Readonly<Record<BodyId, 'kept' | 'passed-on'>>;
  readonly decided: BodyId | null;
  readonly withdrawn: boolean;
}
/** Where a case ends: `chairs`: whether it stays there is for that body's chairs to judge, and nobody has asked them. */
export interface Fate {
  readonly bodies: readonly BodyId[];
  readonly ends: 'decided' | 'chairs' | 'outside' | 'nowhere';
}

/** A case as its own events tell it; null: it was never raised. */
export function recordedCase(events: readonly GovernanceEvent[]): RecordedCase | null {
  return events.reduce<RecordedCase | null>(told, null);
}

/**
 * The way of a recorded case under a charter's terms as they were on the day it was raised. What people chose is repeated where they
 * had the choice, and what they had to do is not.
 */
export function replay(charter: Charter, inForce: Charter, { body, raised, matter, chose }: RecordedCase): Fate {
  const bodies: BodyId[] = [];
  for (let at = body; ; ) {
    if (bodyOf(charter, at)?.outside) return { bodies: [...bodies, at], ends: 'outside' };
    const { verdict } = competenceOn(charter, at, matter, raised);
    const choice = couldChoose(inForce, at, matter, raised) ? chose[at] : undefined;
    const next = onward(charter, at, matter, raised, bodies).to;
    bodies.push(at);
    if (verdict === 'decides' && choice !== 'passed-on') return { bodies, ends: 'decided' };
    if (verdict === 'chairs-judge' && choice !== 'passed-on') return { bodies, ends: choice === 'kept' ? 'decided' : 'chairs' };
    if (next === null) return { bodies, ends: verdict === 'not-stated' || verdict === 'decides' ? 'decided' : 'nowhere' };
    at = next;
  }
}

/** The model as it would be if these versions had always been in force for their bodies. */
export function asIfInForce(charter: Charter, versions: readonly Terms[]): Charter {
  return {
    ...charter,
    bodies: charter.bodies.map((body) => {
      const version = versions.find((each) => each.body === body.id);
      return version ? { ...body, terms: [{ ...version, from: '0001-01-01' }] } : body;
    }),
  };
}

function couldChoose(charter: Charter, body: BodyId, matter: Matter, date: IsoDate): boolean {
  const { verdict } = competenceOn(charter, body, matter, date);
  return verdict === 'decides' || verdict === 'chairs-judge';
}

function told(was: RecordedCase | null, event: GovernanceEvent): RecordedCase | null {
  if (event.type === 'CaseDrafted') {
    const { body, termsOn, matter } = event;
    return { body, raised: termsOn, number: null, matter, chose: {}, decided: null, withdrawn: false };
  }
  if (was === null) return null;
  const chose = (body: BodyId, choice: 'kept' | 'passed-on') => ({ ...was, chose: { ...was.chose, [body]: choice } });
  if (event.type === 'CaseEdited') return { ...was, matter: event.matter };
  if (event.type === 'CaseNumbered') return { ...was, number: event.number };
  if (event.type === 'SentUp' || event.type === 'CaseSentOn') return chose(event.stop.body, 'passed-on');
  if (event.type === 'CaseDecided') return { ...chose(event.body, 'kept'), decided: event.body };
  if (event.type === 'CaseReopened') return { ...was, decided: null };
  return event.type === 'CaseWithdrawn' ? { ...was, withdrawn: true } : was;
}
