import { newestTerms, secretariatOf } from '../charter/terms.ts';
import type { Indicator, InitiativeCommand, InitiativeEvent, InitiativeState } from '../vocabulary/initiative.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';
import { decideInitiative } from './decide.ts';
import { periodOf } from './period.ts';
import { initiativeDueAt } from './silence.ts';

/** So many values of an indicator are at hand; the ledger has them all. */
const mostValues = 24;

export const initiative: Subject<InitiativeState, InitiativeCommand, InitiativeEvent> = {
  commands: {
    AssignInitiative: true,
    ProposeInitiative: true,
    HangUnder: true,
    SetStage: true,
    NameClusters: true,
    TellPatients: true,
    SetDeliverable: true,
    SetIndicator: true,
    DropLine: true,
    ReportIndicator: true,
    AskPatients: true,
    AskIndicators: true,
  },

  initial: (stream) => ({
    kind: 'initiative',
    initiative: idIn(stream, 'initiative'),
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
    const served = bodies.flatMap((body) => secretariatOf(charter, body, newestTerms) ?? []);
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
        const add = ({ every, values }: Indicator) => {
          const { from, until } = periodOf(every, value.of);
          const others = values.filter(({ of }) => of < from || of > until);
          return [...others, value].sort((a, b) => (a.of < b.of ? -1 : 1)).slice(-mostValues);
        };
        return { ...state, indicators: state.indicators.map((each) => (each.id === id ? { ...each, values: add(each) } : each)) };
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
