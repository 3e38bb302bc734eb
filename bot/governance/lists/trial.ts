import type { IsoDate } from '../charter/charter.ts';
import type { Fault } from './line.ts';

/** What an import would do to one thing. `removed`: it is cancelled, or taken out. */
export interface Change<T> {
  readonly how: 'new' | 'changed' | 'removed' | 'same';
  /** null: the file does not mention it. */
  readonly line: number | null;
  readonly is: T;
  /** What it was, where it changes. */
  readonly was: T | null;
}
/** Something that is said beside the changes. A `guess` was filled in by us, and somebody must have seen it before it is taken. */
export interface Remark {
  readonly says: Says;
  readonly guess: boolean;
  readonly lines: readonly number[];
  /** As it stands in the file, or what else it is about. */
  readonly what: string;
  /** The day that was read from it, where it was a day. */
  readonly day: IsoDate | null;
  /** Whose list it is about, where a file has several. */
  readonly about: string;
}
export type Says =
  | 'encoding'
  | 'mixed-letters'
  | 'no-last-end'
  | 'other-sheets'
  | 'left-out'
  | 'only-online'
  | 'read-as'
  | 'usual-time'
  | 'usual-minutes'
  | 'no-date'
  | 'no-zone'
  | 'whole-day'
  | 'nearest'
  | 'near-by'
  | 'other-years'
  | 'not-known'
  | 'stand';

/** What would come of an import; the same for a command, a card and a page. With a fault in it nothing is taken. */
export interface Trial<T> {
  readonly changes: readonly Change<T>[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Remark[];
}

export function remark(
  says: Says,
  lines: readonly number[],
  what = '',
  more: Partial<Pick<Remark, 'guess' | 'day' | 'about'>> = {},
): Remark {
  return { says, guess: false, day: null, about: '', ...more, lines, what };
}

export function changesOf<T>({ changes }: Pick<Trial<T>, 'changes'>, how: Change<T>['how']): number {
  return changes.filter((each) => each.how === how).length;
}

export function isNothingNew<T>({ changes, faults }: Trial<T>): boolean {
  return faults.length === 0 && changes.every(({ how }) => how === 'same');
}

/** Somebody must have seen it first: something was filled in by us, or what the file does not mention is taken out. */
export function needsALook<T>({ changes, remarks }: Trial<T>): boolean {
  return remarks.some(({ guess }) => guess) || changes.some(({ how, line }) => how === 'removed' && line === null);
}

/** The same remark about several lines is one remark. */
export function gathered(remarks: readonly Remark[]): readonly Remark[] {
  const found = new Map<string, Remark>();
  for (const each of remarks) {
    const key = [each.says, each.what, each.day, each.guess, each.about].join('|');
    const before = found.get(key);
    found.set(key, before ? { ...before, lines: [...new Set([...before.lines, ...each.lines])] } : each);
  }
  return [...found.values()];
}
