import { resultIn, turnedIn } from '../case/phases.ts';
import { asReadOn } from '../charter/as-read.ts';
import type { BodyId, Charter, ClauseId, IsoDate } from '../charter/charter.ts';
import { competenceOn } from '../charter/competence.ts';
import { termsInForce } from '../charter/terms.ts';
import { subjectOf } from '../tables/subjects.ts';
import type { GovernanceEvent } from '../vocabulary/all.ts';
import type { Judgement, RaisedCase, Result } from '../vocabulary/case/case.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from '../vocabulary/stream.ts';
import type { Turn } from '../vocabulary/turn.ts';

/** One thing a body settled in a case: who, when, by which clause of which terms, and on which words. */
export interface Decision {
  readonly stream: Stream;
  /** The ledger's entry that says so; the case as it stood then is made again from the entries before it. */
  readonly seq: number;
  readonly at: IsoInstant;
  readonly number: string | null;
  readonly title: TextRef;
  readonly body: BodyId;
  readonly kind: 'here' | 'up' | 'disagreed' | 'back' | 'decided' | 'rejected' | 'sent-on' | 'sent-back' | 'reopened';
  /** Those who turned the keys, each with what they judged. */
  readonly turns: readonly Turn<Judgement>[];
  readonly recordedBy: PersonKey | null;
  /** What a body came to, where it was put into words. */
  readonly result: Result | null;
  readonly terms: { readonly hash: string; readonly from: IsoDate } | null;
  readonly clauses: readonly ClauseId[];
  /** Something in the answer to who may decide is not from the terms. */
  readonly ours: boolean;
  /** The version of the content that was judged, and of the result that was confirmed. */
  readonly edition: number;
  readonly report: number;
}
interface Recorded {
  readonly seq: number;
  readonly at: IsoInstant;
  readonly event: GovernanceEvent;
}

/** The decisions in a case, oldest first, from its entries. */
export function decisionsIn(charter: Charter, stream: Stream, entries: readonly Recorded[]): readonly Decision[] {
  const found: Decision[] = [];
  const subject = subjectOf(stream);
  let state = subject.initial(stream);
  for (const { seq, at, event } of entries) {
    const kind = kindOf(event);
    if (kind !== null && state.kind === 'case' && state.phase !== 'none') found.push(decision(charter, stream, state, { seq, at, kind }));
    state = subject.evolve(state, event);
  }
  const number = state.kind === 'case' && state.phase !== 'none' ? state.number : null;
  return found.map((each) => ({ ...each, number }));
}

function decision(charter: Charter, stream: Stream, state: RaisedCase, what: Pick<Decision, 'seq' | 'at' | 'kind'>): Decision {
  const read = asReadOn(charter, state.termsOn);
  const terms = termsInForce(read, state.at, state.termsOn);
  const { chain, ours } = competenceOn(read, state.at, state.matter, state.termsOn);
  const key = terms?.keyRule.clause ?? null;
  return {
    ...what,
    stream,
    number: state.number,
    title: state.content.title,
    body: state.at,
    turns: turnedIn(state),
    recordedBy: 'recordedBy' in state ? state.recordedBy : null,
    result: resultIn(state),
    terms: terms && { hash: terms.hash, from: terms.from },
    clauses: [...new Set([...chain, ...(key === null ? [] : [key])])],
    ours,
    edition: state.edition,
    report: state.reports,
  };
}

const settles: Readonly<Partial<Record<GovernanceEvent['type'], Decision['kind']>>> = {
  KeptHere: 'here',
  SentBack: 'back',
  CaseSentOn: 'sent-on',
  CaseSentBack: 'sent-back',
  CaseReopened: 'reopened',
};

function kindOf(event: GovernanceEvent): Decision['kind'] | null {
  if (event.type === 'SentUp' && event.stop.reasons.length === 0) return null;
  if (event.type === 'SentUp') return event.stop.left === 'disagreed' ? 'disagreed' : 'up';
  return event.type === 'CaseDecided' ? event.kind : (settles[event.type] ?? null);
}
