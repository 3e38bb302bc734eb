import type { IsoDate } from '../../charter/charter.ts';
import type { Stream } from '../stream.ts';

/** Something that nobody has answered for fifteen working days. */
export interface Unanswered {
  readonly about: Stream;
  readonly ask: string;
}
/** The secretariat's list of what nobody answers, in all bodies. */
export type UnansweredCommand =
  | ({ readonly type: 'ListUnanswered' } & Unanswered)
  /** It has ended, in whatever way. */
  | ({ readonly type: 'StrikeUnanswered' } & Unanswered)
  /** By the clock, every tenth working day while anything stands on the list. */
  | { readonly type: 'SayUnanswered' };
export type UnansweredEvent =
  | ({ readonly type: 'UnansweredListed'; readonly v: 1 } & Unanswered)
  | ({ readonly type: 'UnansweredStruck'; readonly v: 1 } & Unanswered)
  | { readonly type: 'UnansweredSaid'; readonly v: 1; readonly on: IsoDate };
