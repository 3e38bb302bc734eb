import type { BodyId, IsoDate } from './charter.ts';
import type { HalfYear } from './half-year.ts';
import { decideInitiative } from './initiative-decide.ts';
import { initiativeDueAt } from './initiative-silence.ts';
import type { IsoInstant, PersonKey, Subject, TextRef } from './model.ts';
import type { Quarter } from './run-out.ts';
import { secretariatOf } from './terms.ts';

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
/** One value of an indicator. `was`: the value that was reported of the same day before and is corrected by this one. */
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
  /** By anyone in a seat of the body that reports it, and its secretaries. Again for the same day: a correction. */
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

/** So many values of an indicator are at hand; the ledger has them all. */
const mostValues = 24;

export const initiative: Subject<InitiativeState, InitiativeCommand, InitiativeEvent> = {
  initial: (stream) => ({
    kind: 'initiative',
    initiative: stream.slice('initiative/'.length),
    part: null,
    title: null,
    owner: null,
    under: [],
    clusters: [],
    stage: 'development',
    patients: null,
    patientsAsked: null,
    deliverables: [],
    indicators: [],
    indicatorsAsked: null,
    since: '',
  }),

  reads: (state, command, charter) => {
    const { secretariat } = charter.collaboration;
    const proposed = command.type === 'ProposeInitiative' ? [command.owner] : [];
    const reporting = state.indicators.filter(({ id }) => command.type === 'ReportIndicator' && id === command.id);
    const bodies = [...proposed, ...(state.owner === null ? [] : [state.owner]), ...reporting.map(({ reportedBy }) => reportedBy)];
    const served = bodies.flatMap((body) => secretariatOf(charter, body, '9999-12-31') ?? []);
    return [...new Set([...bodies, ...served, secretariat])];
  },

  decide: decideInitiative,

  evolve: (state, event) => {
    switch (event.type) {
      case 'InitiativeAssigned':
        return { ...state, part: state.initiative, owner: event.owner, under: event.under, since: event.at };
      case 'InitiativeProposed':
        return { ...state, title: event.title, owner: event.owner, under: event.under, since: event.at };
      case 'HungUnder':
        return { ...state, under: event.under };
      case 'StageSet':
        return { ...state, stage: event.stage };
      case 'ClustersNamed':
        return { ...state, clusters: event.clusters };
      case 'PatientsTold': {
        const { text, on, person } = event;
        return { ...state, patients: { text, on, person } };
      }
      case 'DeliverableSet': {
        const { type: _type, v: _v, ...told } = event;
        return { ...state, deliverables: placed(state.deliverables, told) };
      }
      case 'IndicatorSet': {
        const { type: _type, v: _v, since, ...measure } = event;
        const was = state.indicators.find(({ id }) => id === measure.id);
        return { ...state, indicators: placed(state.indicators, { ...measure, since: was?.since ?? since, values: was?.values ?? [] }) };
      }
      case 'LineDropped': {
        const stays = ({ id }: { readonly id: string }) => id !== event.id;
        return { ...state, deliverables: state.deliverables.filter(stays), indicators: state.indicators.filter(stays) };
      }
      case 'IndicatorReported': {
        const { type: _type, v: _v, id, ...value } = event;
        const add = (values: readonly Reported[]) =>
          [...values.filter(({ of }) => of !== value.of), value].sort((a, b) => (a.of < b.of ? -1 : 1)).slice(-mostValues);
        return { ...state, indicators: state.indicators.map((each) => (each.id === id ? { ...each, values: add(each.values) } : each)) };
      }
      case 'PatientsAsked':
        return { ...state, patientsAsked: event.half };
      case 'IndicatorsAsked':
        return { ...state, indicatorsAsked: { quarter: event.quarter, indicators: event.indicators } };
    }
  },

  index: (state, charter) => ({
    kind: 'initiative',
    body: state.owner,
    dueAt: initiativeDueAt(charter, state),
    waitingOn: [],
    open: state.owner !== null && state.stage !== 'closed',
  }),
};

/** A line with the same id is replaced where it stands. */
function placed<T extends { readonly id: string }>(all: readonly T[], line: T): readonly T[] {
  return all.some(({ id }) => id === line.id) ? all.map((each) => (each.id === line.id ? line : each)) : [...all, line];
}
