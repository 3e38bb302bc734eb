import type { BodyId } from '../charter/charter.ts';
import type { Command } from './all.ts';
import type { Kind, Stream } from './stream.ts';

/** A command that an event demands of another stream, or of every open stream of a kind in a body. */
export interface Demand {
  readonly rule: string;
  readonly to: Stream | { readonly every: Kind; readonly body: BodyId };
  readonly command: Command;
}
export interface Errand extends Demand {
  /** `<stream>#<seq>/<rule>`: the cause it is carried out under. */
  readonly id: string;
}
