import type { BodyId, ClauseId } from '../../charter/charter.ts';
import type { CaseHeard, HearCase } from '../case/events.ts';
import type { OccasionText } from '../occasion.ts';
import type { ErrandRefused, NoteErrandRefused } from '../refused-errand.ts';
import type { IsoInstant, PersonKey, TextRef } from '../stream.ts';
import type { AskedPrompt } from '../turn.ts';

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
  /** The last answer of each person in each body, the newest last: a body's newest is what it says. */
  readonly answers: readonly FitAnswer[];
  /** Cases raised from it, and what became of each. */
  readonly cases: readonly Pick<CaseHeard, 'about' | 'outcome'>[];
  /** Those of them that have come to an end, in that order. Left out until the first has. */
  readonly ended?: readonly Pick<CaseHeard, 'about' | 'outcome'>[];
  readonly since: IsoInstant;
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
  /** By anybody who speaks for a body it was spread to. What others of the body said stands beside it. */
  | { readonly type: 'AnswerExperience'; readonly body: BodyId; readonly fit: Fit }
  | HearCase
  | NoteErrandRefused;
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
  | {
      readonly type: 'ExperiencePrompted';
      readonly v: 1;
      readonly prompt: AskedPrompt;
      readonly occasion: OccasionText<'experience-note' | 'flag-note'>;
    }
  | ErrandRefused;
