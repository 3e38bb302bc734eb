import type { BodyId, Charter } from '../charter/charter.ts';
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

/** A case's card wherever it stands, what its thread asked drawn again where it may have been answered, and what is new to somebody. */
export function caseNotices(about: Stream, event: CaseEvent, state: CaseState, charter: Charter): readonly Notice[] {
  if (state.phase === 'none') return [];
  const asked = answersNothing.has(event.type) ? [] : promptCards(about, state, charter);
  const comes = event.type === 'SentUp' || event.type === 'CaseSentOn' ? comesTo(about, state, event.to) : [];
  return [...caseCards(about, state), ...asked, ...comes];
}

/** A case's one card in the raising body's channel, one in that of each body it has come to, and one, for information, in those that are told. */
function caseCards(about: Stream, state: CaseFacts): readonly Notice[] {
  const bodies = new Set([state.body, ...state.cameTo, state.at]);
  const told = state.told.filter((body) => !bodies.has(body));
  return [
    ...[...bodies].map((body) => standingFor('case', about, { body }, awayFrom(state.body, body))),
    ...told.map((body) => caseTold(about, body)),
  ];
}

/** A body that was told before the case came to it: the card that told it says so. */
function comesTo(about: Stream, state: CaseFacts, to: BodyId): readonly Notice[] {
  return state.told.includes(to) ? [caseTold(about, to)] : [];
}

function caseTold(about: Stream, body: BodyId): Notice {
  return standingFor('case-told', about, { body }, { what: '', mark: body });
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
