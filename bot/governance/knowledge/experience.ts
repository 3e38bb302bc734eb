import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import { bodyOf, termsInForce } from '../charter/terms.ts';
import { speaksFor, withSecretariats } from '../people/speaks.ts';
import { turnFor } from '../people/two-secretaries.ts';
import { dateAt } from '../time/calendar.ts';
import type { CaseHeard } from '../vocabulary/case/events.ts';
import type { ExperienceCommand, ExperienceEvent, ExperienceState, Fit, FitAnswer } from '../vocabulary/knowledge/experience.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { TextRef } from '../vocabulary/stream.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Around, Subject } from '../vocabulary/subject.ts';

/** One append holds no more cards than this reaches. */
const mostAudience = 26;
const mostCases = 10;
const noText: TextRef = { ref: '', mac: '' };

export const experience: Subject<ExperienceState, ExperienceCommand, ExperienceEvent> = {
  commands: {
    ShareExperience: true,
    AssessExperience: true,
    AnswerExperience: true,
    HearCase: true,
    NoteErrandRefused: true,
  },

  initial: (stream) => ({
    kind: 'experience',
    experience: idIn(stream, 'experience'),
    phase: 'none',
    from: '',
    by: '',
    assessor: '',
    clause: null,
    title: noText,
    account: noText,
    assessed: null,
    edition: 0,
    audience: [],
    answers: [],
    cases: [],
    since: '',
    refusedErrands: [],
  }),

  reads: (state, command, charter) => {
    const named =
      command.type === 'ShareExperience'
        ? [command.from, command.assessor]
        : command.type === 'AnswerExperience'
          ? [command.body]
          : [state.assessor];
    return withSecretariats(charter, named);
  },

  decide: (state, command, around) => {
    const at = around.now.toString();
    const by = around.by.kind === 'person' ? around.one(around.by.person) : null;
    switch (command.type) {
      case 'ShareExperience': {
        if (state.phase !== 'none') return [];
        const { from, assessor, title, account } = command;
        const known = bodyOf(around.charter, from);
        if (!known || known.outside) return { refused: 'not-in-model', what: 'body' };
        if (by === null || !speaksFor(from, by, around)) return { refused: 'only-seat-holders' };
        const clause = termsInForce(around.charter, assessor, dateAt(around.charter, around.now))?.spreads ?? null;
        if (clause === null) return { refused: 'does-not-spread' };
        return [{ type: 'ExperienceShared', v: 1, from, by, assessor, clause, title, account, at }];
      }
      case 'AssessExperience':
        return assessing(state, command, around);
      case 'AnswerExperience': {
        const { body, fit } = command;
        if (state.phase !== 'spread') return { refused: 'experience-has-moved' };
        if (!state.audience.includes(body)) return { refused: 'not-in-model', what: 'body' };
        if (by === null || !speaksFor(body, by, around)) return { refused: 'only-seat-holders' };
        const before = state.answers.find((each) => each.body === body && around.one(each.person) === by);
        if (before?.fit === fit) return [];
        return [{ type: 'ExperienceAnswered', v: 1, answer: { body, fit, person: by }, at }];
      }
      case 'HearCase': {
        const { about, from, outcome } = command;
        if (![state.from, state.assessor, ...state.audience].includes(from) || from === '') return { refused: 'experience-has-moved' };
        const known = state.cases.some((each) => each.about === about && each.outcome === outcome);
        return known ? [] : [{ type: 'CaseHeard', v: 1, about, outcome, at }];
      }
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'ExperienceShared': {
        const { from, by, assessor, clause, title, account, at } = event;
        return { ...state, phase: 'told', from, by, assessor, clause, title, account, edition: 1, since: at };
      }
      case 'ExperienceSpread': {
        const { assessed, audience, at } = event;
        return { ...state, phase: 'spread', assessed, audience, edition: state.edition + 1, since: at };
      }
      case 'ExperienceSetAside':
        return { ...state, phase: 'set-aside', assessed: event.assessed, edition: state.edition + 1, since: event.at };
      case 'ExperienceAnswered':
        return { ...state, answers: withAnswer(state.answers, event.answer) };
      case 'CaseHeard': {
        const others = state.cases.filter((each) => each.about !== event.about);
        const heard = { about: event.about, outcome: event.outcome };
        const ended = isEnd(heard) ? { ended: [...(state.ended ?? []), heard] } : {};
        return { ...state, cases: [...others, heard].slice(-mostCases), ...ended };
      }
      case 'ExperiencePrompted':
        return state;
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state) => ({
    kind: 'experience',
    body: state.assessor === '' ? null : state.assessor,
    dueAt: null,
    waitingOn: [],
    open: state.phase === 'told' || (state.phase === 'spread' && tallyOf(state).silent > 0),
  }),
};

/** The bodies that gather and spread what others have learnt, by their terms of that day. */
export function assessorsOn(charter: Charter, date: IsoDate): readonly BodyId[] {
  return charter.bodies.filter(({ id, outside }) => !outside && (termsInForce(charter, id, date)?.spreads ?? null)).map(({ id }) => id);
}

/** Everybody whose terms say that they share or spread what they have learnt, except those who know it already. */
export function audienceOf(charter: Charter, { from, assessor }: ExperienceState, date: IsoDate): readonly BodyId[] {
  return charter.bodies
    .filter(({ id, outside }) => !outside && id !== from && id !== assessor)
    .filter(({ id }) => {
      const terms = termsInForce(charter, id, date);
      return terms !== null && (terms.shares !== null || terms.spreads !== null);
    })
    .map(({ id }) => id);
}

export function isEnd({ outcome }: Pick<CaseHeard, 'outcome'>): boolean {
  return outcome === 'decided' || outcome === 'rejected';
}

/** Of those it was spread to, who hears what came of it: whoever said that it is for them, and of a decision whoever is handed work by others too. */
export function hearsEnd({ audience, answers }: ExperienceState, ended: Pick<CaseHeard, 'outcome'>, charter: Charter): readonly BodyId[] {
  const handed = new Set(
    charter.bodies.flatMap(({ terms }) =>
      terms.flatMap(({ links }) => links.filter(({ how }) => how === 'delegates-to').map(({ body }) => body)),
    ),
  );
  const asked = (body: BodyId) => answers.some((each) => each.body === body && each.fit === 'relevant');
  return audience.filter((body) => asked(body) || (ended.outcome === 'decided' && handed.has(body)));
}

/** How many said what, and who has said nothing: what a trial may be judged on. */
export function tallyOf({ audience, answers }: ExperienceState): Readonly<Record<Fit | 'silent', number>> {
  const last = [...new Map(answers.map((each) => [each.body, each.fit])).values()];
  const count = (fit: Fit) => last.filter((each) => each === fit).length;
  const counted = { relevant: count('relevant'), already: count('already'), 'not-for-us': count('not-for-us') };
  return { ...counted, silent: audience.length - last.length };
}

/** Every answer stands, the newest last; one's own earlier one goes. */
function withAnswer(answers: readonly FitAnswer[], answer: FitAnswer): readonly FitAnswer[] {
  const others = answers.filter(({ body, person }) => body !== answer.body || person !== answer.person);
  return [...others, answer].slice(-mostAnswers);
}
const mostAnswers = 80;

function assessing(
  state: ExperienceState,
  { spread, words, edition }: Extract<ExperienceCommand, { type: 'AssessExperience' }>,
  around: Around,
): readonly ExperienceEvent[] | Refusal {
  if (state.phase === 'none' || state.phase === 'spread') return { refused: 'experience-has-moved' };
  if (around.by.kind !== 'person') return { refused: 'only-chairs', clause: null };
  const person = around.one(around.by.person);
  const key = turnFor({ body: state.assessor, since: state.since, turns: [] }, person, around);
  if (typeof key !== 'string') return key;
  if (edition !== state.edition) return { refused: 'changed-meanwhile' };
  if (words === null && (!spread || state.phase === 'set-aside')) return { refused: 'missing', field: 'reason' };
  const at = around.now.toString();
  const assessed = { person, words };
  if (!spread) return [{ type: 'ExperienceSetAside', v: 1, assessed, at }];
  const audience = audienceOf(around.charter, state, dateAt(around.charter, around.now));
  if (audience.length === 0) return { refused: 'nobody-to-tell' };
  if (audience.length > mostAudience) return { refused: 'too-much' };
  return [{ type: 'ExperienceSpread', v: 1, assessed, audience, at }];
}
