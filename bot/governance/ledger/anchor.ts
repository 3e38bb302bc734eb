import type { AnchorCommand, AnchorEvent, AnchorState } from '../vocabulary/anchor.ts';
import type { Subject } from '../vocabulary/subject.ts';

export const anchor: Subject<AnchorState, AnchorCommand, AnchorEvent> = {
  commands: { AnchorHeads: true },

  initial: () => ({ kind: 'anchor', last: null }),
  reads: () => [],
  decide: (state, command) => {
    const known = state.last !== null && command.until < state.last;
    return known || command.heads.length === 0 ? [] : [{ ...command, type: 'HeadsAnchored', v: 1 }];
  },
  evolve: (state, event) => (event.more ? state : { ...state, last: event.until }),
  index: () => ({ kind: 'anchor', body: null, dueAt: null, waitingOn: [], open: true }),
};
