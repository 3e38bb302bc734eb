import type { BodyId, IsoDate } from '../charter/charter.ts';
import type { Fault } from '../lists/line.ts';
import type { Remark } from '../lists/trial.ts';

/** One meeting as a file gave it; null is what the file does not say, and stays as it was. */
export interface ReadDate {
  readonly line: number;
  readonly body: BodyId;
  /** Ours, where the file knows it; or one made from another's. */
  readonly id: string | null;
  /** The year whose plan the id is of; null: the one its date lies in. */
  readonly planned: number | null;
  readonly date: IsoDate;
  readonly time: string | null;
  readonly minutes: number | null;
  readonly gathering: string | null;
  readonly joint: readonly BodyId[] | null;
  readonly online: boolean | null;
  readonly cancelled: boolean;
}

/** What a file says, and what cannot be read in it. */
export interface DatesRead {
  readonly dates: readonly ReadDate[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Remark[];
}

/** A meeting lasts some days at most. */
export const mostMinutes = 7 * 24 * 60;
