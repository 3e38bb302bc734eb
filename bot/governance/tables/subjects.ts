import { upcast } from '../ledger/upcast.ts';
import { bodiesAsked } from '../people/awaited.ts';
import { withSecretariats } from '../people/speaks.ts';
import type { Command, GovernanceEvent, OwnCommand, State } from '../vocabulary/all.ts';
import { kindOf, type Stream } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';
import { askCommands, decideAsk, evolveAsks, isAskCommand, isAskEvent } from './asking.ts';
import { asksDueAt, asksOf } from './asks.ts';
import { rowOf } from './rows.ts';

/**
 * The rules of a stream. Its commands and events are only ever its own, and those about what it asks, which are the same for all: a
 * command that goes astray is a fault and throws.
 */
export function subjectOf(stream: Stream): Subject<State, Command, GovernanceEvent> {
  const kind = kindOf(stream);
  const { rules } = rowOf(kind);
  const own = (state: State) => {
    if (state.kind !== kind) throw new Error(`a ${kind} was given the state of a ${state.kind}`);
    return state;
  };
  const fitting = (command: OwnCommand) => {
    if (!Object.hasOwn(rules.commands, command.type)) throw new Error(`${command.type} went astray to a ${kind}`);
    return command;
  };
  return {
    commands: { ...rules.commands, ...askCommands },
    initial: rules.initial,
    reads: (state, command, charter) => {
      if (!isAskCommand(command)) return rules.reads(own(state), fitting(command), charter);
      const open = asksOf(stream, own(state), charter);
      if (command.type === 'AskOthers' || command.type === 'AskNewcomers')
        return [...new Set(open.flatMap((ask) => bodiesAsked(charter, ask)))];
      const asked = open.filter(({ id }) => id === command.ask);
      return withSecretariats(
        charter,
        asked.map(({ where }) => where),
      );
    },
    meets: (state, command) => (isAskCommand(command) ? [] : (rules.meets?.(own(state), fitting(command)) ?? [])),
    years: (state, command) => (isAskCommand(command) ? [] : (rules.years?.(own(state), fitting(command)) ?? [])),
    decide: (state, command, around) =>
      isAskCommand(command) ? decideAsk(stream, own(state), command, around) : rules.decide(own(state), fitting(command), around),
    evolve: (state, event) => {
      const asks = evolveAsks(own(state), event);
      const next = isAskEvent(event) ? state : rules.evolve(state, upcast(event, rules.steps));
      return asks === undefined ? next : { ...next, asks };
    },
    index: (state, charter) => {
      const index = rules.index(own(state), charter);
      const times = [index.dueAt, asksDueAt(stream, charter, state)].filter((at) => at !== null);
      return { ...index, dueAt: times.length === 0 ? null : Math.min(...times) };
    },
  };
}
