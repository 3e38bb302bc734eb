import type { BodyId, Charter } from '../charter/charter.ts';
import type { CardName } from '../vocabulary/card-name.ts';
import type { CaseEvent, CaseState } from '../vocabulary/case.ts';
import type { Notice } from '../vocabulary/notice.ts';
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
  const asked = answersNothing.has(event.type) ? [] : promptCards(about, state, charter);
  const comes = event.type === 'SentUp' || event.type === 'CaseSentOn' ? comesTo(about, state, event.to) : [];
  return [...caseCards(about, state), ...asked, ...comes];
}

/** A case's one card in the raising body's channel, one in that of each body it has come to, and one, for information, in those that are told. */
function caseCards(about: Stream, state: CaseState): readonly Notice[] {
  const bodies = new Set([state.body, ...state.cameTo, state.at]);
  const told = state.told.filter((body) => !bodies.has(body));
  return [
    ...[...bodies].map((body) => standing('case', about, { body }, body === state.body ? null : `in-${body}`)),
    ...told.map((body) => standing('case-told', about, { body }, body)),
  ];
}

/** A body that was told before the case came to it: the card that told it says so. */
function comesTo(about: Stream, state: CaseState, to: BodyId): readonly Notice[] {
  return state.told.includes(to) ? [standing('case-told', about, { body: to }, to)] : [];
}

function caseNote(about: Stream, body: BodyId, occasion: string): Notice {
  return { ...standing('case-note', about, { body }, occasion), under: standing('case', about, { body }).key };
}

/** Those who are waited for hear it where the case was then; that nobody answers is said to the secretariat. They shrink when it is done. */
function promptCards(about: Stream, state: CaseState, charter: Charter): readonly Notice[] {
  return state.prompted.map(({ prompt, occasion, body }) => {
    if (prompt === 'secretariat') return standing('case-note', about, { body: charter.collaboration.secretariat }, occasion);
    if (prompt === 'receipt' || body === state.body) return caseNote(about, state.body, occasion);
    return noteIn(about, body, occasion);
  });
}

function noteIn(about: Stream, body: BodyId, occasion: string): Notice {
  return { ...standing('case-note', about, { body }, occasion), under: standing('case', about, { body }, `in-${body}`).key };
}

function standing(card: CardName, about: Stream, to: Notice['to'], occasion: string | null = null): Notice {
  return { key: `${about}:${card}${occasion ? `@${occasion}` : ''}`, card, about, occasion, to, under: null, dueAt: null };
}
