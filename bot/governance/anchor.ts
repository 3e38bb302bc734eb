import type { IsoInstant, Stream, Subject } from './model.ts';

/** A stream's newest entry. */
export interface Head {
  readonly stream: Stream;
  readonly seq: number;
  readonly hash: string;
}
export interface AnchorState {
  readonly kind: 'anchor';
  /** Up to when heads are anchored; heads that moved since are the next anchor's. */
  readonly last: IsoInstant | null;
}
/** `more`: further parts of the same night follow, and until the last one the night is not anchored. */
export type AnchorCommand = {
  readonly type: 'AnchorHeads';
  readonly heads: readonly Head[];
  readonly until: IsoInstant;
  readonly more: boolean;
};
/** The heads that moved since the last anchor. The anchor stream is chained like any other, so its own head covers every stream. */
export type AnchorEvent = {
  readonly type: 'HeadsAnchored';
  readonly v: 1;
  readonly heads: readonly Head[];
  readonly until: IsoInstant;
  readonly more: boolean;
};

export const anchor: Subject<AnchorState, AnchorCommand, AnchorEvent> = {
  initial: () => ({ kind: 'anchor', last: null }),
  reads: () => [],
  decide: (state, command) => {
    const known = state.last !== null && command.until < state.last;
    return known || command.heads.length === 0 ? [] : [{ ...command, type: 'HeadsAnchored', v: 1 }];
  },
  evolve: (state, event) => (event.more ? state : { ...state, last: event.until }),
  index: () => ({ kind: 'anchor', body: null, dueAt: null, waitingOn: [], open: true }),
};
