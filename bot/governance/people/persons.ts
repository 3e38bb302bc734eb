import type { PersonsCommand, PersonsEvent, PersonsState } from '../vocabulary/persons.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';
import { mayRun } from './roles.ts';

export const persons: Subject<PersonsState, PersonsCommand, PersonsEvent> = {
  commands: { JoinPersons: true, StateSector: true, RenewOwnCalendar: true },

  initial: () => ({ kind: 'persons', joined: {}, sectors: {}, calendars: {} }),

  reads: (_state, command) => (command.type === 'RenewOwnCalendar' ? [] : [command.body]),

  decide: (state, command, around) => {
    const counts = (person: PersonKey) => state.joined[person] ?? person;
    switch (command.type) {
      case 'JoinPersons': {
        if (!mayRun(around, command.body)) return { refused: 'only-secretaries' };
        const keep = counts(command.keep);
        const join = counts(command.join);
        if (keep === join) return [];
        const [one, other] = [state.sectors[keep], state.sectors[join]];
        if (one && other && one !== other) return { refused: 'two-sectors' };
        return [{ type: 'PersonsJoined', v: 1, keep, join }];
      }
      case 'StateSector': {
        const known = around.charter.collaboration.sectors.find((each) => each.id === command.sector);
        if (!known) return { refused: 'not-in-model', what: 'seat' };
        const person = counts(command.person);
        const was = state.sectors[person];
        if (was === command.sector) return [];
        if (around.by.kind === 'errand') {
          return was ? { refused: 'two-sectors' } : [{ type: 'SectorStated', v: 1, person, sector: command.sector }];
        }
        if (!mayRun(around, command.body)) return { refused: 'only-secretaries' };
        return [{ type: 'SectorStated', v: 1, person, sector: command.sector }];
      }
      case 'RenewOwnCalendar':
        if (around.by.kind !== 'person') return { refused: 'unknown-person' };
        return [{ type: 'OwnCalendarRenewed', v: 1, person: counts(around.by.person) }];
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'PersonsJoined': {
        const moved = Object.entries(state.joined).map(([from, to]) => [from, to === event.join ? event.keep : to] as const);
        const { [event.join]: theirs, ...sectors } = state.sectors;
        return {
          ...state,
          joined: { ...Object.fromEntries(moved), [event.join]: event.keep },
          sectors: theirs && !sectors[event.keep] ? { ...sectors, [event.keep]: theirs } : sectors,
        };
      }
      case 'OwnCalendarRenewed':
        return { ...state, calendars: { ...state.calendars, [event.person]: (state.calendars[event.person] ?? 0) + 1 } };
      case 'SectorStated':
        return { ...state, sectors: { ...state.sectors, [event.person]: event.sector } };
    }
  },

  index: () => ({ kind: 'persons', body: null, dueAt: null, waitingOn: [], open: true }),
};
