import type { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import type { Subjects } from '../vocabulary/all.ts';
import type { Ask } from '../vocabulary/ask/ask.ts';
import type { Due } from '../vocabulary/due.ts';
import type { Demand } from '../vocabulary/errand.ts';
import type { Notice } from '../vocabulary/notice.ts';
import type { Kind, Stream } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';

/** Everything the rest of the house asks a subject for. */
export interface Row<K extends Kind> {
  readonly rules: Subject<Subjects[K]['state'], Subjects[K]['command'], Subjects[K]['event']>;
  /** What is due to be said or done by now. */
  readonly due: (charter: Charter, state: Subjects[K]['state'], now: Temporal.Instant) => readonly Due[];
  /** What it asks of somebody now. */
  readonly asks: (about: Stream, state: Subjects[K]['state'], charter: Charter) => readonly Ask[];
  /** The cards an event asks to be drawn or drawn again. `state` is the stream's state after it. */
  readonly notices: (about: Stream, event: Subjects[K]['event'], state: Subjects[K]['state'], charter: Charter) => readonly Notice[];
  /** What an event demands of other streams. `before` is the stream's state before that event. */
  readonly errands: (stream: Stream, event: Subjects[K]['event'], before: Subjects[K]['state']) => readonly Demand[];
  /** The bodies its cards are for: those that have it, have had it or are told of it. */
  readonly reach: (state: Subjects[K]['state'], charter: Charter, date: IsoDate) => readonly BodyId[];
  /** There is something to show of it before anything has been written down: the charter says that it exists. */
  readonly fromStart: boolean;
}

/** What demands something of others must be able to hear that it was refused; what demands nothing never hears it. */
export type Hears<K extends Kind> = 'NoteErrandRefused' extends Subjects[K]['command']['type']
  ? unknown
  : { readonly errands: () => readonly [] };
