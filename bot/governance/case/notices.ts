import type { CaseFacts, CaseState } from '../vocabulary/case/case.ts';
import type { CaseEvent } from '../vocabulary/case/events.ts';
import { awayFrom, type Notice, standing, standingFor } from '../vocabulary/notice.ts';
import { kindOf, type Stream } from '../vocabulary/stream.ts';

/** After these what was told of its end is new, or has changed. */
const saysOutcome: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>(['CaseDecided', 'AnswerReceipted', 'CaseReopened']);

/** A case's card wherever it stands, and, to those it went through, how it ended. */
export function caseNotices(about: Stream, event: CaseEvent, state: CaseState): readonly Notice[] {
  if (state.phase === 'none') return [];
  const ended = saysOutcome.has(event.type) ? outcomeNotes(about, state) : [];
  return [...caseCards(about, state), ...ended];
}

/**
 * A case's one card in each channel: of the body that raised it, of those it has come to, and of those that are told. Where a work plan
 * became the case, the body has the plan's card already, and the case stands in its thread.
 */
function caseCards(about: Stream, state: CaseFacts): readonly Notice[] {
  const bodies = new Set([state.body, ...state.cameTo, state.at, ...state.told]);
  const { origin } = state;
  const plan = origin !== null && kindOf(origin) === 'work-plan' ? standing('work-plan', origin, { body: state.body }).key : null;
  return [...bodies].map((body) => {
    const card = standingFor('case', about, { body }, awayFrom(state.body, body));
    return body === state.body ? { ...card, under: plan } : card;
  });
}

/** What those it went through were told shrinks when it is opened again. */
function outcomeNotes(about: Stream, state: CaseFacts): readonly Notice[] {
  return state.outcomes.map(({ occasion, body }) => {
    const under = standingFor('case', about, { body }, awayFrom(state.body, body)).key;
    return { ...standingFor('case-note', about, { body }, occasion), under };
  });
}
