import type { BodyId, IsoDate } from '../charter/charter.ts';
import type { HalfYear, Quarter } from '../time/periods.ts';
import type { IsoInstant, PersonKey, TextRef } from './stream.ts';

export type LedCommand = Exclude<
  InitiativeCommand,
  { readonly type: 'AssignInitiative' | 'ProposeInitiative' | 'AskPatients' | 'AskIndicators' | 'ReportIndicator' }
>;

export const stages = ['development', 'framework', 'implementation', 'follow-up', 'closed'] as const;
export type Stage = (typeof stages)[number];
export const frequencies = ['quarter', 'half-year', 'year'] as const;
export type Frequency = (typeof frequencies)[number];

/** Something for the toolbox. `done`: the day it was finished. */
export interface Deliverable {
  readonly id: string;
  readonly kind: 'tool' | 'framework-agreement';
  readonly title: TextRef;
  readonly link: TextRef | null;
  readonly done: IsoDate | null;
}
/** One value of an indicator, of the period that the day lies in. `was`: the value that was reported of the same period before and is corrected by this one. */
export interface Reported {
  readonly value: number;
  readonly of: IsoDate;
  readonly was: number | null;
  readonly on: IsoDate;
  readonly person: PersonKey;
}
/** What is measured: from where, to where, and who says how it stands, how often. */
export interface Measure {
  readonly id: string;
  readonly name: TextRef;
  readonly unit: TextRef;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly direction: 'up' | 'down';
  readonly reportedBy: BodyId;
  readonly every: Frequency;
}
export interface Indicator extends Measure {
  readonly since: IsoDate;
  /** By the day they are of, the newest last. */
  readonly values: readonly Reported[];
}

/** Something the agreement, or a body of its own accord, wants done. */
export interface InitiativeState {
  readonly kind: 'initiative';
  readonly initiative: string;
  /** The part of the agreement it is; null: a body's own. */
  readonly part: string | null;
  /** A body's own title; a part has its name in the model. */
  readonly title: TextRef | null;
  /** null: nobody has it yet. */
  readonly owner: BodyId | null;
  /** Parts of the agreement it hangs under. */
  readonly under: readonly string[];
  readonly clusters: readonly BodyId[];
  readonly stage: Stage;
  /** How patients are involved, as it was last said. */
  readonly patients: { readonly text: TextRef; readonly on: IsoDate; readonly person: PersonKey } | null;
  readonly patientsAsked: HalfYear | null;
  readonly deliverables: readonly Deliverable[];
  readonly indicators: readonly Indicator[];
  /** The quarter in which values were last asked for, and of which indicators. */
  readonly indicatorsAsked: { readonly quarter: Quarter; readonly indicators: readonly string[] } | null;
  /** Since when its owner has it. */
  readonly since: IsoInstant;
}

export type InitiativeCommand =
  /** By the secretariat: a part of the agreement gets an owner, or another one. */
  | { readonly type: 'AssignInitiative'; readonly owner: BodyId }
  /** By a body's chairs or secretaries, as all that follows: an initiative of its own. */
  | { readonly type: 'ProposeInitiative'; readonly owner: BodyId; readonly title: TextRef; readonly under: readonly string[] }
  | { readonly type: 'HangUnder'; readonly under: readonly string[] }
  | { readonly type: 'SetStage'; readonly stage: Stage }
  | { readonly type: 'NameClusters'; readonly clusters: readonly BodyId[] }
  | { readonly type: 'TellPatients'; readonly text: TextRef }
  | ({ readonly type: 'SetDeliverable' } & Deliverable)
  | ({ readonly type: 'SetIndicator' } & Measure)
  /** A deliverable or an indicator. */
  | { readonly type: 'DropLine'; readonly id: string }
  /** By anyone in a seat of the body that reports it, and its secretaries. Again for the same period: a correction. */
  | { readonly type: 'ReportIndicator'; readonly id: string; readonly value: number; readonly of: IsoDate }
  /** By the clock. */
  | { readonly type: 'AskPatients'; readonly half: HalfYear }
  | { readonly type: 'AskIndicators'; readonly quarter: Quarter };
export type InitiativeEvent =
  | {
      readonly type: 'InitiativeAssigned';
      readonly v: 1;
      readonly owner: BodyId;
      readonly before: BodyId | null;
      readonly under: readonly string[];
      readonly at: IsoInstant;
    }
  | {
      readonly type: 'InitiativeProposed';
      readonly v: 1;
      readonly owner: BodyId;
      readonly title: TextRef;
      readonly under: readonly string[];
      readonly at: IsoInstant;
    }
  | { readonly type: 'HungUnder'; readonly v: 1; readonly under: readonly string[] }
  | { readonly type: 'StageSet'; readonly v: 1; readonly stage: Stage }
  | { readonly type: 'ClustersNamed'; readonly v: 1; readonly clusters: readonly BodyId[] }
  | { readonly type: 'PatientsTold'; readonly v: 1; readonly text: TextRef; readonly on: IsoDate; readonly person: PersonKey }
  | ({ readonly type: 'DeliverableSet'; readonly v: 1 } & Deliverable)
  | ({ readonly type: 'IndicatorSet'; readonly v: 1; readonly since: IsoDate } & Measure)
  | { readonly type: 'LineDropped'; readonly v: 1; readonly id: string }
  | ({ readonly type: 'IndicatorReported'; readonly v: 1; readonly id: string } & Reported)
  | { readonly type: 'PatientsAsked'; readonly v: 1; readonly half: HalfYear }
  | { readonly type: 'IndicatorsAsked'; readonly v: 1; readonly quarter: Quarter; readonly indicators: readonly string[] };
