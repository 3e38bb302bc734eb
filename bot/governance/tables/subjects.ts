import { upcast } from '../ledger/upcast.ts';
import type { Command, GovernanceEvent, State } from '../vocabulary/all.ts';
import { kindOf, type Stream } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';
import { rowOf } from './rows.ts';

/** The rules of a stream. Its commands and events are only ever its own: a command that goes astray is a fault and throws. */
export function subjectOf(stream: Stream): Subject<State, Command, GovernanceEvent> {
  const kind = kindOf(stream);
  const { rules } = rowOf(kind);
  const own = (state: State) => {
    if (state.kind !== kind) throw new Error(`a ${kind} was given the state of a ${state.kind}`);
    return state;
  };
  const fitting = (command: Command) => {
    if (!Object.hasOwn(rules.commands, command.type)) throw new Error(`${command.type} went astray to a ${kind}`);
    return command;
  };
  return {
    commands: rules.commands,
    initial: rules.initial,
    reads: (state, command, charter) => rules.reads(own(state), fitting(command), charter),
    meets: (state, command) => rules.meets?.(own(state), fitting(command)) ?? [],
    years: (state, command) => rules.years?.(own(state), fitting(command)) ?? [],
    decide: (state, command, around) => rules.decide(own(state), fitting(command), around),
    evolve: (state, event) => rules.evolve(own(state), upcast(event, rules.steps)),
    index: (state, charter) => rules.index(own(state), charter),
  };
}
