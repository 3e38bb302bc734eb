import type { IsoInstant, Stream } from './model.ts';

/** A stream's newest entry. */
export interface Head {
  readonly stream: Stream;
  readonly seq: number;
  readonly hash: string;
}
export interface AnchorState {
  readonly kind: 'anchor';
  /** When heads were last anchored; heads that moved since are the next anchor's. */
  readonly last: IsoInstant | null;
}
export type AnchorCommand = { readonly type: 'AnchorHeads'; readonly heads: readonly Head[]; readonly until: IsoInstant };
/** The heads that moved since the last anchor. The anchor stream is chained like any other, so its own head covers every stream. */
export type AnchorEvent = { readonly type: 'HeadsAnchored'; readonly v: 1; readonly heads: readonly Head[]; readonly until: IsoInstant };
