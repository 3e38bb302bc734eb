import type { IsoInstant, Stream } from './stream.ts';

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

/** An entry's event as it was written, by this build or an older one. */
export interface WrittenEvent {
  readonly type: string;
  readonly v: number;
}
