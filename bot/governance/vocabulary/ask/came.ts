import type { IsoInstant, PersonKey } from '../stream.ts';

/** What came of something that was asked. `by`: who answered it, or took it back. */
export interface Came {
  readonly how: 'answered' | 'withdrawn' | 'overtaken';
  readonly by: readonly PersonKey[];
  readonly at: IsoInstant;
}
