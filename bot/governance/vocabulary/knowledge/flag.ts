import type { BodyId, ClauseId } from '../../charter/charter.ts';
import type { CaseHeard, HearCase } from '../case/events.ts';
import type { OccasionText } from '../occasion.ts';
import type { ErrandRefused, NoteErrandRefused } from '../refused-errand.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from '../stream.ts';
import type { AskedPrompt } from '../turn.ts';

/** Something that does not work, or something in the agreement that should be otherwise. */
export const concerns = ['problem', 'adjustment'] as const;
export type Concern = (typeof concerns)[number];

/** Somebody has spoken up. It stays open until the chairs have answered in words, or a case raised from it is decided. */
export interface FlagState {
  readonly kind: 'flag';
  readonly flag: string;
  readonly phase: 'none' | 'open' | 'answered' | 'raised' | 'settled';
  readonly body: BodyId;
  readonly by: PersonKey;
  /** By which clause everybody speaks up. */
  readonly clause: ClauseId | null;
  readonly concern: Concern;
  readonly text: TextRef;
  readonly answer: { readonly person: PersonKey; readonly text: TextRef } | null;
  /** The newest case raised from it, and what became of that. */
  readonly case: { readonly about: Stream; readonly outcome: HearCase['outcome'] } | null;
  readonly since: IsoInstant;
  /** How often whoever spoke up has been told something. */
  readonly heard: number;
  readonly refusedErrands: readonly ErrandRefused[];
}
export type FlagCommand =
  /** By anybody who speaks for the body. */
  | { readonly type: 'RaiseFlag'; readonly body: BodyId; readonly concern: Concern; readonly text: TextRef }
  /** By one who holds a key of the body; again, to say it better. */
  | { readonly type: 'AnswerFlag'; readonly text: TextRef }
  | HearCase
  | NoteErrandRefused;
export type FlagEvent =
  | {
      readonly type: 'FlagRaised';
      readonly v: 1;
      readonly body: BodyId;
      readonly by: PersonKey;
      readonly clause: ClauseId | null;
      readonly concern: Concern;
      readonly text: TextRef;
      readonly at: IsoInstant;
    }
  | { readonly type: 'FlagAnswered'; readonly v: 1; readonly text: TextRef; readonly person: PersonKey; readonly at: IsoInstant }
  | CaseHeard
  | {
      readonly type: 'FlagPrompted';
      readonly v: 1;
      readonly prompt: AskedPrompt;
      readonly occasion: OccasionText<'experience-note' | 'flag-note'>;
    }
  | ErrandRefused;
