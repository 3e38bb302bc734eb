import type { IsoInstant, PersonKey } from '../stream.ts';

/** What came of something that was asked. `by`: who answered it, turned it down, or took it back. */
export interface Came {
  readonly how: 'answered' | 'turned-down' | 'withdrawn' | 'overtaken';
  readonly by: readonly PersonKey[];
  readonly at: IsoInstant;
}
