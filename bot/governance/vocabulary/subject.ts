import type { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, SectorId } from '../charter/charter.ts';
import type { WrittenEvent } from './anchor.ts';
import type { BodyState } from './body.ts';
import type { CalledMeeting } from './meeting.ts';
import type { Refusal } from './refusal.ts';
import type { Actor, BodyOfYear, Index, PersonKey, Stream } from './stream.ts';
import type { PlannedDate } from './year/year.ts';

/** What a rule may look at besides its own stream. Reading it is not atomic with the append, and no rule may need it to be. */
export interface Around {
  readonly now: Temporal.Instant;
  readonly by: Actor;
  readonly charter: Charter;
  /** The one key that joined identities count as. */
  readonly one: (person: PersonKey) => PersonKey;
  /** null: not stated yet. */
  readonly sectorOf: (person: PersonKey) => SectorId | null;
  /** Only bodies that the subject's `reads` named. */
  readonly body: (id: BodyId) => BodyState;
  /** Only of bodies that the subject's `meets` named: meetings that are not over. */
  readonly meetings: (body: BodyId) => readonly CalledMeeting[];
  /** Only of years that the subject's `years` named: every date, planned, held or cancelled. */
  readonly dates: (body: BodyId, year: number) => readonly PlannedDate[];
}

type Step = (event: WrittenEvent) => WrittenEvent & { readonly [field: string]: unknown };
/** By type of event, in order: the first step reads version 1 as version 2. A step stays for ever. */
export type Steps = Readonly<Record<string, readonly Step[]>>;

/** One subject: its rules. `decide` refuses or says what happens; `[]` is "fine, nothing new". `evolve` never refuses. */
export interface Subject<S, C extends { readonly type: string }, E> {
  /** Every command it takes: one that goes astray is a fault, and is told from its own by name. */
  readonly commands: Readonly<Record<C['type'], true>>;
  readonly initial: (stream: Stream) => S;
  /** The bodies `decide` will ask `around` for. */
  readonly reads: (state: S, command: C, charter: Charter) => readonly BodyId[];
  /** The bodies whose meetings it will ask for. */
  readonly meets?: (state: S, command: C) => readonly BodyId[];
  /** The years whose dates it will ask for. */
  readonly years?: (state: S, command: C) => readonly BodyOfYear[];
  readonly decide: (state: S, command: C, around: Around) => readonly E[] | Refusal;
  readonly evolve: (state: S, event: E) => S;
  /** How its events of older versions are read. */
  readonly steps?: Steps;
  readonly index: (state: S, charter: Charter) => Index;
}
