import type { CaseFacts, CaseState, RaisedCase } from '../vocabulary/case/case.ts';
import type { CaseEvent } from '../vocabulary/case/events.ts';
import type { Demand } from '../vocabulary/errand.ts';
import { ruleOf } from '../vocabulary/errand.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';
import { originHears } from './origin.ts';
import { aimIn } from './phases.ts';

/** What a case demands of the body it was raised in, of the meetings it aims at, of what it was raised from and of the plan it moves. */
export function caseDemands(stream: Stream, event: CaseEvent, before: CaseState): readonly Demand[] {
  if (before.phase === 'none') return [];
  switch (event.type) {
    case 'CaseSent':
      return [
        { rule: 'body-numbers-it', to: streamOf('body', before.body), command: { type: 'EnterCase', about: stream } },
        ...originHears(stream, event, before),
      ];
    case 'CaseDecided':
      return [
        ...originHears(stream, event, before),
        ...(event.kind === 'decided' ? [...milestoneMoves(stream, before), ...termsComeIn(stream, before)] : []),
      ];
    case 'CaseSentBack':
      return originHears(stream, event, before);
    case 'CaseWithdrawn':
      return [bodyLetsGo(stream, before), ...originHears(stream, event, before)];
    case 'CaseClosed':
      return [bodyLetsGo(stream, before)];
    case 'CaseNumbered':
    case 'KeptHere':
    case 'SentUp':
    case 'CaseSentOn':
      return [{ rule: 'looks-for-meeting', to: stream, command: { type: 'AimCase' } }];
    case 'WrittenClosed':
      return event.why === 'meeting' ? [{ rule: 'looks-for-meeting', to: stream, command: { type: 'AimCase' } }] : [];
    case 'CaseReopened':
      return [
        { rule: 'looks-for-meeting', to: stream, command: { type: 'AimCase' } },
        ...originHears(stream, event, before),
        ...(before.terms === null
          ? []
          : [{ rule: 'terms-reopened', to: 'charter', command: { type: 'UndoDecided', case: stream } } as const]),
      ];
    case 'CaseAimed':
      return [...leavesAgenda(stream, before, event.aim.meeting), putsOnAgenda(stream, before, event)];
    case 'ResultReported':
      return event.result.via === 'meeting' ? [] : leavesAgenda(stream, before, null);
    case 'NoMeetingInReach':
    case 'WrittenStarted':
      return leavesAgenda(stream, before, null);
    case 'ErrandRefused':
      return ruleOf(event) === 'on-agenda' ? [{ rule: 'looks-again', to: stream, command: { type: 'AimCase' } }] : [];
    default:
      return [];
  }
}

function bodyLetsGo(about: Stream, { body }: CaseFacts): Demand {
  return { rule: 'body-lets-go', to: streamOf('body', body), command: { type: 'LeaveCase', about } };
}

function leavesAgenda(about: Stream, before: RaisedCase, unless: Stream | null): readonly Demand[] {
  const old = aimIn(before)?.meeting;
  return old && old !== unless ? [{ rule: 'off-agenda', to: old, command: { type: 'TakeOffAgenda', about } }] : [];
}

function putsOnAgenda(about: Stream, state: CaseFacts, { aim: { meeting }, results }: Extract<CaseEvent, { type: 'CaseAimed' }>): Demand {
  const { title, recommendations, papers } = state.content;
  const proposal = { kind: 'decision', title, recommendations, case: state.number, papers, closed: false } as const;
  return {
    rule: 'on-agenda',
    to: meeting,
    command: { type: 'PutOnAgenda', item: `case-${state.case}`, about, proposal, ...(results ? { results } : {}) },
  };
}

/** Terms that were laid before a body and decided are in force from their day. */
function termsComeIn(stream: Stream, { terms, body }: CaseFacts): readonly Demand[] {
  return terms === null ? [] : [{ rule: 'terms-decided', to: 'charter', command: { type: 'AdoptDecided', body, terms, case: stream } }];
}

/** A decision in a case that is about a milestone moves it, with the case as the reason. */
function milestoneMoves(stream: Stream, { content: { moves, title } }: CaseFacts): readonly Demand[] {
  if (!moves) return [];
  const { plan, milestone, due } = moves;
  const command = { type: 'MoveMilestone', milestone, due, case: stream, reason: { text: title, in: stream } } as const;
  return [{ rule: 'moves-milestone', to: streamOf('milestone-plan', plan), command }];
}
