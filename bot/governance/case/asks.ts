import type { BodyId, Charter } from '../charter/charter.ts';
import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { CaseFacts, CaseJudged, CaseState } from '../vocabulary/case/case.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { awaitsEvidence, evidenceAskedSince } from './gate.ts';
import { isOutsideTeams, practiceIsOpen } from './outcome.ts';
import { endedInWriting, objectionIn, owesSentence, reopeningIn } from './phases.ts';

/** What a case asks of somebody now: of the keys of the body that has it, of its secretaries, of its members, or of those who raised it. */
export function caseAsks(about: Stream, state: CaseState, charter: Charter): readonly Ask[] {
  if (state.phase === 'none') return [];
  const { at, body, since } = state;
  const there = { since, where: at, under: cardIn(about, state, at) };
  const home = { since, where: body, under: cardIn(about, state, body) };
  const practice = practiceIsOpen(state)
    ? [askFor(about, 'case-practice', since, { ...home, of: { role: 'secretary', body }, ladder: 'again-15' })]
    : [];
  const [first] = reopeningIn(state);
  const wanted = { ...there, of: { keys: at }, answered: reopeningIn(state), ladder: 'keys' } as const;
  const reopening = first ? [askFor(about, 'case-reopen', first.at, { ...wanted, since: first.at })] : [];
  const evidence = evidenceAsk(about, state, charter);
  switch (state.phase) {
    case 'judging':
      return awaitsEvidence(charter, state) ? evidence : [...evidence, judgedIn(about, state, there)];
    case 'confirming': {
      const objection = objectionIn(state);
      if (objection) {
        const { at: objected } = objection;
        return [...evidence, askFor(about, 'case-disputed', objected, { ...there, since: objected, of: { role: 'secretary', body: at } })];
      }
      if (awaitsEvidence(charter, state)) return evidence;
      const first = state.result.via === 'outside' && state.recordedBy !== null ? [{ seat: 'secretary', person: state.recordedBy }] : [];
      const answered = [...first, ...state.turns.filter(({ judgement }) => judgement.says === 'right')];
      return [askFor(about, 'case-confirm', since, { ...there, of: { keys: at }, answered, ladder: 'keys' })];
    }
    case 'written': {
      const answered = state.written.answers.map(({ person }) => ({ seat: '', person }));
      const { until } = state.written;
      const of = { role: 'seat', body: at } as const;
      return [askFor(about, 'case-written', until, { ...there, of, answered, by: until, ladder: 'last-day' })];
    }
    case 'returned': {
      const of = at === body && state.by !== null ? ({ persons: [state.by], body } as const) : ({ role: 'chair', body } as const);
      const receipt = askFor(about, 'case-receipt', since, { ...home, of });
      return [...reopening, ...(state.receipt === null ? [receipt] : []), ...practice];
    }
    case 'draft': {
      const of = state.by === null ? ({ role: 'secretary', body } as const) : { persons: [state.by], body };
      // Whoever has just written a draft knows that it is not sent; what was drafted for a body is said to its secretaries.
      const said = state.by === null ? 'reply' : 'late';
      if (state.sentBack === null) return [askFor(about, 'case-send', 'draft', { ...home, of, ladder: 'again-15', said })];
      return [askFor(about, 'case-back', since, { ...home, of, ladder: 'again-15' })];
    }
    case 'waiting':
      if (endedInWriting(state) && state.aim === null)
        return [...evidence, askFor(about, 'case-result', since, { ...there, of: { role: 'secretary', body: at } })];
      return state.aim === null && state.dealtWith.includes(`no-meeting-${at}`)
        ? [
            ...evidence,
            askFor(about, isOutsideTeams(at, { charter }) ? 'case-outside' : 'case-stands', since, {
              ...there,
              of: { role: 'secretary', body: at },
              ladder: 'again-15',
            }),
          ]
        : evidence;
    case 'closed':
      return reopening;
    case 'withdrawn':
      return [];
  }
}

/** What a trial has shown is written before anybody decides on it: by whoever raised it, and further on by the secretaries of the body that has it. */
function evidenceAsk(about: Stream, state: CaseState, charter: Charter): readonly Ask[] {
  const since = evidenceAskedSince(charter, state);
  if (since === null || state.phase === 'none') return [];
  const { at, body, by } = state;
  const of = at === body && by !== null ? { persons: [by], body } : ({ role: 'secretary', body: at } as const);
  return [askFor(about, 'case-evidence', since, { since, where: at, under: cardIn(about, state, at), of })];
}

/** Whoever judged otherwise than the other, and has not said why, is asked that: it is another question than the first, and reaches them anew. */
function judgedIn(about: Stream, { turns, at }: CaseJudged, there: Pick<Ask, 'since' | 'where' | 'under'>): Ask {
  const keys = { ...there, of: { keys: at }, ladder: 'keys' } as const;
  const owing = owesSentence(turns);
  const since = turns.at(-1)?.at;
  if (owing.length === 0 || !since) return askFor(about, 'case-judge', there.since, { ...keys, answered: turns });
  return askFor(about, 'case-sentence', since, { ...keys, since, answered: turns.filter((turn) => !owing.includes(turn)) });
}

function cardIn(about: Stream, { body }: CaseFacts, where: BodyId): string {
  return where === body ? `${about}:case` : `${about}:case@in-${where}`;
}
