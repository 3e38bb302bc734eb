import type { BodyId, IsoDate } from '../../charter/charter.ts';
import type { ErrandRefused, NoteErrandRefused } from '../refused-errand.ts';
import type { Told } from '../request.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from '../stream.ts';

export type CheckInCommand =
  /** By the clock: everything that is asked about by now. */
  | { readonly type: 'CheckIn'; readonly on: IsoDate }
  /** By the clock: what has been passed over in silence too often goes to the chairs. */
  | { readonly type: 'SaySilence'; readonly on: IsoDate };
export type CheckInEvent =
  | ({ readonly type: 'CheckedIn'; readonly v: 1 } & CheckIn)
  | { readonly type: 'SilenceSaid'; readonly v: 1; readonly rows: readonly string[]; readonly on: IsoDate };

/**
 * By its owner, or anyone in a seat of the body where it has none; by a chair; or by a secretary who was told, and by whom.
 * Only at risk and late ask why, and what is needed.
 */
export interface AnswerMilestone {
  readonly type: 'AnswerMilestone';
  /** `<plan>.<milestone>` */
  readonly row: string;
  readonly status: Status;
  readonly expected: IsoDate | null;
  readonly why: TextRef | null;
  readonly needs: TextRef | null;
  /** Whose words a secretary records; null: one's own. */
  readonly toldBy: PersonKey | null;
}
/** Both stand when an answer is corrected. `attention`: it goes to the chairs of the body whose plan it is. */
export interface MilestoneAnswered {
  readonly type: 'MilestoneAnswered';
  readonly v: 1;
  readonly row: string;
  readonly answer: RowAnswer;
  /** Nothing was asked since the last answer. */
  readonly corrects: boolean;
  readonly attention: Attention | null;
}

export type Status = 'follows' | 'at-risk' | 'late' | 'done';
/** What somebody said of a milestone. The words stand in `textsIn`. */
export interface RowAnswer {
  readonly status: Status;
  /** When it is expected; of one that is done, the day it was. */
  readonly expected: IsoDate | null;
  readonly why: TextRef | null;
  /** What is needed, and from whom. */
  readonly needs: TextRef | null;
  readonly textsIn: Stream;
  readonly person: PersonKey;
  /** A secretary who was told; null: they answered themselves. */
  readonly recordedBy: PersonKey | null;
  readonly on: IsoDate;
  readonly at: IsoInstant;
}
/** Why a milestone goes to the chairs of the body whose plan it is. */
export type Attention = 'late' | 'dependant' | 'silent';

/** A milestone as the plan tells it to the body that answers for it. */
export interface RowTold {
  readonly milestone: string;
  readonly deliverable: Told;
  readonly initiative: string | null;
  readonly owner: PersonKey | null;
  readonly from: IsoDate | null;
  readonly due: IsoDate;
  /** The earliest day on which something that depends on it is due. */
  readonly neededBy: IsoDate | null;
}
export interface FollowUpRow extends RowTold {
  readonly plan: BodyId;
  /** `<plan>.<milestone>` */
  readonly key: string;
  /** Since when it is asked about in this way: the day it came, or its dates changed. */
  readonly since: IsoDate;
  readonly withdrawn: boolean;
  readonly answer: RowAnswer | null;
  /** How often the answer has been corrected since it was asked for. */
  readonly corrections: number;
  /** The last check-in that asked. */
  readonly askedOn: IsoDate | null;
  /** While it has no answer: the check-in from which its answer has been waited for, of this quarter. Older stores do not say. */
  readonly waitsSince?: IsoDate;
  /** Quarterly check-ins since the last answer. */
  readonly silentQuarters: number;
  readonly attention: Attention | null;
}
/** What was asked about on a day. All of a quarter stand on one card. */
export interface CheckIn {
  readonly on: IsoDate;
  readonly rows: readonly string[];
  readonly quarterly: boolean;
  readonly answerBy: IsoDate;
}

/** What one body has to answer for, from its own plan and others', and what it has answered. */
export interface FollowUpState {
  readonly kind: 'follow-up';
  readonly body: BodyId;
  readonly rows: readonly FollowUpRow[];
  /** The version of each plan that it knows. */
  readonly versions: Readonly<Record<BodyId, number>>;
  /** The last few, newest last. */
  readonly checkIns: readonly CheckIn[];
  /** The day of the last check-in. */
  readonly lookedAt: IsoDate | null;
  /** Notes to chairs that may still change, newest last: of which plan, and from which day. */
  readonly noted: readonly { readonly plan: BodyId; readonly on: IsoDate; readonly rows: readonly string[] }[];
  readonly refusedErrands: readonly ErrandRefused[];
}

export type FollowUpCommand =
  /** By errand from a plan in force: all of its milestones that this body answers for. What is no longer among them is withdrawn. */
  | { readonly type: 'SetMilestones'; readonly plan: BodyId; readonly version: number; readonly rows: readonly RowTold[] }
  | AnswerMilestone
  | CheckInCommand
  | NoteErrandRefused;
export type FollowUpEvent =
  | {
      readonly type: 'MilestonesSet';
      readonly v: 1;
      readonly plan: BodyId;
      readonly version: number;
      readonly rows: readonly RowTold[];
      readonly on: IsoDate;
    }
  | MilestoneAnswered
  | CheckInEvent
  | ErrandRefused;
