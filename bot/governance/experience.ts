import { type AskedPrompt, askedDueAt } from './asked-silence.ts';
import { dateAt } from './calendar.ts';
import type { CaseHeard, HearCase } from './case-origin.ts';
import type { BodyId, Charter, ClauseId, IsoDate } from './charter.ts';
import type { Around, ErrandRefused, IsoInstant, NoteErrandRefused, PersonKey, Subject, TextRef } from './model.ts';
import type { Refusal } from './refusal.ts';
import { speaksFor, withSecretariats } from './speaks.ts';
import { bodyOf, termsInForce } from './terms.ts';
import { turnFor } from './two-secretaries.ts';

/** What another body says of it: something for us, something we already do, or nothing for us. */
export const fits = ['relevant', 'already', 'not-for-us'] as const;
export type Fit = (typeof fits)[number];
export interface FitAnswer {
  readonly body: BodyId;
  readonly fit: Fit;
  readonly person: PersonKey;
}
/** Who read it, and why it is spread or set aside. */
export interface Assessed {
  readonly person: PersonKey;
  readonly words: TextRef | null;
}

/** What somebody has tried and learnt, on its way to those who could use it. */
export interface ExperienceState {
  readonly kind: 'experience';
  readonly experience: string;
  readonly phase: 'none' | 'told' | 'spread' | 'set-aside';
  readonly from: BodyId;
  readonly by: PersonKey;
  /** The body that gathers and spreads, by this clause of its terms. */
  readonly assessor: BodyId;
  readonly clause: ClauseId | null;
  readonly title: TextRef;
  readonly account: TextRef;
  readonly assessed: Assessed | null;
  /** Bumped with every assessment. */
  readonly edition: number;
  /** Whom it was spread to. */
  readonly audience: readonly BodyId[];
  /** The last answer of each. */
  readonly answers: readonly FitAnswer[];
  /** Cases raised from it, and what became of each. */
  readonly cases: readonly Pick<CaseHeard, 'about' | 'outcome'>[];
  readonly since: IsoInstant;
  readonly dealtWith: readonly string[];
  readonly prompted: readonly { readonly prompt: AskedPrompt; readonly occasion: string }[];
  readonly refusedErrands: readonly ErrandRefused[];
}

export type ExperienceCommand =
  /** By anybody who speaks for a body. */
  | {
      readonly type: 'ShareExperience';
      readonly from: BodyId;
      readonly assessor: BodyId;
      readonly title: TextRef;
      readonly account: TextRef;
    }
  /** By one who holds a key of the body that gathers. Set aside, it may still be spread later; that needs a sentence. */
  | { readonly type: 'AssessExperience'; readonly spread: boolean; readonly words: TextRef | null; readonly edition: number }
  /** By anybody who speaks for a body it was spread to. The last answer counts. */
  | { readonly type: 'AnswerExperience'; readonly body: BodyId; readonly fit: Fit }
  | HearCase
  | { readonly type: 'PromptExperience'; readonly prompt: AskedPrompt; readonly occasion: string };
export type ExperienceEvent =
  | {
      readonly type: 'ExperienceShared';
      readonly v: 1;
      readonly from: BodyId;
      readonly by: PersonKey;
      readonly assessor: BodyId;
      readonly clause: ClauseId;
      readonly title: TextRef;
      readonly account: TextRef;
      readonly at: IsoInstant;
    }
  | {
      readonly type: 'ExperienceSpread';
      readonly v: 1;
      readonly assessed: Assessed;
      readonly audience: readonly BodyId[];
      readonly at: IsoInstant;
    }
  | { readonly type: 'ExperienceSetAside'; readonly v: 1; readonly assessed: Assessed; readonly at: IsoInstant }
  | { readonly type: 'ExperienceAnswered'; readonly v: 1; readonly answer: FitAnswer; readonly at: IsoInstant }
  | CaseHeard
  | { readonly type: 'ExperiencePrompted'; readonly v: 1; readonly prompt: AskedPrompt; readonly occasion: string };

/** One append holds no more cards than this reaches. */
const mostAudience = 26;
const mostCases = 10;
const noText: TextRef = { ref: '', mac: '' };

export const experience: Subject<ExperienceState, ExperienceCommand | NoteErrandRefused, ExperienceEvent | ErrandRefused> = {
  initial: (stream) => ({
    kind: 'experience',
    experience: stream.slice('experience/'.length),
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
    dealtWith: [],
    prompted: [],
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
        const before = state.answers.find((each) => each.body === body);
        if (before?.fit === fit) return [];
        return [{ type: 'ExperienceAnswered', v: 1, answer: { body, fit, person: by }, at }];
      }
      case 'HearCase': {
        const { about, from, outcome } = command;
        if (![state.from, state.assessor, ...state.audience].includes(from) || from === '') return { refused: 'experience-has-moved' };
        const known = state.cases.some((each) => each.about === about && each.outcome === outcome);
        return known ? [] : [{ type: 'CaseHeard', v: 1, about, outcome, at }];
      }
      case 'PromptExperience':
        return state.dealtWith.includes(command.occasion) ? [] : [{ ...command, type: 'ExperiencePrompted', v: 1 }];
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
        return { ...state, answers: [...state.answers.filter((each) => each.body !== event.answer.body), event.answer] };
      case 'CaseHeard': {
        const others = state.cases.filter((each) => each.about !== event.about);
        return { ...state, cases: [...others, { about: event.about, outcome: event.outcome }].slice(-mostCases) };
      }
      case 'ExperiencePrompted': {
        const { prompt, occasion } = event;
        const prompted = [...state.prompted, { prompt, occasion }].slice(-8);
        return { ...state, dealtWith: [...state.dealtWith, occasion].slice(-60), prompted };
      }
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state, charter) => ({
    kind: 'experience',
    body: state.assessor === '' ? null : state.assessor,
    dueAt: state.phase === 'told' ? askedDueAt(charter, state) : null,
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

/** How many said what, and who has said nothing: what a trial may be judged on. */
export function tallyOf({ audience, answers }: ExperienceState): Readonly<Record<Fit | 'silent', number>> {
  const count = (fit: Fit) => answers.filter((each) => each.fit === fit).length;
  const counted = { relevant: count('relevant'), already: count('already'), 'not-for-us': count('not-for-us') };
  return { ...counted, silent: audience.length - answers.length };
}

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
