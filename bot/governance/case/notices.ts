import type { Charter } from '../charter/charter.ts';
import type { CaseFacts, CaseState } from '../vocabulary/case/case.ts';
import type { CaseEvent } from '../vocabulary/case/events.ts';
import { awayFrom, type Notice, standingFor } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** After these nothing that its thread asked has been answered. */
const answersNothing: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'CaseDrafted',
  'CaseNumbered',
  'DirectionStated',
  'NoMeetingInReach',
  'PracticePlanRecorded',
  'GateRecorded',
  'CaseClosed',
  'ReopeningTurned',
]);

/** A case's card wherever it stands, and what its thread asked drawn again where it may have been answered. */
export function caseNotices(about: Stream, event: CaseEvent, state: CaseState, charter: Charter): readonly Notice[] {
  if (state.phase === 'none') return [];
  const asked = answersNothing.has(event.type) ? [] : promptCards(about, state, charter);
  return [...caseCards(about, state), ...asked];
}

/** A case's one card in each channel: of the body that raised it, of those it has come to, and of those that are told. */
function caseCards(about: Stream, state: CaseFacts): readonly Notice[] {
  const bodies = new Set([state.body, ...state.cameTo, state.at, ...state.told]);
  return [...bodies].map((body) => standingFor('case', about, { body }, awayFrom(state.body, body)));
}

/** Those who are waited for hear it where the case was then; that nobody answers is said to the secretariat. They shrink when it is done. */
function promptCards(about: Stream, state: CaseFacts, charter: Charter): readonly Notice[] {
  return state.prompted.map(({ prompt, occasion, body }) => {
    if (prompt === 'secretariat') return standingFor('case-note', about, { body: charter.collaboration.secretariat }, occasion);
    const where = prompt === 'receipt' ? state.body : body;
    const under = standingFor('case', about, { body: where }, awayFrom(state.body, where)).key;
    return { ...standingFor('case-note', about, { body: where }, occasion), under };
  });
}
