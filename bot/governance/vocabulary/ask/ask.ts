import type { BodyId, IsoDate, SeatId } from '../../charter/charter.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from '../stream.ts';

/** Everything somebody can be asked, whatever the subject is. The names are those of the texts, too. */
export const askKinds = [
  'case-send',
  'case-evidence',
  'case-judge',
  'case-sentence',
  'case-confirm',
  'case-disputed',
  'case-written',
  'case-receipt',
  'case-back',
  'case-stands',
  'case-outside',
  'case-result',
  'case-reopen',
  'case-practice',
  'request-order',
  'request-accept',
  'request-delegate',
  'request-report',
  'request-due',
  'request-back',
  'request-receipt',
  'group-set-up',
  'group-extend',
  'group-ends',
  'group-receipt',
  'experience-assess',
  'flag-answer',
  'milestone-plan',
  'work-plan',
  'year',
  'initiative-patients',
  'initiative-numbers',
  'portfolio',
  'portfolio-no',
  'assess-terms',
  'terms-run-out',
  'meeting-answers',
  'meeting-agenda',
  'meeting-minutes',
  'meeting-publish',
  'check-in',
  'attention',
] as const;
export type AskKind = (typeof askKinds)[number];

/** Whose an ask is: the keys of a body, a role in it, or persons by name. Whoever holds a `seat` is no secretary; whoever `runs` a body is one, or a chair of it. */
export type AskOf =
  | { readonly keys: BodyId }
  | { readonly role: 'chair' | 'secretary' | 'seat' | 'runs'; readonly body: BodyId }
  /** Chairs who are asked among others: where a body has none, nobody is asked in their place. */
  | { readonly role: 'chairs-too'; readonly body: BodyId }
  | { readonly persons: readonly PersonKey[]; readonly body: BodyId };

/**
 * How silence is met. `keys` and `again-5`: reminded after 5, 10 and 15 working days, of keys a deputy may act from the tenth. `again-15`:
 * it may take its time. `dated`: from the working day after its day, then as the others; `nearing`: also ten working days before it.
 * `last-day`: once, on its day. `own`: its subject's cards say it.
 */
export type Ladder = 'keys' | 'again-5' | 'again-15' | 'dated' | 'nearing' | 'last-day' | 'own';

/** Who has answered already, and from which seat; they are not asked again, and nobody answers twice. */
export interface Answered {
  readonly seat: SeatId;
  readonly person: PersonKey;
}
/** Something that somebody must do now. It ends when its subject no longer asks it. */
export interface Ask {
  /** Of this asking: another one of the same kind has another. */
  readonly id: string;
  readonly about: Stream;
  readonly what: AskKind;
  readonly since: IsoInstant;
  /** The day it should be done by, where there is one. */
  readonly by: IsoDate | null;
  readonly answered: readonly Answered[];
  readonly of: AskOf;
  readonly ladder: Ladder;
  /** The body in whose channel it is said. */
  readonly where: BodyId;
  /** The body in whose channel its card stands, where that is another; its thread is there. */
  readonly stands?: BodyId;
  /** The standing card whose thread it is said in; null: none. */
  readonly under: string | null;
  /** `reply`: said in the thread the moment it falls to somebody. `card`: the standing card says it when it is posted. `late`: first when its day has passed. */
  readonly said: 'reply' | 'card' | 'late';
}

/** Working days of silence after which it is reminded of, or after the day it should have been done by; below 0: before that day; 0: on it. */
export type Rung = -10 | 0 | 1 | 5 | 10 | 15;
/** The how-manieth time it fell to somebody else after it had been said. */
export type Fall = `to-${number}`;

export type AskCommand =
  /** By the clock, while nobody answers. */
  | { readonly type: 'RemindAsk'; readonly ask: string; readonly rung: Rung }
  /** By a secretary, with a reason: nobody is reminded of it any more. It may still be answered. */
  | { readonly type: 'LetAskLie'; readonly ask: string; readonly reason: TextRef }
  /** Somebody answers for a seat who did not: who came after another, or stands in for one who is away. Whoever of them is asked now hears it. */
  | { readonly type: 'AskOthers'; readonly persons: readonly PersonKey[] }
  /** A day came on which seats changed hands or somebody is away. Whoever was not asked before that day and is now hears it. */
  | { readonly type: 'AskNewcomers'; readonly since: IsoDate }
  /** By the clock, a year after it was asked. */
  | { readonly type: 'CloseAsk'; readonly ask: string };
export type AskEvent =
  | { readonly type: 'AskReminded'; readonly v: 1; readonly ask: string; readonly rung: Rung; readonly on: IsoDate }
  | {
      readonly type: 'AskFell';
      readonly v: 1;
      readonly ask: string;
      readonly fall: Fall;
      readonly to: readonly PersonKey[];
      readonly on: IsoDate;
    }
  | { readonly type: 'AskLetLie'; readonly v: 1; readonly ask: string; readonly reason: TextRef; readonly person: PersonKey | null }
  | { readonly type: 'AskUnanswered'; readonly v: 1; readonly ask: string; readonly on: IsoDate };

/** `to`: who was new, where it fell to others. */
interface Reminded {
  readonly ask: string | null;
  readonly rung: Rung | Fall;
  readonly on: IsoDate;
  readonly to?: readonly PersonKey[];
}
/** What has been said of asks, newest last. `over`: they are let lie, or were closed unanswered. Older reminders name no ask, only their day. */
export interface AskLog {
  readonly reminded: readonly Reminded[];
  readonly over: readonly { readonly ask: string; readonly how: 'let-lie' | 'unanswered' }[];
}
export interface Asking {
  readonly asks?: AskLog;
}

type Given = Pick<Ask, 'since' | 'of' | 'where'> & Partial<Pick<Ask, 'by' | 'answered' | 'ladder' | 'under' | 'said' | 'stands'>>;

/** `mark` tells this asking from the next one of the same kind. Unless it says otherwise, it is said at once and reminded of after 5, 10 and 15 working days. */
export function askFor(about: Stream, what: AskKind, mark: string, given: Given): Ask {
  return { id: `${what}-${mark}`, about, what, by: null, answered: [], ladder: 'again-5', under: null, said: 'reply', ...given };
}

/** The occasion of the card that says an ask: the first time, as a reminder, or to others. */
export function askOccasion({ id }: Pick<Ask, 'id'>, rung: Rung | Fall | null): string {
  return rung === null ? id : `${id}+${rung}`;
}

/** What such an occasion was about; null: it is another card's. */
export function occasionOf(occasion: string): { readonly ask: string; readonly what: AskKind; readonly rung: Rung | Fall | null } | null {
  const [, ask = '', step] = /^(.+?)(?:\+(-?\d+|to-\d+))?$/.exec(occasion) ?? [];
  const [what] = askKinds.filter((each) => ask.startsWith(`${each}-`)).toSorted((a, b) => b.length - a.length);
  if (what === undefined) return null;
  if (step === undefined) return { ask, what, rung: null };
  return { ask, what, rung: step.startsWith('to-') ? (step as Fall) : (Number(step) as Rung) };
}
