import type { BodyId } from '../charter/charter.ts';
import { bodyOf } from '../charter/terms.ts';
import { leads } from '../people/leads.ts';
import { mayRun, seatsHeld } from '../people/roles.ts';
import { dateAt } from '../time/calendar.ts';
import type { InitiativeCommand, InitiativeEvent, InitiativeState, LedCommand } from '../vocabulary/initiative.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Around } from '../vocabulary/subject.ts';
import { periodOf, reportedFor } from './period.ts';
import { indicatorsToAsk, patientsToAsk } from './silence.ts';
import { isGoal } from './tree.ts';

/** So many lines of each kind, so that a card and a snapshot can hold them. */
const mostLines = 20;

export function decideInitiative(state: InitiativeState, command: InitiativeCommand, around: Around): readonly InitiativeEvent[] | Refusal {
  const today = dateAt(around.charter, around.now);
  const at = around.now.toString();
  const part = around.charter.agreement.find(({ id, kind }) => kind === 'initiative' && id === state.initiative);
  switch (command.type) {
    case 'AssignInitiative': {
      if (!mayRun(around, around.charter.collaboration.secretariat)) return { refused: 'only-secretaries' };
      if (!part) return { refused: 'no-such-initiative' };
      const { owner } = command;
      if (!meets(around, owner)) return { refused: 'not-in-model', what: 'body' };
      if (state.owner === owner) return [];
      const under = state.owner === null ? part.under : state.under;
      return [{ type: 'InitiativeAssigned', v: 1, owner, before: state.owner, under, at }];
    }
    case 'ProposeInitiative': {
      if (state.owner !== null) return [];
      const { owner, title, under } = command;
      if (part || !meets(around, owner)) return { refused: 'not-in-model', what: 'body' };
      if (!leads(around, owner)) return { refused: 'only-who-lead' };
      return wrongParts(around, under) ?? [{ type: 'InitiativeProposed', v: 1, owner, title, under, at }];
    }
    case 'AskPatients':
      return patientsToAsk(around.charter, state, around.now) === command.half ? [{ type: 'PatientsAsked', v: 1, half: command.half }] : [];
    case 'AskIndicators': {
      const asked = indicatorsToAsk(around.charter, state, around.now);
      return asked?.quarter === command.quarter ? [{ type: 'IndicatorsAsked', v: 1, ...asked }] : [];
    }
    case 'ReportIndicator':
      return reported(state, command, around);
    case 'HangUnder':
    case 'SetStage':
    case 'NameClusters':
    case 'TellPatients':
    case 'SetDeliverable':
    case 'SetIndicator':
    case 'DropLine': {
      if (state.owner === null) return { refused: 'no-such-initiative' };
      if (!leads(around, state.owner)) return { refused: 'only-who-lead' };
      if (state.stage === 'closed' && command.type !== 'SetStage') return { refused: 'initiative-is-closed' };
      return led(state, command, around, today);
    }
  }
}

function led(state: InitiativeState, command: LedCommand, around: Around, today: string): readonly InitiativeEvent[] | Refusal {
  switch (command.type) {
    case 'HangUnder':
      if (sameIds(command.under, state.under)) return [];
      return wrongParts(around, command.under) ?? [{ type: 'HungUnder', v: 1, under: command.under }];
    case 'SetStage':
      return command.stage === state.stage ? [] : [{ type: 'StageSet', v: 1, stage: command.stage }];
    case 'NameClusters': {
      const { clusters } = command;
      if (sameIds(clusters, state.clusters)) return [];
      if (clusters.length > mostLines) return { refused: 'too-much' };
      return clusters.every((each) => meets(around, each))
        ? [{ type: 'ClustersNamed', v: 1, clusters }]
        : { refused: 'not-in-model', what: 'body' };
    }
    case 'TellPatients': {
      if (around.by.kind !== 'person') return { refused: 'only-who-lead' };
      const same = state.patients?.text.mac === command.text.mac && state.patients.on === today;
      return same ? [] : [{ type: 'PatientsTold', v: 1, text: command.text, on: today, person: around.by.person }];
    }
    case 'SetDeliverable': {
      const { type: _type, ...told } = command;
      const known = state.deliverables.some(({ id }) => id === told.id);
      if (!known && state.deliverables.length >= mostLines) return { refused: 'too-much' };
      if (told.done !== null && told.done > today) return { refused: 'not-yet' };
      return [{ type: 'DeliverableSet', v: 1, ...told }];
    }
    case 'SetIndicator': {
      const { type: _type, ...measure } = command;
      const known = state.indicators.some(({ id }) => id === measure.id);
      if (!known && state.indicators.length >= mostLines) return { refused: 'too-much' };
      if (!meets(around, measure.reportedBy)) return { refused: 'not-in-model', what: 'body' };
      return [{ type: 'IndicatorSet', v: 1, ...measure, since: today }];
    }
    case 'DropLine': {
      const { id } = command;
      return [...state.deliverables, ...state.indicators].some((each) => each.id === id) ? [{ type: 'LineDropped', v: 1, id }] : [];
    }
  }
}

function reported(
  state: InitiativeState,
  { id, value, of }: Extract<InitiativeCommand, { readonly type: 'ReportIndicator' }>,
  around: Around,
): readonly InitiativeEvent[] | Refusal {
  const today = dateAt(around.charter, around.now);
  const indicator = state.indicators.find((each) => each.id === id);
  if (!indicator) return { refused: 'not-there' };
  if (state.stage === 'closed') return { refused: 'initiative-is-closed' };
  const { by } = around;
  const here = around.body(indicator.reportedBy);
  const seated = by.kind === 'person' && seatsHeld(around.charter, here, by.person, today, around.one).length > 0;
  if (by.kind !== 'person' || !(seated || leads(around, indicator.reportedBy))) return { refused: 'only-seat-holders' };
  if (of > today) return { refused: 'not-yet' };
  const period = periodOf(indicator.every, of);
  const before = reportedFor(indicator, period);
  const day = period.until < today ? period.until : of;
  if (before?.value === value) return [];
  return [{ type: 'IndicatorReported', v: 1, id, value, of: day, was: before?.value ?? null, on: today, person: by.person }];
}

/** A body of the model that meets itself. */
function meets({ charter }: Around, body: BodyId): boolean {
  return bodyOf(charter, body)?.outside === false;
}

function wrongParts({ charter }: Around, under: readonly string[]): Refusal | null {
  if (under.length > mostLines) return { refused: 'too-much' };
  return under.every((id) => charter.agreement.some((part) => part.id === id && isGoal(part))) ? null : { refused: 'not-there' };
}

function sameIds(these: readonly string[], those: readonly string[]): boolean {
  return these.length === those.length && these.every((each) => those.includes(each));
}
