import type { BodyId, IsoDate } from '../charter/charter.ts';
import type { Quarter } from '../time/periods.ts';
import type { PersonKey, TextRef } from './stream.ts';

/** By the clock: a body that follows solutions in operation is asked about them once a quarter. */
export interface AskPortfolio {
  readonly type: 'AskPortfolio';
  readonly quarter: Quarter;
}
/** Errand: the body's portfolio opens the quarter. */
export interface PortfolioAsked {
  readonly type: 'PortfolioAsked';
  readonly v: 1;
  readonly quarter: Quarter;
}

/** What the running of a solution is held against: clinical quality, the citizen's terms, society's economy. */
export const portfolioGoals = ['quality', 'citizen', 'economy'] as const;
export type PortfolioGoal = (typeof portfolioGoals)[number];
export const verdicts = ['yes', 'partly', 'no', 'unknown'] as const;
export const levels = ['local', 'joint', 'national'] as const;
export const progresses = ['next', 'expected', 'platform', 'in-operation', 'ended'] as const;
export type Progress = (typeof progresses)[number];

export interface Verdict {
  readonly goal: PortfolioGoal;
  readonly says: (typeof verdicts)[number];
}
/** How a solution does, as somebody last said it: each goal, and one sentence. */
export interface FollowUp {
  readonly solution: string;
  readonly verdicts: readonly Verdict[];
  readonly text: TextRef | null;
  readonly quarter: Quarter;
  readonly on: IsoDate;
  readonly person: PersonKey;
  /** What those who lead the body said to a goal that is not met; left out while nobody has. */
  readonly answered?: { readonly text: TextRef; readonly on: IsoDate; readonly person: PersonKey };
}
/** A wish for a change. `level`: where it is decided. */
export interface Wish {
  readonly id: string;
  readonly title: TextRef;
  readonly solution: string | null;
  readonly level: (typeof levels)[number];
  readonly on: IsoDate;
  readonly person: PersonKey;
}

export interface LeftOver {
  readonly solutions: number;
  readonly of: number;
}

/** The solutions a body steers: how each does, how far each has come, and what is wished for, the most wanted first. */
export interface PortfolioState {
  readonly kind: 'portfolio';
  readonly body: BodyId;
  /** The quarter that was last asked about. */
  readonly asked: Quarter | null;
  /** The one before it, whose card says that there is a newer one. */
  readonly askedBefore: Quarter | null;
  /** What nobody followed up in the one before. */
  readonly leftBefore?: LeftOver | null;
  /** Solutions that came in beside the model's own. */
  readonly added: readonly { readonly id: string; readonly name: TextRef }[];
  /** How far they have come, where the body has said more than the model. */
  readonly progress: Readonly<Record<string, Progress>>;
  /** The bodies that use each, as it was last said. */
  readonly use: Readonly<Record<string, readonly BodyId[]>>;
  /** The newest of each person on each solution. */
  readonly followUps: readonly FollowUp[];
  readonly wishes: readonly Wish[];
}

export type PortfolioCommand =
  /** By errand from the body, each quarter. */
  | { readonly type: 'OpenQuarter'; readonly quarter: Quarter }
  /** By anyone in a seat of the body, and its secretaries, as all that follows but the order. Again in the same quarter: a correction. */
  | { readonly type: 'FollowUpSolution'; readonly solution: string; readonly verdicts: readonly Verdict[]; readonly text: TextRef | null }
  /** By the body's chairs or secretaries: what is done about a goal that somebody says is not met. */
  | { readonly type: 'AnswerNo'; readonly solution: string; readonly of: PersonKey; readonly text: TextRef }
  | {
      readonly type: 'AddWish';
      readonly id: string;
      readonly title: TextRef;
      readonly solution: string | null;
      readonly level: Wish['level'];
    }
  /** By the body's chairs or secretaries, as what follows. The wishes named come first, in this order. */
  | { readonly type: 'OrderWishes'; readonly first: readonly string[] }
  | { readonly type: 'CloseWish'; readonly id: string; readonly met: boolean }
  | { readonly type: 'AddSolution'; readonly id: string; readonly name: TextRef }
  | { readonly type: 'SetProgress'; readonly solution: string; readonly progress: Progress }
  | { readonly type: 'SetUse'; readonly solution: string; readonly bodies: readonly BodyId[] };
export type PortfolioEvent =
  /** `left`: of so many solutions, how many nobody had followed up in the quarter before. */
  | { readonly type: 'QuarterOpened'; readonly v: 1; readonly quarter: Quarter; readonly left?: LeftOver }
  | ({ readonly type: 'SolutionFollowedUp'; readonly v: 1 } & FollowUp)
  | {
      readonly type: 'NoAnswered';
      readonly v: 1;
      readonly solution: string;
      readonly of: PersonKey;
      readonly text: TextRef;
      readonly on: IsoDate;
      readonly person: PersonKey;
    }
  | ({ readonly type: 'WishAdded'; readonly v: 1 } & Wish)
  | { readonly type: 'WishesOrdered'; readonly v: 1; readonly order: readonly string[] }
  | { readonly type: 'WishClosed'; readonly v: 1; readonly id: string; readonly met: boolean }
  | { readonly type: 'SolutionAdded'; readonly v: 1; readonly id: string; readonly name: TextRef }
  | { readonly type: 'ProgressSet'; readonly v: 1; readonly solution: string; readonly progress: Progress }
  | { readonly type: 'UseSet'; readonly v: 1; readonly solution: string; readonly bodies: readonly BodyId[] };
